import { expect, test } from 'vitest'
import {
  advanceFase,
  breakOffOverleg,
  FASEN,
  type Fase,
  type Overleg,
  reopenFase,
  startOverleg,
  type Tafel,
} from './fase.ts'
import type { Refusal } from './refusal.ts'
import type { Result } from './result.ts'

const NIET_LOPEND: Overleg[] = [
  { status: 'gepland' },
  { status: 'vastgesteld' },
  { status: 'afgebroken' },
]

test('[F1] a planned overleg starts in vraagstelling, in vooroverleg, and nothing else can be started', () => {
  expect(startOverleg({ status: 'gepland' })).toEqual({
    ok: true,
    value: lopend('vraagstelling', 'vooroverleg'),
  })
  for (const overleg of alleOverleggen().filter(({ status }) => status !== 'gepland')) {
    expect(answer(startOverleg(overleg))).toBe('overleg-niet-gepland')
  }
})

test('[F1] each fase is followed by the next one of VBOB, and the last by none', () => {
  const table = FASEN.map((from) => [
    from,
    answer(advanceFase(lopend(from, 'vooroverleg'), { from, heeftVraag: true })),
  ])

  expect(table).toEqual([
    ['vraagstelling', 'beeldvorming'],
    ['beeldvorming', 'oordeelsvorming'],
    ['oordeelsvorming', 'besluitvorming'],
    ['besluitvorming', 'laatste-fase'],
  ])
})

test('[F1] an overleg moves on only from the fase that is on the screen', () => {
  const table = FASEN.map((huidig) => [
    huidig,
    ...FASEN.map((from) =>
      answer(advanceFase(lopend(huidig, 'vooroverleg'), { from, heeftVraag: true })),
    ),
  ])

  // biome-ignore format: a table
  expect(table).toEqual([
    // is in             screen says: vraagstelling  beeldvorming        oordeelsvorming     besluitvorming
    ['vraagstelling',   'beeldvorming',              'fase-al-afgerond', 'fase-al-afgerond', 'fase-al-afgerond'],
    ['beeldvorming',    'fase-al-afgerond',          'oordeelsvorming',  'fase-al-afgerond', 'fase-al-afgerond'],
    ['oordeelsvorming', 'fase-al-afgerond',          'fase-al-afgerond', 'besluitvorming',   'fase-al-afgerond'],
    ['besluitvorming',  'fase-al-afgerond',          'fase-al-afgerond', 'fase-al-afgerond', 'laatste-fase'],
  ])
})

test('[F1] two clicks at once move an overleg one fase, not two', () => {
  const click = { from: 'beeldvorming', heeftVraag: true } as const
  const first = advanceFase(lopend('beeldvorming', 'vooroverleg'), click)

  expect(answer(first)).toBe('oordeelsvorming')
  expect(first.ok && answer(advanceFase(first.value, click))).toBe('fase-al-afgerond')
})

test('[F1] with the cliënt at the table there is no next fase to move on to', () => {
  const overleg = lopend('besluitvorming', 'met-client')

  expect(answer(advanceFase(overleg, { from: 'besluitvorming', heeftVraag: true }))).toBe(
    'laatste-fase',
  )
})

test('[F1] only an overleg that runs moves on', () => {
  for (const overleg of NIET_LOPEND) {
    for (const from of FASEN) {
      expect(answer(advanceFase(overleg, { from, heeftVraag: true }))).toBe('overleg-niet-lopend')
    }
  }
})

test('[F4] only vraagstelling needs a vraag to be left', () => {
  const table = FASEN.map((from) => [
    from,
    answer(advanceFase(lopend(from, 'vooroverleg'), { from, heeftVraag: false })),
  ])

  expect(table).toEqual([
    ['vraagstelling', 'vraag-ontbreekt'],
    ['beeldvorming', 'oordeelsvorming'],
    ['oordeelsvorming', 'besluitvorming'],
    ['besluitvorming', 'laatste-fase'],
  ])
})

test('[F3] reopening goes back exactly one fase, from the fase that is on the screen', () => {
  const table = FASEN.map((huidig) => [
    huidig,
    ...FASEN.map((from) =>
      answer(reopenFase(lopend(huidig, 'vooroverleg'), { from, reden: 'Nieuwe informatie' })),
    ),
  ])

  // biome-ignore format: a table
  expect(table).toEqual([
    // is in             screen says: vraagstelling  beeldvorming        oordeelsvorming     besluitvorming
    ['vraagstelling',   'eerste-fase',               'fase-al-afgerond', 'fase-al-afgerond', 'fase-al-afgerond'],
    ['beeldvorming',    'fase-al-afgerond',          'vraagstelling',    'fase-al-afgerond', 'fase-al-afgerond'],
    ['oordeelsvorming', 'fase-al-afgerond',          'fase-al-afgerond', 'beeldvorming',     'fase-al-afgerond'],
    ['besluitvorming',  'fase-al-afgerond',          'fase-al-afgerond', 'fase-al-afgerond', 'oordeelsvorming'],
  ])
})

test('[F3] nothing is reopened without a reason', () => {
  for (const reden of ['', ' ', '\n\t']) {
    const overleg = lopend('oordeelsvorming', 'vooroverleg')
    expect(answer(reopenFase(overleg, { from: 'oordeelsvorming', reden }))).toBe('reden-ontbreekt')
  }
})

test('[F3] nothing is reopened while the cliënt is at the table', () => {
  for (const from of FASEN) {
    const overleg = lopend('besluitvorming', 'met-client')
    expect(answer(reopenFase(overleg, { from, reden: 'Iets vergeten' }))).toBe(
      'client-zit-aan-tafel',
    )
  }
})

test('[F3] nothing is reopened before an overleg runs, or after it', () => {
  for (const overleg of NIET_LOPEND) {
    for (const from of FASEN) {
      expect(answer(reopenFase(overleg, { from, reden: 'Iets vergeten' }))).toBe(
        'overleg-niet-lopend',
      )
    }
  }
})

test('[T7] an overleg is broken off with a reason, while it is planned or runs', () => {
  for (const overleg of alleOverleggen()) {
    const over = overleg.status === 'vastgesteld' || overleg.status === 'afgebroken'
    expect(answer(breakOffOverleg(overleg, 'Partner is ziek'))).toBe(
      over ? 'overleg-niet-lopend' : 'afgebroken',
    )
    expect(answer(breakOffOverleg(overleg, '  '))).toBe(
      over ? 'overleg-niet-lopend' : 'reden-ontbreekt',
    )
  }
})

function lopend(fase: Fase, tafel: Tafel) {
  return { status: 'lopend', fase, tafel } as const
}

function alleOverleggen(): Overleg[] {
  return [
    ...NIET_LOPEND,
    ...FASEN.map((fase) => lopend(fase, 'vooroverleg')),
    lopend('besluitvorming', 'met-client'),
  ]
}

/** In one word: the fase or status that it became, or the code of the refusal. */
function answer(result: Result<Overleg, Refusal>) {
  if (!result.ok) return result.refusal.code
  return result.value.status === 'lopend' ? result.value.fase : result.value.status
}
