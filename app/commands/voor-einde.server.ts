import type { Overleg } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'

/** Who comes, where and when can be arranged until the overleg has ended. */
export function checkVoorEinde(overleg: Overleg): Result<Overleg, Refusal> {
  return overleg.status === 'gepland' || overleg.status === 'lopend'
    ? accept(overleg)
    : refuse({ code: 'overleg-niet-lopend' })
}
