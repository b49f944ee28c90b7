import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { startIncident } from '#db/incidenten.ts'
import { saveDicht } from '#db/overleggen.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

/** *Dicht nu*, in any state of the overleg; what was true before is true again when it is opened. T8 */
export function closeNowCommand(
  sql: Sql,
  { overlegId, gebruikerId }: Key,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'dicht-nu' } as const
  return asBevoegde(sql, key, async (sql) => {
    await saveDicht(sql, overlegId, 'dicht')
    await startIncident(sql, { overlegId, gebruikerId })
    await recordAudit(sql, { event: 'overleg-closed', overlegId, gebruikerId })
    return accept(null)
  })
}
