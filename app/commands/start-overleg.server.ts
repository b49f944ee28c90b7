import { recordAudit } from '#db/audit.ts'
import { findOpenAfweging } from '#db/client-afwegingen.ts'
import type { Sql } from '#db/connection.ts'
import { saveOverleg } from '#db/overleggen.ts'
import { checkAfgewogen } from '#domain/afweging.ts'
import { type LopendOverleg, startOverleg } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

export function startOverlegCommand(
  sql: Sql,
  { overlegId, gebruikerId }: Key,
): Promise<Result<LopendOverleg, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'overleg-starten' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const result = startOverleg(overleg.stand.overleg)
    if (!result.ok) return result
    const afgewogen = checkAfgewogen(await findOpenAfweging(sql, overlegId))
    if (!afgewogen.ok) return afgewogen

    await saveOverleg(sql, overlegId, result.value)
    await recordAudit(sql, { event: 'overleg-started', overlegId, gebruikerId })
    return result
  })
}
