import { expect, test } from 'vitest'
import type { Blok, Stuk } from './inhoud.ts'
import { regelsOf, SLEUTEL, sleutelOf, zinnenOf } from './zin.ts'

test.each([
  ['Hij zoekt een huis. Zij ook.', ['Hij zoekt een huis.', 'Zij ook.']],
  [
    'Dhr. K. Jansen woont hier. Mw. van Dam helpt.',
    ['Dhr. K. Jansen woont hier.', 'Mw. van Dam helpt.'],
  ],
  ['A. de W. woont bij zijn zus.', ['A. de W. woont bij zijn zus.']],
  ['Dat is voor u. Daarna gaan we door!', ['Dat is voor u.', 'Daarna gaan we door!']],
  ['Om 14.30 uur, d.w.z. na de les. Klaar?', ['Om 14.30 uur, d.w.z. na de les.', 'Klaar?']],
  ['Hulp van o.a. Bureau Halt. Goed.', ['Hulp van o.a. Bureau Halt.', 'Goed.']],
  ['1. Een huis zoeken.', ['1. Een huis zoeken.']],
  ['Schuld van € 4.000. Dat is veel.', ['Schuld van € 4.000.', 'Dat is veel.']],
  ['Fijn! 😀', ['Fijn! 😀']],
  ['Geen punt aan het einde', ['Geen punt aan het einde']],
  ['Eerst dit.\nDan dat', ['Eerst dit.', 'Dan dat']],
  ['Hij praat. Bel dhr.', ['Hij praat.', 'Bel dhr.']],
  [' \n\t', []],
])('[K3] %j is cut into its sentences', (tekst, zinnen) => {
  expect(zinnenOf([alinea(tekst)]).map((zin) => zin.tekst)).toEqual(zinnen)
})

test('[K3] headings are no sentences, an item is one, and a row of a table is one with the names of its columns', () => {
  const blokken: Blok[] = [
    { soort: 'kop', niveau: 3, tekst: [{ tekst: 'Schulden' }] },
    { soort: 'lijst', vorm: 'punten', items: [{ blokken: [alinea('Huur')] }, { blokken: [] }] },
    {
      soort: 'tabel',
      rijen: [
        [cel('Bij wie', true), cel('Hoeveel', true)],
        [cel('De woningbouw'), cel('€ 400')],
        [cel('Een vriend'), cel('')],
        [cel(''), cel('')],
      ],
    },
  ]
  expect(regelsOf(blokken).map(({ soort, tekst }) => [soort, tekst])).toEqual([
    ['kop', 'Schulden'],
    ['zin', 'Huur'],
    ['zin', 'Bij wie: De woningbouw, Hoeveel: € 400'],
    ['zin', 'Bij wie: Een vriend'],
  ])
})

test('[K3] what is bold in a sentence stays so, also across its end', () => {
  const stukken: Stuk[] = [
    { tekst: 'Dit is ' },
    { tekst: 'vast. Dat', vet: true },
    { tekst: ' niet.' },
  ]
  expect(zinnenOf([{ soort: 'alinea', tekst: stukken }]).map((zin) => zin.stukken)).toEqual([
    [{ tekst: 'Dit is ' }, { tekst: 'vast. ', vet: true }],
    [{ tekst: 'Dat', vet: true }, { tekst: ' niet.' }],
  ])
})

test('[K3] other words have another name; other spaces and other bold have not', () => {
  const sleutels = (...blokken: Blok[]) => zinnenOf(blokken).map((zin) => zin.sleutel)
  const [eerste] = sleutels(alinea('U woont bij uw zus.'))
  expect(sleutels(alinea('  U woont\u00a0bij  uw zus. '))).toEqual([eerste])
  expect(
    sleutels({
      soort: 'alinea',
      tekst: [{ tekst: 'U woont bij ' }, { tekst: 'uw zus.', vet: true }],
    }),
  ).toEqual([eerste])
  expect(sleutels(alinea('U woont bij uw zus!'))).not.toEqual([eerste])
  expect(sleutels(alinea('Ja.'), alinea('Ja.'))).toHaveLength(1)
})

test.each([
  'a\0b. C\ud800d. E',
  'مرحبا. \u202eomgekeerd\u202c. Goed.',
  '1. 2. 3. 4. ...!?! 😀😀. Ja. 😀',
  '<script>alert(1)</script>. {{7*7}}. "; drop table antwoord; --',
  'Zonder eind dhr. dhr. dhr. mw. K. K. K.',
  'e\u0301e\u0301n. \u0301. Twee.',
])('[K3] of %j no word is lost, and each sentence has a name that a form may carry', (tekst) => {
  const zinnen = zinnenOf([alinea(tekst)])
  expect(zinnen.every(({ sleutel }) => SLEUTEL.test(sleutel))).toBe(true)
  const heel = zinnen.flatMap(({ stukken }) => stukken.map((stuk) => stuk.tekst)).join('')
  expect(heel.match(/\p{L}+/gu)).toEqual(tekst.match(/\p{L}+/gu))
})

test('[K3] a text without an end is cut in time', () => {
  const begin = performance.now()
  for (const tekst of ['1. ', 'K. ', 'dhr. ', 'a', '\n']) zinnenOf([alinea(tekst.repeat(50_000))])
  expect(performance.now() - begin).toBeLessThan(5000)
})

test('[K3] names of twenty thousand sentences are all different', () => {
  const sleutels = Array.from({ length: 20_000 }, (_, nummer) => sleutelOf(`Dit is zin ${nummer}.`))
  expect(new Set(sleutels).size).toBe(sleutels.length)
})

function alinea(tekst: string): Blok {
  return { soort: 'alinea', tekst: [{ tekst }] }
}

function cel(tekst: string, kop = false) {
  return { kop, blokken: tekst ? [alinea(tekst)] : [] }
}
