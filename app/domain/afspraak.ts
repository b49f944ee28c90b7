import type { Overleg } from './fase.ts'
import type { Refusal } from './refusal.ts'
import { accept, type Result, refuse } from './result.ts'

/** What a deelnemer answers to an invitation. Who sends a collega is no deelnemer any more. F8 */
export const AFSPRAAKANTWOORDEN = {
  komt: 'Komt',
  'komt-niet': 'Komt niet',
} as const
export type Afspraakantwoord = keyof typeof AFSPRAAKANTWOORDEN

/** Until the start, about the moment that was on the screen: an answer to another moment is none. F8 */
export function checkAntwoord(
  { overleg, geplandOp }: { overleg: Overleg; geplandOp: Date },
  opScherm: Date,
): Result<null, Refusal> {
  if (overleg.status !== 'gepland') return refuse({ code: 'overleg-niet-gepland' })
  if (geplandOp.getTime() !== opScherm.getTime()) return refuse({ code: 'overleg-verplaatst' })
  return accept(null)
}

type Mens = { id: string; organisatieId: string }
type Keuze = { ik: Mens; collega: Mens | null; deelnemers: readonly string[] }

/** In one's place comes somebody of the same organisatie, who is not in it yet. F8 */
export function checkCollega({ ik, collega, deelnemers }: Keuze): Result<Mens, Refusal> {
  if (!collega || collega.organisatieId !== ik.organisatieId) {
    return refuse({ code: 'niet-gevonden' })
  }
  return deelnemers.includes(collega.id) ? refuse({ code: 'al-deelnemer' }) : accept(collega)
}
