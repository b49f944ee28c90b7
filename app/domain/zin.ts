import { type Blok, platteTekst, type Stuk } from './inhoud.ts'

/** One sentence as it stands on the screen. `sleutel` comes from its words alone: other words are another sentence. K3 */
export type Zin = { sleutel: string; tekst: string; stukken: Stuk[] }

/** A text as a list to answer: its headings, and below them its sentences. */
type Zinregel = { soort: 'kop'; tekst: string } | ({ soort: 'zin' } & Zin)

/** The sentences of a text, in their order; the same words twice are one. The same in browser and server. */
export function zinnenOf(blokken: readonly Blok[]): Zin[] {
  const zinnen = regelsOf(blokken).flatMap((regel) => (regel.soort === 'zin' ? [regel] : []))
  return [...new Map(zinnen.map(({ soort: _, ...zin }) => [zin.sleutel, zin])).values()]
}

export function regelsOf(blokken: readonly Blok[]): Zinregel[] {
  const segmenter = new Intl.Segmenter('nl', { granularity: 'sentence' })
  return blokken.flatMap((blok) => regelsVan(blok, segmenter))
}

/** Words as they are compared: how much white space stands between them is nothing that anybody said. */
export function gewoneTekst(tekst: string): string {
  return tekst
    .replaceAll('\0', '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** A short name for words, made of nothing but those words: 64 bits, no secret, no id. */
export function sleutelOf(tekst: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let index = 0; index < tekst.length; index += 1) {
    const teken = tekst.charCodeAt(index)
    a = Math.imul(a ^ teken, 2654435761)
    b = Math.imul(b ^ teken, 1597334677)
  }
  const links = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  const rechts =
    Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(links ^ (links >>> 13), 3266489909)
  return [links, rechts].map((deel) => (deel >>> 0).toString(36).padStart(7, '0')).join('')
}

export const SLEUTEL = /^[0-9a-z]{14}$/

function regelsVan(blok: Blok, segmenter: Intl.Segmenter): Zinregel[] {
  switch (blok.soort) {
    case 'kop': {
      const tekst = gewoneTekst(platteTekst([blok]))
      return tekst ? [{ soort: 'kop', tekst }] : []
    }
    case 'alinea':
      return zinnenVan(blok.tekst, segmenter)
    case 'lijst':
      return blok.items.flatMap(({ blokken }) => blokken.flatMap((b) => regelsVan(b, segmenter)))
    case 'tabel':
      return rijenVan(blok.rijen)
  }
}

type Rijen = Extract<Blok, { soort: 'tabel' }>['rijen']

/** A cell says nothing without its row: a row is one sentence, each cell with the name of its column. */
function rijenVan([eerste = [], ...rest]: Rijen): Zinregel[] {
  const koppen = eerste.length > 0 && eerste.every(({ kop }) => kop) ? eerste.map(celtekst) : null
  return (koppen ? rest : [eerste, ...rest]).flatMap((rij) => {
    const delen = rij.map((cel, index) =>
      [koppen?.[index], celtekst(cel)].filter(Boolean).join(': '),
    )
    const gevuld = delen.filter((_, index) => celtekst(rij[index]) !== '')
    return zinOf([{ tekst: gevuld.join(', ') }])
  })
}

function celtekst(cel: Rijen[number][number] | undefined): string {
  return gewoneTekst(platteTekst(cel?.blokken ?? []))
}

function zinnenVan(stukken: readonly Stuk[], segmenter: Intl.Segmenter): Zinregel[] {
  const tekst = stukken.map((stuk) => stuk.tekst).join('')
  let begin = 0
  return grenzenOf(tekst, segmenter).flatMap((einde) => {
    const zin = zinOf(knip(stukken, begin, einde))
    begin = einde
    return zin
  })
}

function zinOf(stukken: Stuk[]): Zinregel[] {
  const tekst = gewoneTekst(stukken.map((stuk) => stuk.tekst).join(''))
  return tekst ? [{ soort: 'zin', sleutel: sleutelOf(tekst), tekst, stukken }] : []
}

/** Where sentences end. What the rules of Unicode take for an end after "dhr." or "1." is none. */
function grenzenOf(tekst: string, segmenter: Intl.Segmenter): number[] {
  const grenzen: number[] = []
  let begin = 0
  let heeftLetter = false
  for (const { index, segment } of segmenter.segment(tekst)) {
    heeftLetter ||= LETTER.test(segment)
    if (!heeftLetter || loopDoor(segment)) continue
    begin = index + segment.length
    grenzen.push(begin)
    heeftLetter = false
  }
  if (begin === tekst.length) return grenzen
  // Without a letter ("😀") what is left over belongs to the sentence before it.
  return [...(heeftLetter ? grenzen : grenzen.slice(0, -1)), tekst.length]
}

const LETTER = /\p{L}/u
const AFKORTINGEN = new Set(
  `a.u.b. art. b.v. bijv. blz. bv. ca. dhr. dr. drs. evt. excl. fam. geb. gem. incl. ing. ir. jl. max.
  mej. mevr. min. mr. mw. nl. nr. p. prof. resp. secr. st. t.a.v. tel. vgl. voorz. wrsch.
  jan. feb. mrt. apr. jun. jul. aug. sept. okt. nov. dec.`.split(/\s+/),
)

const LANGSTE_AFKORTING = 40

function loopDoor(segment: string): boolean {
  if (/[\n\r\u2028\u2029]\s*$/.test(segment.slice(-LANGSTE_AFKORTING))) return false
  const laatste = /[\p{L}.]+\.$/u.exec(segment.trimEnd().slice(-LANGSTE_AFKORTING))?.[0] ?? ''
  return (
    AFKORTINGEN.has(laatste.toLowerCase()) ||
    // An initial ("K."), and letters with dots between them ("o.a.").
    /^(\p{Lu}|(\p{L}\.)+\p{L})\.$/u.test(laatste)
  )
}

function knip(stukken: readonly Stuk[], begin: number, einde: number): Stuk[] {
  let van = 0
  return stukken.flatMap((stuk) => {
    const tekst = stuk.tekst.slice(Math.max(0, begin - van), Math.max(0, einde - van))
    van += stuk.tekst.length
    return tekst ? [{ ...stuk, tekst }] : []
  })
}
