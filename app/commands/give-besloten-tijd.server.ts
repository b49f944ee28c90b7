import { recordAudit } from '#db/audit.ts'
import { startBesloten } from '#db/besloten.ts'
import type { Sql } from '#db/connection.ts'
import { BESLOTEN_MINUTEN, checkGeefBesloten } from '#domain/besloten.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

/** Ten minutes alone with the draft: from this commit on no professional writes in what the cliënt reads. K4 */
export function giveBeslotenTijdCommand(
  sql: Sql,
  { overlegId, gebruikerId }: Key,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'besloten-tijd-geven' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand } }) => {
    const mag = checkGeefBesloten(stand)
    if (!mag.ok) return mag

    await startBesloten(sql, overlegId, BESLOTEN_MINUTEN)
    const details = { minuten: BESLOTEN_MINUTEN }
    await recordAudit(sql, { event: 'besloten-started', overlegId, gebruikerId, details })
    return mag
  })
}
