import { parseWithZod } from '@conform-to/zod/v4'
import { expect, test } from 'vitest'
import { parseDatum } from '#domain/datum.ts'
import { nieuwOverlegSchema, toNieuwOverleg } from './nieuw-overleg.server.ts'

const POLITIE = '0198c0de-0000-7000-8000-000000000001'
const GEMEENTE = '0198c0de-0000-7000-8000-000000000002'
const GOED = [
  ['nummer', '2026-0412'],
  ['initialen', 'K.'],
  ['gemeente', 'Tilburg'],
  ['datum', '2026-12-08'],
  ['tijd', '10:00'],
  ['vraag', 'Hoe houdt hij zijn woning?'],
  ['linkVooroverleg', 'https://video.voorbeeld.nl/voor'],
  ['linkTafel', ''],
  ['metClient', 'met'],
  ['client', 'Dhr. K.'],
  ['vertegenwoordiger', ''],
  ['steunpersoon', ''],
  ['toelichting', ''],
  ['deelnemer', POLITIE],
  [`rol.${POLITIE}`, 'partner'],
  [`taak.${POLITIE}`, 'wijkagent'],
  [`rol.${GEMEENTE}`, 'casushouder'],
  [`taak.${GEMEENTE}`, ''],
] as const

function parse(changes: readonly (readonly [string, string])[]) {
  const form = new FormData()
  const changed = new Set(changes.map(([name]) => name))
  for (const [name, value] of GOED) if (!changed.has(name)) form.append(name, value)
  for (const [name, value] of changes) form.append(name, value)
  const vandaag = parseDatum('2026-11-22')
  if (!vandaag) throw new Error('A day')
  return parseWithZod(form, { schema: nieuwOverlegSchema(vandaag) })
}

function foutenIn(changes: readonly (readonly [string, string])[]) {
  const submission = parse(changes)
  return submission.status === 'success' ? [] : Object.keys(submission.error ?? {})
}

test('a form that is right becomes an overleg, with those who were chosen alone', () => {
  const submission = parse([])
  if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
  expect(toNieuwOverleg(submission.value)).toEqual({
    casus: { nummer: '2026-0412', initialen: 'K.', gemeente: 'Tilburg' },
    geplandOp: new Date('2026-12-08T09:00:00Z'),
    vraag: 'Hoe houdt hij zijn woning?',
    linkVooroverleg: 'https://video.voorbeeld.nl/voor',
    linkTafel: null,
    voorstelZonder: null,
    clienten: [{ soort: 'client', naam: 'Dhr. K.' }],
    deelnemers: [{ gebruikerId: POLITIE, rol: 'partner', taak: 'wijkagent' }],
  })
})

test('everything that is wrong is named at once', () => {
  const fouten = foutenIn([
    ['nummer', '12'],
    ['datum', '2026-02-30'],
    ['vraag', ''],
    ['linkTafel', 'http://video.voorbeeld.nl'],
    ['client', ''],
    ['deelnemer', ''],
  ])
  expect(fouten.toSorted()).toEqual([
    'client',
    'datum',
    'deelnemer',
    'linkTafel',
    'nummer',
    'vraag',
  ])
})

test('[F7] who proposes an overleg without the cliënt gives a reason, and explains another one', () => {
  expect(foutenIn([['metClient', 'zonder']])).toEqual(['reden'])
  expect(
    foutenIn([
      ['metClient', 'zonder'],
      ['reden', 'rode-lap'],
    ]),
  ).toEqual([])
  expect(
    foutenIn([
      ['metClient', 'zonder'],
      ['reden', 'anders'],
    ]),
  ).toEqual(['toelichting'])
  expect(
    foutenIn([
      ['metClient', 'zonder'],
      ['reden', 'zomaar'],
    ]),
  ).toEqual(['reden'])
})

test('a day that is over, an hour that is skipped, and the same link twice are refused', () => {
  expect(foutenIn([['datum', '2026-11-21']])).toEqual(['datum'])
  expect(
    foutenIn([
      ['datum', '2027-03-28'],
      ['tijd', '02:30'],
    ]),
  ).toEqual(['tijd'])
  expect(foutenIn([['linkTafel', 'https://video.voorbeeld.nl/voor']])).toEqual(['linkTafel'])
})

test('one casushouder at most, and only fields that are known', () => {
  const twee = [
    ['deelnemer', POLITIE],
    ['deelnemer', GEMEENTE],
    [`rol.${POLITIE}`, 'casushouder'],
  ] as const
  expect(foutenIn(twee)).toEqual(['deelnemer'])
  expect(foutenIn([['huisfunctie', 'beheerder']])).toEqual([''])
})
