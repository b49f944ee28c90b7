import type { Clientsoort } from './rol.ts'

/** What the cliënt says of a sentence of the samenvatting, and of an actie. K3 */
export const ZINANTWOORDEN = ['klopt', 'klopt-niet', 'weet-niet'] as const
export type Zinantwoord = (typeof ZINANTWOORDEN)[number]
export const ACTIEANTWOORDEN = ['ja', 'nee', 'praten'] as const
export type Actieantwoord = (typeof ACTIEANTWOORDEN)[number]

/** For professionals, as it follows "Cliënt:". */
export const ANTWOORD_TEKST = {
  klopt: 'klopt',
  'klopt-niet': 'klopt niet',
  'weet-niet': 'weet ik niet',
  ja: 'ja',
  nee: 'nee',
  praten: 'wil er nog over praten',
} as const satisfies Record<Zinantwoord | Actieantwoord, string>

/** An answer belongs to the words that it was given on. */
export type Gegeven<Antwoord extends string> = {
  sleutel: string
  tekst: string
  antwoord: Antwoord
}
export type Antwoorden = { zinnen: Gegeven<Zinantwoord>[]; acties: Gegeven<Actieantwoord>[] }

/** In his own words; kept word for word. */
export const WOORDVELDEN = ['wil', 'anders'] as const
export type Woordveld = (typeof WOORDVELDEN)[number]
export type EigenWoorden = Record<Woordveld, string>
/** `versie`: how often it was saved. Who saves says which one he had before him. */
export type Woordversies = Record<Woordveld, { tekst: string; versie: number }>
export const MAX_WOORDEN = 20_000

/** The vertegenwoordiger speaks in the place of the cliënt; who is brought along sees what they say. */
export function magSpreken(soort: Clientsoort): boolean {
  return soort !== 'steunpersoon'
}

export type Stem<Antwoord extends string> = {
  /** Null: not answered, or not since the words changed. */
  antwoord: Antwoord | null
  /** What was said of the words that stood here before. */
  eerder: Antwoord | null
}
