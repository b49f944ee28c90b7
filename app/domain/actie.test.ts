import { expect, test } from 'vitest'
import {
  ACTIESTATUS_GEWOON,
  ACTIESTATUS_TEKST,
  ACTIESTATUSSEN,
  type Actiestatus,
  type Bijwerker,
  type Drager,
  formatWie,
  isLeeg,
  isLopend,
  isVolledig,
  magBijwerken,
  parseConceptactie,
  parseWie,
  updateActie,
} from './actie.ts'

const ID = '7b0c9a52-5f0e-4d3a-9d5e-2f1f6f0a1c11'
const PLAN = { id: ID, wat: 'Briefadres aanvragen', wie: 'client', wanneer: '2026-12-08' }

const GEMEENTE = { soort: 'organisatie', organisatieId: 'gemeente' } as const
const POLITIE = { soort: 'organisatie', organisatieId: 'politie' } as const
const CLIENT = { soort: 'client' } as const
const DRAGERS = [GEMEENTE, POLITIE, CLIENT] satisfies Drager[]

const BIJWERKERS = {
  procesregisseur: { soort: 'professional', rol: 'procesregisseur', organisatieId: 'vhuis' },
  casushouder: { soort: 'professional', rol: 'casushouder', organisatieId: 'reclassering' },
  'partner van de gemeente': { soort: 'professional', rol: 'partner', organisatieId: 'gemeente' },
  client: { soort: 'clientzijde', persoon: 'client' },
  vertegenwoordiger: { soort: 'clientzijde', persoon: 'vertegenwoordiger' },
  steunpersoon: { soort: 'clientzijde', persoon: 'steunpersoon' },
} as const satisfies Record<string, Bijwerker>

test('[P3] who updates which actie', () => {
  const table = Object.entries(BIJWERKERS).map(([naam, bijwerker]) => [
    naam,
    ...DRAGERS.map((drager) => (magBijwerken(bijwerker, drager) ? 'ja' : '-')),
  ])

  // biome-ignore format: a table
  expect(table).toEqual([
    // an actie of                the gemeente  the politie  the cliënt
    ['procesregisseur',           '-',          '-',         '-'],
    ['casushouder',               'ja',         'ja',        'ja'],
    ['partner van de gemeente',   'ja',         '-',         '-'],
    ['client',                    '-',          '-',         'ja'],
    ['vertegenwoordiger',         '-',          '-',         'ja'],
    ['steunpersoon',              '-',          '-',         '-'],
  ])
})

test('[P3] to which state each may bring an actie that he may update', () => {
  const table = ACTIESTATUSSEN.map((status) => [
    status,
    ...Object.values(BIJWERKERS).map((bijwerker) => code(bijwerker, status)),
  ])

  // biome-ignore format: a table
  expect(table).toEqual([
    //                             procesregisseur  casushouder  gemeente  cliënt          vertegenw.      steunpersoon
    ['open',                        'niet-bevoegd', 'ja',        'ja',     'ja',           'ja',           'niet-bevoegd'],
    ['loopt',                       'niet-bevoegd', 'ja',        'ja',     'niet-bevoegd', 'niet-bevoegd', 'niet-bevoegd'],
    ['gedaan',                      'niet-bevoegd', 'ja',        'ja',     'ja',           'ja',           'niet-bevoegd'],
    ['niet-gelukt-omstandigheden',  'niet-bevoegd', 'ja',        'ja',     'niet-bevoegd', 'niet-bevoegd', 'niet-bevoegd'],
    ['niet-gelukt-niet-uitgevoerd', 'niet-bevoegd', 'ja',        'ja',     'niet-bevoegd', 'niet-bevoegd', 'niet-bevoegd'],
    ['vervallen',                   'niet-bevoegd', 'ja',        'ja',     'niet-bevoegd', 'niet-bevoegd', 'niet-bevoegd'],
  ])
})

test('[P2] vervallen needs a reason, and no other state does', () => {
  const needs = ACTIESTATUSSEN.filter((status) => {
    const result = updateActie(BIJWERKERS.casushouder, GEMEENTE, {
      status,
      notitie: ' \n',
      uitleg: '',
    })
    return !result.ok && result.refusal.code === 'reden-ontbreekt'
  })

  expect(needs).toEqual(['vervallen'])
})

test('[P2] a note is kept as it was written, without the space around it', () => {
  const wijziging = {
    status: 'vervallen',
    notitie: '  Cliënt is verhuisd.\n',
    uitleg: ' U woont nu ergens anders. ',
  } as const

  expect(updateActie(BIJWERKERS.casushouder, CLIENT, wijziging)).toEqual({
    ok: true,
    value: {
      status: 'vervallen',
      notitie: 'Cliënt is verhuisd.',
      uitleg: 'U woont nu ergens anders.',
    },
  })
})

test('[P3] the cliënt may add a word, and explains nothing to himself', () => {
  const woord = { status: 'gedaan', notitie: 'Ging goed.', uitleg: '' } as const

  expect(updateActie(BIJWERKERS.client, CLIENT, woord)).toEqual({ ok: true, value: woord })
  expect(updateActie(BIJWERKERS.client, CLIENT, { ...woord, uitleg: 'Zie je wel.' })).toEqual({
    ok: false,
    refusal: { code: 'niet-bevoegd' },
  })
})

test('[P2] an actie has six states', () => {
  expect(Object.values(ACTIESTATUS_TEKST)).toEqual([
    'Open',
    'Loopt',
    'Gedaan',
    'Lukt niet: omstandigheden veranderd',
    'Lukt niet: niet uitgevoerd',
    'Vervallen',
  ])
})

test('[P2] only open and loopt still ask for something', () => {
  expect(ACTIESTATUSSEN.filter(isLopend)).toEqual(['open', 'loopt'])
})

test('[P3] the client side reads each state in a sentence of its own, of at most eight words', () => {
  const sentences = Object.values(ACTIESTATUS_GEWOON)

  expect(new Set(sentences).size).toBe(ACTIESTATUSSEN.length)
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(sentence.split(' ').length).toBeLessThanOrEqual(8)
  }
})

test('[F4] an actie is complete with a wat, a wie and a wanneer', () => {
  const lacking = { ...PLAN, leefgebied: '', waarom: '' }

  expect(isVolledig(conceptOf(lacking))).toBe(true)
  expect(isVolledig(conceptOf({ ...PLAN, wat: ' \n ' }))).toBe(false)
  expect(isVolledig(conceptOf({ ...PLAN, wie: '' }))).toBe(false)
  expect(isVolledig(conceptOf({ ...PLAN, wanneer: '' }))).toBe(false)
})

test('[F4] an actie with anything but a leefgebied in it is not empty', () => {
  expect(isLeeg(conceptOf({ id: ID, wat: ' ', waarom: '' }))).toBe(true)
  expect(isLeeg(conceptOf({ id: ID, leefgebied: 'Zorg' }))).toBe(true)
  for (const field of [
    { wat: 'Bellen' },
    { waarom: 'Rust' },
    { wie: 'client' },
    { wanneer: '2026-12-08' },
  ]) {
    expect(isLeeg(conceptOf({ id: ID, ...field }))).toBe(false)
  }
})

test('[F4] wie is the cliënt or one deelnemer, and reads back as it was written', () => {
  for (const wie of [{ soort: 'client' }, { soort: 'deelnemer', deelnemerId: ID }] as const) {
    expect(parseWie(formatWie(wie))).toEqual(wie)
  }
})

test('[F4] nothing else is a wie', () => {
  const wrong = [
    '',
    'Client',
    'client ',
    'deelnemer:',
    `deelnemer: ${ID}`,
    `deelnemer:${ID}\n`,
    `deelnemer:${ID.toUpperCase()}`,
    `deelnemer:${'-'.repeat(36)}`,
    `x\ndeelnemer:${ID}`,
    ID,
    null,
    0,
    { soort: 'client' },
    ['client'],
  ]

  expect(wrong.map(parseWie)).toEqual(wrong.map(() => null))
})

test('[F4] a conceptactie is read from what is there, and wrong fields become empty', () => {
  const written = { ...PLAN, leefgebied: 'Zorg', waarom: 'Voor rust', auteur: 'Tom de Vries' }

  expect(parseConceptactie(written)).toEqual({
    id: ID,
    wat: 'Briefadres aanvragen',
    wie: { soort: 'client' },
    wanneer: '2026-12-08',
    leefgebied: 'Zorg',
    waarom: 'Voor rust',
  })
  expect(
    parseConceptactie({
      id: ID,
      wat: 1,
      wie: {},
      wanneer: '31-12-2026',
      leefgebied: 'Geluk',
      waarom: [],
    }),
  ).toEqual({ id: ID, wat: '', wie: null, wanneer: null, leefgebied: null, waarom: '' })
})

test('[F4] what has no id of its own is not an actie', () => {
  const wrong = [
    null,
    undefined,
    'actie',
    7,
    [],
    {},
    { ...PLAN, id: 1 },
    { ...PLAN, id: 'x' },
    { ...PLAN, id: '-'.repeat(36) },
    Object.create(PLAN),
  ]

  expect(wrong.map(parseConceptactie)).toEqual(wrong.map(() => null))
})

/** Of an actie of whom it is: the cliënt's for the client side, otherwise the gemeente's. */
function code(bijwerker: Bijwerker, status: Actiestatus): string {
  const drager = bijwerker.soort === 'clientzijde' ? CLIENT : GEMEENTE
  const result = updateActie(bijwerker, drager, {
    status,
    notitie: 'Gebeld op maandag',
    uitleg: '',
  })
  return result.ok ? 'ja' : result.refusal.code
}

function conceptOf(fields: Record<string, unknown>) {
  const actie = parseConceptactie(fields)
  if (!actie) throw new Error('Not an actie')
  return actie
}
