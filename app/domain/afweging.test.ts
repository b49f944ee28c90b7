import { expect, test } from 'vitest'
import { answerAfweging, checkAfgewogen, proposeAfweging } from './afweging.ts'
import type { Overleg } from './fase.ts'

const GEPLAND: Overleg = { status: 'gepland' }
const STANDEN = {
  gepland: GEPLAND,
  lopend: { status: 'lopend', fase: 'vraagstelling', tafel: 'vooroverleg' },
  vastgesteld: { status: 'vastgesteld' },
  afgebroken: { status: 'afgebroken' },
} as const satisfies Record<string, Overleg>
const VOORSTELLEN = {
  'rode lap': { voorstel: 'zonder', reden: 'rode-lap', toelichting: '' },
  risico: { voorstel: 'zonder', reden: 'risicogesprek', toelichting: '' },
  'anders, met woorden': { voorstel: 'zonder', reden: 'anders', toelichting: 'Zit in detentie.' },
  'anders, zonder woorden': { voorstel: 'zonder', reden: 'anders', toelichting: ' \n' },
  'toch met': { voorstel: 'met' },
} as const

function codeOf(result: { ok: boolean; refusal?: { code: string } }) {
  return result.refusal?.code ?? 'ja'
}

test('[F7] the table of what can be proposed, whole', () => {
  const table = Object.entries(VOORSTELLEN).flatMap(([naam, nieuw]) =>
    Object.entries(STANDEN).map(([status, overleg]) => [
      naam,
      status,
      ...[true, false].map((metClient) =>
        codeOf(
          proposeAfweging(
            { overleg, dicht: false, besloten: false, metClient },
            { open: null, nieuw },
          ),
        ),
      ),
    ]),
  )
  const voorbij = ['overleg-niet-gepland', 'overleg-niet-gepland']
  const later = (naam: string) =>
    ['lopend', 'vastgesteld', 'afgebroken'].map((status) => [naam, status, ...voorbij])

  // biome-ignore format: a table
  expect(table).toEqual([
    //                                       it is with               it is without
    ['rode lap',               'gepland',    'ja',                    'overleg-zonder-client'],
    ...later('rode lap'),
    ['risico',                 'gepland',    'ja',                    'overleg-zonder-client'],
    ...later('risico'),
    ['anders, met woorden',    'gepland',    'ja',                    'overleg-zonder-client'],
    ...later('anders, met woorden'),
    ['anders, zonder woorden', 'gepland',    'reden-ontbreekt',       'overleg-zonder-client'],
    ...later('anders, zonder woorden'),
    ['toch met',               'gepland',    'overleg-met-client',    'ja'],
    ...later('toch met'),
  ])
})

test('[F7] there is one proposal at a time, whatever it is', () => {
  for (const nieuw of Object.values(VOORSTELLEN)) {
    for (const metClient of [true, false]) {
      const stand = { overleg: GEPLAND, dicht: false, besloten: false, metClient }
      expect(codeOf(proposeAfweging(stand, { open: { id: 'a' }, nieuw }))).toBe('voorstel-open')
    }
  }
})

const ANTWOORD = {
  open: { id: 'a' },
  opScherm: 'a',
  reden: 'Zij wil zelf meepraten.',
  voorstel: 'zonder',
  metBrief: false,
} as const

test('[F7] an answer belongs to the proposal that was on the screen, beforehand; a refusal has a reason', () => {
  for (const uitkomst of ['bevestigd', 'geweigerd', 'ingetrokken'] as const) {
    const antwoord = { ...ANTWOORD, uitkomst }
    expect(answerAfweging(GEPLAND, antwoord)).toEqual({ ok: true, value: uitkomst })
    for (const anders of [{ open: null }, { opScherm: 'b' }, { open: { id: 'b' } }]) {
      const result = answerAfweging(GEPLAND, { ...antwoord, ...anders })
      expect(codeOf(result)).toBe('voorstel-beantwoord')
    }
    for (const overleg of [STANDEN.lopend, STANDEN.vastgesteld, STANDEN.afgebroken]) {
      expect(codeOf(answerAfweging(overleg, antwoord))).toBe('overleg-niet-gepland')
    }
    const zonderReden = codeOf(answerAfweging(GEPLAND, { ...antwoord, reden: ' ' }))
    expect(zonderReden).toBe(uitkomst === 'geweigerd' ? 'reden-ontbreekt' : 'ja')
  }
})

test('[F7] who has a letter is called first: without him is not confirmed over his head', () => {
  const metBrief = { ...ANTWOORD, metBrief: true }
  expect(codeOf(answerAfweging(GEPLAND, { ...metBrief, uitkomst: 'bevestigd' }))).toBe(
    'client-al-uitgenodigd',
  )
  expect(answerAfweging(GEPLAND, { ...metBrief, uitkomst: 'geweigerd' }).ok).toBe(true)
  expect(answerAfweging(GEPLAND, { ...metBrief, uitkomst: 'ingetrokken' }).ok).toBe(true)
  const toch = { ...metBrief, voorstel: 'met', uitkomst: 'bevestigd' } as const
  expect(answerAfweging(GEPLAND, toch).ok).toBe(true)
})

test('[F7] an overleg does not begin while the question is open', () => {
  expect(checkAfgewogen(null)).toEqual({ ok: true, value: null })
  expect(codeOf(checkAfgewogen({ id: 'a' }))).toBe('voorstel-open')
})
