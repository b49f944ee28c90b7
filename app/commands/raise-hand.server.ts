import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { lowerHand, raiseHand } from '#db/handen.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { isAanTafel } from '#domain/toegang.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

type Input = Key & { hand: 'op' | 'neer' }

/** One's own hand, while one is at the table. T2 */
export function raiseHandCommand(
  sql: Sql,
  { overlegId, gebruikerId, hand }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'hand-opsteken' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand }, deelname, deelnemerId }) => {
    if (stand.overleg.status !== 'lopend') return refuse({ code: 'overleg-niet-lopend' })
    if (!isAanTafel(deelname, stand)) return refuse({ code: 'niet-bevoegd' })

    if (hand === 'op') await raiseHand(sql, deelnemerId)
    else await lowerHand(sql, deelnemerId)
    await recordAudit(sql, {
      event: hand === 'op' ? 'hand-raised' : 'hand-lowered',
      overlegId,
      gebruikerId,
    })
    return accept(null)
  })
}
