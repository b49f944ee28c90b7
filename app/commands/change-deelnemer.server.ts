import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { findDeelnemer, saveTaak } from '#db/deelnemers.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { parseTekst, refuseVelden, TAAK_TE_LANG } from './invoer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

type Input = Key & { deelnemerId: string; taak: string }

/** In a few words what he does, for the cliënt. T6 */
export function changeDeelnemerCommand(
  sql: Sql,
  { overlegId, gebruikerId, deelnemerId, taak }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'deelnemers-beheren' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const open = checkVoorEinde(overleg.stand.overleg)
    if (!open.ok) return open
    const deelnemer = await findDeelnemer(sql, { overlegId, deelnemerId })
    if (!deelnemer) return refuse({ code: 'niet-gevonden' })
    const tekst = parseTekst(taak, 120)
    if (tekst === null) return refuseVelden({ taak: TAAK_TE_LANG })

    await saveTaak(sql, deelnemerId, tekst)
    const details = { deelnemerId }
    await recordAudit(sql, { event: 'deelnemer-changed', overlegId, gebruikerId, details })
    return accept(null)
  })
}
