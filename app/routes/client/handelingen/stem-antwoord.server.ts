import type { Formulierfout } from '#app/components/client/fout.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Handeling } from '../handeling.server.ts'

const STIL: readonly Handeling['intent'][] = ['zin', 'actie-antwoord', 'woorden']

/** What is answered in place, without a page that begins anew at the top. */
export function isStil({ intent }: Handeling): boolean {
  return STIL.includes(intent)
}

/** Where the page goes on for who has no JavaScript. */
export function ankerOf(handeling: Handeling): string {
  if (handeling.intent === 'zin') return `#zin-${handeling.sleutel}`
  return handeling.intent === 'woorden' ? `#vak-${handeling.veld}` : ''
}

/** Own words that were refused go back to where they came from. K3 */
export function terugOf(
  handeling: Handeling,
  refusal: Refusal,
): Pick<Formulierfout, 'woorden'> | null {
  if (handeling.intent !== 'woorden') return null
  const nu = refusal.code === 'woorden-gewijzigd' ? refusal.nu : null
  return { woorden: { veld: handeling.veld, tekst: handeling.woorden, nu } }
}

export function versieOf(value: unknown): { versie: number } | null {
  if (typeof value !== 'object' || value === null || !('versie' in value)) return null
  return typeof value.versie === 'number' ? { versie: value.versie } : null
}
