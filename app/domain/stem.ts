import type { Gegeven, Stem } from './antwoord.ts'
import type { WieVoorClient } from './projectie.ts'
import { gewoneTekst, sleutelOf } from './zin.ts'

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
