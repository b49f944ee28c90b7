import { recordAudit } from '#db/audit.ts'
import { sendClientSessiesBack } from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import { saveOverleg } from '#db/overleggen.ts'
import type { Overleg } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import { unseatClient } from '#domain/tafel.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

/** *Terug naar de wachtkamer*. T5 */
export function unseatClientCommand(
  sql: Sql,
  { overlegId, gebruikerId }: Key,
): Promise<Result<Overleg, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'terug-naar-wachtkamer' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const result = unseatClient(overleg.stand.overleg)
    if (!result.ok) return result

    await saveOverleg(sql, overlegId, result.value)
    await sendClientSessiesBack(sql, overlegId)
    await recordAudit(sql, { event: 'client-unseated', overlegId, gebruikerId })
    return result
  })
}
