import type { Fase } from '#domain/fase.ts'
import type { Query } from './connection.ts'

type Fasetijd = { fase: Fase; klaarOp: Date }

/** When each fase was last moved on from. */
export function listFasetijden(sql: Query, overlegId: string): Promise<Fasetijd[]> {
  return sql<Fasetijd[]>`
    select details ->> 'from' as fase, max(created_at) as "klaarOp"
    from audit
    where overleg_id = ${overlegId} and event = 'fase-advanced'
    group by 1`
}
