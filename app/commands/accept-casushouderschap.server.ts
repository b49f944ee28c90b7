import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { acceptCasushouderschap } from '#db/deelnemers.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

/** Only he himself can say that he carries the plan. F4 */
export function acceptCasushouderschapCommand(
  sql: Sql,
  { overlegId, gebruikerId }: Key,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'casushouderschap-aanvaarden' } as const
  return asBevoegde(sql, key, async (sql, { overleg, deelnemerId }) => {
    const open = checkVoorEinde(overleg.stand.overleg)
    if (!open.ok) return open
    if (!(await acceptCasushouderschap(sql, deelnemerId))) return accept(null)

    await recordAudit(sql, { event: 'casushouderschap-accepted', overlegId, gebruikerId })
    return accept(null)
  })
}
