import { expect, test } from 'vitest'
import { addDagen, type Datum, parseDatum } from './datum.ts'
import { isEvaluatieOpen, kwartaalOf, meesteAntwoord, toonbaar } from './evaluatie.ts'

function dag(text: string): Datum {
  const datum = parseDatum(text)
  if (!datum) throw new Error(`No day: ${text}`)
  return datum
}

const VASTGESTELD = dag('2026-12-30')
const FEITEN = { vastgesteldOp: VASTGESTELD, verschenen: true, klaar: [] }

test('[K10] the cliënt is asked on the day and the day after, the casushouder four weeks, each once', () => {
  const dagen = (wie: 'client' | 'casushouder') =>
    Array.from({ length: 40 }, (_, n) => addDagen(VASTGESTELD, n)).filter((vandaag) =>
      isEvaluatieOpen(wie, FEITEN, vandaag),
    ).length
  expect([dagen('client'), dagen('casushouder')]).toEqual([2, 28])

  const klaar = { ...FEITEN, klaar: ['client'] as const }
  expect(isEvaluatieOpen('client', klaar, VASTGESTELD)).toBe(false)
  expect(isEvaluatieOpen('casushouder', klaar, VASTGESTELD)).toBe(true)
})

test('[K10] nobody is asked about a table that the cliënt did not sit at', () => {
  const weg = { ...FEITEN, verschenen: false }
  expect(isEvaluatieOpen('client', weg, VASTGESTELD)).toBe(false)
  expect(isEvaluatieOpen('casushouder', weg, VASTGESTELD)).toBe(false)
})

test('[K10] of the moment of an answer a quarter is left', () => {
  const kwartalen = ['2026-01-01', '2026-03-31', '2026-04-01', '2026-09-30', '2026-12-31']
  expect(kwartalen.map((text) => kwartaalOf(dag(text)))).toEqual([
    '2026-1',
    '2026-1',
    '2026-2',
    '2026-3',
    '2026-4',
  ])
})

test('[K10] what fewer than five people said is told to nobody, also not that nobody said it', () => {
  expect([0, 1, 4, 5, 6].map(toonbaar)).toEqual([null, null, null, 5, 6])
  expect(meesteAntwoord({ ja: 4, 'een-beetje': 0, nee: 0 })).toBe(null)
  expect(meesteAntwoord({ ja: 7, 'een-beetje': 2, nee: 0 })).toBe('ja')
  expect(meesteAntwoord({ ja: 6, 'een-beetje': 1, nee: 6 })).toBe(null)
})
