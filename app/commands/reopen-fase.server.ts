import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { insertHeropening } from '#db/heropeningen.ts'
import { saveOverleg } from '#db/overleggen.ts'
import { type Fase, type LopendOverleg, reopenFase } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { parseTekst, refuseVelden } from './invoer.server.ts'

type Input = Key & { from: Fase; reden: string }

/** Goes back one fase; the reason is kept. F3 */
export function reopenFaseCommand(
  sql: Sql,
  { overlegId, gebruikerId, from, reden }: Input,
): Promise<Result<LopendOverleg, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'fase-heropenen' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const tekst = parseTekst(reden, 2000)
    if (tekst === null) return refuseVelden({ reden: 'Maak de reden korter dan 2000 tekens.' })
    const result = reopenFase(overleg.stand.overleg, { from, reden: tekst })
    if (!result.ok) return result

    const to = result.value.fase
    await saveOverleg(sql, overlegId, result.value)
    await insertHeropening(sql, { overlegId, fase: to, reden: tekst, gebruikerId })
    await recordAudit(sql, {
      event: 'fase-reopened',
      overlegId,
      gebruikerId,
      details: { from, to },
    })
    return result
  })
}
