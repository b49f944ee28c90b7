import type { Keuze } from '#domain/rol.ts'
import type { Vertrekreden } from '#domain/tafel.ts'

/** A choice and its reason as the value of one button, so that one press says it all. T1 */
export const KEUZEWAARDEN = [
  'onbeslist',
  'blijft',
  'niet-deelbaar',
  'niet-betrokken',
  'groepsgrootte',
] as const satisfies (Exclude<Keuze, 'vertrekt'> | Vertrekreden)[]
type Keuzewaarde = (typeof KEUZEWAARDEN)[number]

export function keuzeOf(waarde: Keuzewaarde): { keuze: Keuze; vertrekreden: Vertrekreden | null } {
  if (waarde === 'onbeslist' || waarde === 'blijft') return { keuze: waarde, vertrekreden: null }
  return { keuze: 'vertrekt', vertrekreden: waarde }
}
