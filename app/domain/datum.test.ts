import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDagen, addMaanden, type Datum, datumInNederland, parseDatum } from './datum.ts'

test('[F4] a wanneer is a day that exists', () => {
  for (const day of ['2026-12-08', '2024-02-29', '2000-02-29', '1999-12-31']) {
    expect(parseDatum(day)).toBe(day)
  }
})

test('[F4] what is not a day that exists is no wanneer', () => {
  const wrong = [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '08-12-2026',
    '2026-12-08T10:00:00Z',
    ' 2026-12-08',
    '2026-12-08\n',
    '+002026-12-08',
    '',
    null,
    undefined,
    20261208,
    new Date(0),
    ['2026-12-08'],
  ]

  expect(wrong.map(parseDatum)).toEqual(wrong.map(() => null))
})

test('[P1] the day of vaststellen is the day that it is in the Netherlands, in winter and in summer', () => {
  const table = [
    '2026-01-15T22:59:59Z',
    '2026-01-15T23:00:00Z',
    '2026-07-15T21:59:59Z',
    '2026-07-15T22:00:00Z',
    // The clock goes forward in the night of 29 March and back in that of 25 October.
    '2026-03-28T23:00:00Z',
    '2026-03-29T22:00:00Z',
    '2026-10-24T22:00:00Z',
    '2026-10-25T22:59:59Z',
    '2026-10-25T23:00:00Z',
    '2026-12-31T23:00:00Z',
  ].map((moment) => datumInNederland(new Date(moment)))

  expect(table).toEqual([
    '2026-01-15',
    '2026-01-16',
    '2026-07-15',
    '2026-07-16',
    '2026-03-29',
    '2026-03-30',
    '2026-10-25',
    '2026-10-25',
    '2026-10-26',
    '2027-01-01',
  ])
})

test('[P1] days are counted over leap days, ends of months and years, and changes of the clock', () => {
  const table = [
    addDagen(datum('2024-02-28'), 1),
    addDagen(datum('2025-02-28'), 1),
    addDagen(datum('2026-12-31'), 1),
    addDagen(datum('2026-01-01'), -1),
    addDagen(datum('2026-03-28'), 7),
    addDagen(datum('2026-10-24'), 7),
    addDagen(datum('2024-01-01'), 366),
    addDagen(datum('2026-05-05'), 0),
  ]

  expect(table).toEqual([
    '2024-02-29',
    '2025-03-01',
    '2027-01-01',
    '2025-12-31',
    '2026-04-04',
    '2026-10-31',
    '2025-01-01',
    '2026-05-05',
  ])
})

test('[P1] a month later is the same day, or the last one of a shorter month', () => {
  const table = [
    addMaanden(datum('2026-01-31'), 1),
    addMaanden(datum('2024-01-31'), 1),
    addMaanden(datum('2026-08-31'), 1),
    addMaanden(datum('2026-11-30'), 3),
    addMaanden(datum('2026-08-31'), 6),
    addMaanden(datum('2026-12-08'), 1),
    addMaanden(datum('2024-02-29'), 12),
    addMaanden(datum('2026-03-31'), -1),
    addMaanden(datum('2026-05-05'), 0),
  ]

  expect(table).toEqual([
    '2026-02-28',
    '2024-02-29',
    '2026-09-30',
    '2027-02-28',
    '2027-02-28',
    '2027-01-08',
    '2025-02-28',
    '2026-02-28',
    '2026-05-05',
  ])
})

test('[P1] any sum of days or months is a day that exists, and later sorts later', () => {
  const dagen = fc
    .date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map(datumInNederland)
  fc.assert(
    fc.property(
      dagen,
      fc.integer({ min: 1, max: 4000 }),
      fc.integer({ min: 1, max: 240 }),
      (dag, n, m) => {
        const later = addDagen(dag, n)
        expect(parseDatum(later)).toBe(later)
        expect(later > dag).toBe(true)
        expect(addDagen(later, -n)).toBe(dag)

        const maanden = addMaanden(dag, m)
        expect(parseDatum(maanden)).toBe(maanden)
        expect(maanden > dag).toBe(true)
      },
    ),
  )
})

function datum(text: string): Datum {
  const parsed = parseDatum(text)
  if (!parsed) throw new Error(`Not a datum: ${text}`)
  return parsed
}
