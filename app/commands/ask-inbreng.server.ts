import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { askInbreng, closeInbreng, findEigenInbreng } from '#db/inbreng.ts'
import { checkVraagInbreng } from '#domain/inbreng.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

type Input = Key & { inbrengId: string }

/** *Vraag het de cliënt*: who asks and what it is about; the text goes nowhere. K5 */
export function askInbrengCommand(
  sql: Sql,
  { overlegId, gebruikerId, inbrengId }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'inbreng-klaarzetten' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand }, deelname, deelnemerId }) => {
    const inbreng = await findEigenInbreng(sql, { inbrengId, deelnemerId })
    if (!inbreng) return refuse({ code: 'niet-gevonden' })
    const mag = checkVraagInbreng(inbreng, deelname, stand)
    if (!mag.ok) return mag

    await askInbreng(sql, inbreng.id)
    await recordAudit(sql, { event: 'inbreng-asked', overlegId, gebruikerId })
    return accept(null)
  })
}

/** Its author takes the question back; it was asked once all the same. */
export function withdrawInbrengCommand(
  sql: Sql,
  { overlegId, gebruikerId, inbrengId }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'inbreng-klaarzetten' } as const
  return asBevoegde(sql, key, async (sql, { deelnemerId }) => {
    const inbreng = await findEigenInbreng(sql, { inbrengId, deelnemerId })
    if (!inbreng?.gevraagd) return refuse({ code: 'niet-gevonden' })
    await closeInbreng(sql, inbreng.id)
    await recordAudit(sql, { event: 'inbreng-withdrawn', overlegId, gebruikerId })
    return accept(null)
  })
}
