import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Blok, blokkenOf, heeftTekst, type Knoop, platteTekst } from './inhoud.ts'

const GEHEIM = 'GEHEIM'

test('[S1] what the editor makes comes through as plain data', () => {
  const knopen = [
    { type: 'heading', attrs: { level: 3 }, content: [text('Huisvesting')] },
    { type: 'heading', attrs: { level: 4 }, content: [text('Nu')] },
    alinea(text('Woont '), text('tijdelijk', 'bold'), text(' bij zijn zus', 'bold', 'italic')),
    { type: 'paragraph', content: [text('een'), { type: 'hardBreak' }, text('twee')] },
    lijst('bulletList', 'listItem', alinea(text('punt'))),
    lijst('orderedList', 'listItem', alinea(text('nummer'))),
    { type: 'table', content: [rij('tableHeader', 'Wie'), rij('tableCell', 'Zus')] },
  ]

  expect(blokkenOf(knopen)).toEqual([
    { soort: 'kop', niveau: 3, tekst: [{ tekst: 'Huisvesting' }] },
    { soort: 'kop', niveau: 4, tekst: [{ tekst: 'Nu' }] },
    {
      soort: 'alinea',
      tekst: [
        { tekst: 'Woont ' },
        { tekst: 'tijdelijk', vet: true },
        { tekst: ' bij zijn zus', vet: true, cursief: true },
      ],
    },
    { soort: 'alinea', tekst: [{ tekst: 'een' }, { tekst: '\n' }, { tekst: 'twee' }] },
    { soort: 'lijst', vorm: 'punten', items: [{ blokken: [platteAlinea('punt')] }] },
    { soort: 'lijst', vorm: 'nummers', items: [{ blokken: [platteAlinea('nummer')] }] },
    {
      soort: 'tabel',
      rijen: [
        [{ kop: true, blokken: [platteAlinea('Wie')] }],
        [{ kop: false, blokken: [platteAlinea('Zus')] }],
      ],
    },
  ] satisfies Blok[])
})

test('[S1] a task is done when it says exactly that', () => {
  const tasks = [true, false, 'true', 1, null].map((checked) => ({
    type: 'taskItem',
    attrs: { checked },
    content: [alinea(text('Bellen'))],
  }))
  const [blok] = blokkenOf([{ type: 'taskList', content: tasks }])

  expect(blok?.soort === 'lijst' && blok.items.map(({ gedaan }) => gedaan)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

test('[S1] a node of an unknown kind does not come through, nor what is in it', () => {
  const unknown = [
    'script',
    'comment',
    'image',
    'mention',
    'listItem',
    'tableRow',
    'text',
    '',
    'constructor',
    '__proto__',
  ]
  const knopen = unknown.map((type) => ({ type, text: GEHEIM, content: [alinea(text(GEHEIM))] }))

  expect(blokkenOf(knopen)).toEqual([])
})

test('[S1] inside a known node only what belongs there comes through', () => {
  const vreemd = { type: 'comment', text: GEHEIM, content: [text(GEHEIM)] }
  const knopen: Knoop[] = [
    { type: 'heading', content: [vreemd] },
    alinea(vreemd, alinea(text(GEHEIM))),
    {
      type: 'bulletList',
      content: [vreemd, alinea(text(GEHEIM)), { type: 'taskItem', content: [text(GEHEIM)] }],
    },
    { type: 'taskList', content: [{ type: 'listItem', content: [alinea(text(GEHEIM))] }] },
    { type: 'table', content: [{ ...rij('tableCell', GEHEIM), type: 'comment' }] },
    {
      type: 'table',
      content: [vreemd, { type: 'tableRow', content: [vreemd, alinea(text(GEHEIM))] }],
    },
  ]

  expect(JSON.stringify(blokkenOf(knopen))).not.toContain(GEHEIM)
})

test('[S1] attributes and marks never travel, and wrong ones change nothing', () => {
  const attrs = {
    level: '4',
    id: GEHEIM,
    author: GEHEIM,
    style: GEHEIM,
    href: GEHEIM,
    checked: GEHEIM,
  }
  const knopen: Knoop[] = [
    { type: 'heading', attrs, content: [text('Kop', 'link', GEHEIM)] },
    ...[undefined, 0, 1, 5, NaN, null, {}].map((level) => ({ type: 'heading', attrs: { level } })),
    { type: 'paragraph', attrs, content: [{ ...text('Tekst', 'comment'), attrs }] },
  ]
  const blokken = blokkenOf(knopen)

  expect(JSON.stringify(blokken)).not.toContain(GEHEIM)
  expect(blokken.filter((blok) => blok.soort === 'kop' && blok.niveau !== 3)).toEqual([])
  expect(blokken.at(-1)).toEqual(platteAlinea('Tekst'))
})

test('[S1] a tree of any depth is read, and ends at a depth that no editor makes', () => {
  const nested = (depth: number) => {
    let blok: Knoop = alinea(text('diep'))
    for (let i = 0; i < depth; i++) blok = lijst('bulletList', 'listItem', blok)
    return [blok]
  }

  expect(platteTekst(blokkenOf(nested(12)))).toBe('diep')
  expect(platteTekst(blokkenOf(nested(13)))).toBe('')
  expect(platteTekst(blokkenOf(nested(100_000)))).toBe('')
})

test('[S1] whatever the tree, the answer holds known blocks with plain text and nothing else', () => {
  fc.assert(
    fc.property(fc.array(knopen()), (tree) => {
      const blokken = blokkenOf(tree)
      expect(JSON.stringify(blokken)).not.toContain(GEHEIM)
      expect(JSON.parse(JSON.stringify(blokken))).toEqual(blokken)
      expect(keysOf(blokken)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('[F5] headings, empty lines and white space alone are not a text', () => {
  const nothing = [
    { type: 'heading', content: [text('Wat hebben we besproken?')] },
    alinea(),
    alinea(text('  \u00a0\n'), { type: 'hardBreak' }),
    lijst('taskList', 'taskItem', alinea(text(' '))),
    { type: 'table', content: [rij('tableCell', ' ')] },
  ]

  expect(heeftTekst(blokkenOf(nothing))).toBe(false)
  expect(heeftTekst([])).toBe(false)
})

test('[F5] one word is a text, also deep in a list or a table', () => {
  expect(heeftTekst(blokkenOf([alinea(text('Ja'))]))).toBe(true)
  expect(heeftTekst(blokkenOf([{ type: 'table', content: [rij('tableCell', 'Ja')] }]))).toBe(true)
  expect(
    heeftTekst(
      blokkenOf([
        lijst('bulletList', 'listItem', lijst('taskList', 'taskItem', alinea(text('Ja')))),
      ]),
    ),
  ).toBe(true)
})

test('[P1] the words of a plan are a line per block, in order', () => {
  const knopen = [
    { type: 'heading', content: [text('Doel')] },
    alinea(text('Een '), text('eigen', 'bold'), text(' kamer')),
    alinea(),
    lijst('orderedList', 'listItem', alinea(text('Inschrijven'))),
    { type: 'table', content: [rij('tableCell', 'voor december')] },
  ]

  expect(platteTekst(blokkenOf(knopen))).toBe('Doel\nEen eigen kamer\nInschrijven\nvoor december')
})

function text(value: string, ...marks: string[]): Knoop {
  return { type: 'text', text: value, marks }
}

function alinea(...content: Knoop[]): Knoop {
  return { type: 'paragraph', content }
}

function platteAlinea(tekst: string): Blok {
  return { soort: 'alinea', tekst: [{ tekst }] }
}

function lijst(type: string, item: string, ...content: Knoop[]): Knoop {
  return { type, content: [{ type: item, content }] }
}

function rij(cel: string, tekst: string): Knoop {
  return { type: 'tableRow', content: [{ type: cel, content: [alinea(text(tekst))] }] }
}

/** Trees that no editor would make: any kind inside any other, with marks and attributes that mean nothing. */
function knopen(): fc.Arbitrary<Knoop> {
  const types = [
    'heading',
    'paragraph',
    'bulletList',
    'orderedList',
    'taskList',
    'listItem',
    'taskItem',
    'table',
    'tableRow',
    'tableCell',
    'hardBreak',
    'text',
    'blockquote',
    'comment',
  ]
  const { knoop } = fc.letrec<{ knoop: Knoop }>((tie) => ({
    knoop: fc.record(
      {
        type: fc.constantFrom(...types),
        text: fc.constantFrom('', ' ', 'woord'),
        marks: fc.subarray(['bold', 'italic', 'link', GEHEIM]),
        attrs: fc.dictionary(
          fc.constantFrom('level', 'checked', 'id'),
          fc.constantFrom(3, 4, true, GEHEIM),
        ),
        content: fc.array(tie('knoop'), { maxLength: 4, depthIdentifier: 'knoop' }),
      },
      { requiredKeys: ['type'] },
    ),
  }))
  return knoop
}

const BEKEND = new Set(
  'soort niveau tekst vet cursief vorm items gedaan blokken rijen kop'.split(' '),
)

/** Names of fields, anywhere in the value, that no Blok has. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, field]) => [
    ...(BEKEND.has(key) ? [] : [key]),
    ...keysOf(field),
  ])
}
