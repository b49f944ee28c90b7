import type { Taal } from '#domain/taal.ts'

export { parseTaal, TALEN, type Taal } from '#domain/taal.ts'

export const RICHTING = { nl: 'ltr', en: 'ltr' } as const satisfies Record<Taal, 'ltr' | 'rtl'>

/** In the language itself: who looks for his own reads nothing else. */
export const TAALNAAM = { nl: 'Nederlands', en: 'English' } as const satisfies Record<Taal, string>
