import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { lowerHands } from '#db/handen.ts'
import { saveOverleg } from '#db/overleggen.ts'
import { breakOffOverleg, type Overleg } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import { mailAfbreking } from './agendapost.server.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { parseTekst, refuseVelden } from './invoer.server.ts'

type Input = Key & { reden: string }

/** Ends an overleg without a plan; who waits is told that it is off, and not why. T7 */
export function breakOffCommand(
  sql: Sql,
  { overlegId, gebruikerId, reden }: Input,
): Promise<Result<Overleg, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'overleg-afbreken' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const tekst = parseTekst(reden, 4000)
    if (tekst === null) return refuseVelden({ reden: 'Maak de reden korter dan 4000 tekens.' })
    const result = breakOffOverleg(overleg.stand.overleg, tekst)
    if (!result.ok) return result

    await saveOverleg(sql, overlegId, result.value, { afgebrokenReden: tekst })
    await lowerHands(sql, overlegId, 'allen')
    await mailAfbreking(sql, { overlegId, geplandOp: overleg.geplandOp })
    await recordAudit(sql, { event: 'overleg-cancelled', overlegId, gebruikerId })
    return result
  })
}
