/** The languages of what the client side reads. The plan itself stays as it was written: Dutch. K2 */
export const TALEN = ['nl', 'en'] as const
export type Taal = (typeof TALEN)[number]

export const RICHTING = { nl: 'ltr', en: 'ltr' } as const satisfies Record<Taal, 'ltr' | 'rtl'>

/** In the language itself: who looks for his own reads nothing else. */
export const TAALNAAM = { nl: 'Nederlands', en: 'English' } as const satisfies Record<Taal, string>

export function parseTaal(value: unknown): Taal | null {
  return TALEN.find((taal) => taal === value) ?? null
}
