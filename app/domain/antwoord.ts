import type { WieVoorClient } from './projectie.ts'
import type { Clientsoort } from './rol.ts'
import { gewoneTekst, sleutelOf } from './zin.ts'

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

type Actiewoorden = { wat: string; waarom: string; wie: WieVoorClient; wanneer: string | null }

/** An actie as words: who does it and when are part of what is answered. */
export function actieWoorden({ wat, waarom, wie, wanneer }: Actiewoorden): {
  sleutel: string
  tekst: string
} {
  const delen = [wat, wieWoorden(wie), wanneer ?? '', waarom].map(gewoneTekst)
  const tekst = delen.join('\n')
  return { sleutel: sleutelOf(tekst), tekst }
}

function wieWoorden(wie: WieVoorClient): string {
  switch (wie.soort) {
    case 'ik':
      return 'ik'
    case 'persoon':
      return `${wie.naam}, ${wie.organisatie}`
    case 'organisatie':
      return wie.organisatie
    case 'nog-niet-bekend':
      return '?'
  }
}

export type Stem<Antwoord extends string> = {
  /** Null: not answered, or not since the words changed. */
  antwoord: Antwoord | null
  /** What was said of the words that stood here before. */
  eerder: Antwoord | null
}
type Tekst = { sleutel: string; tekst: string }
type Gekoppeld<Antwoord extends string> = {
  stemmen: ReadonlyMap<string, Stem<Antwoord>>
  /** Answers to words of which nothing is left. */
  weg: Gegeven<Antwoord>[]
}

/** Beside each text the answer that counts, or the one that was given before its words changed. `gegeven`: newest first. */
export function koppelAntwoorden<Antwoord extends string>(
  teksten: readonly Tekst[],
  gegeven: readonly Gegeven<Antwoord>[],
): Gekoppeld<Antwoord> {
  const geldig = new Map(gegeven.map(({ sleutel, antwoord }) => [sleutel, antwoord]))
  const stemmen = new Map<string, Stem<Antwoord>>(
    teksten.map(({ sleutel }) => [
      sleutel,
      { antwoord: geldig.get(sleutel) ?? null, eerder: null },
    ]),
  )
  const kandidaten = teksten.map(({ sleutel, tekst }) => ({ sleutel, woorden: woordenVan(tekst) }))
  const weg = gegeven.filter((oud) => {
    if (stemmen.has(oud.sleutel)) return false
    const opvolger = meestGelijk(woordenVan(oud.tekst), kandidaten)
    const stem = opvolger && stemmen.get(opvolger)
    if (!opvolger || !stem) return true
    if (!stem.antwoord && !stem.eerder) {
      stemmen.set(opvolger, { antwoord: null, eerder: oud.antwoord })
    }
    return false
  })
  return { stemmen, weg }
}

/** From half of the words on, a text is the same one, changed. */
const GELIJK_GENOEG = 0.5

type Kandidaat = { sleutel: string; woorden: ReadonlySet<string> }

function meestGelijk(woorden: ReadonlySet<string>, kandidaten: readonly Kandidaat[]) {
  let beste = { sleutel: '', gelijkenis: 0 }
  for (const { sleutel, woorden: andere } of kandidaten) {
    const samen = [...woorden].filter((woord) => andere.has(woord)).length
    const gelijkenis = (2 * samen) / (woorden.size + andere.size)
    if (gelijkenis > beste.gelijkenis) beste = { sleutel, gelijkenis }
  }
  return beste.gelijkenis >= GELIJK_GENOEG ? beste.sleutel : null
}

function woordenVan(tekst: string): ReadonlySet<string> {
  return new Set(tekst.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}
