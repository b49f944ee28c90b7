import { expect, test } from 'vitest'
import { formatMoment, parseMoment } from './moment.ts'

test('a clock in the Netherlands is one hour ahead in winter and two in summer', () => {
  expect(parseMoment('2026-12-08', '10:00')?.toISOString()).toBe('2026-12-08T09:00:00.000Z')
  expect(parseMoment('2026-07-08', '10:00')?.toISOString()).toBe('2026-07-08T08:00:00.000Z')
})

test('an hour that is skipped in spring is no moment, and its neighbours are', () => {
  expect(parseMoment('2026-03-29', '02:30')).toBeNull()
  expect(parseMoment('2026-03-29', '01:59')?.toISOString()).toBe('2026-03-29T00:59:00.000Z')
  expect(parseMoment('2026-03-29', '03:00')?.toISOString()).toBe('2026-03-29T01:00:00.000Z')
})

test('of an hour that comes twice in autumn the first is meant', () => {
  expect(parseMoment('2026-10-25', '02:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(parseMoment('2026-10-25', '03:00')?.toISOString()).toBe('2026-10-25T02:00:00.000Z')
})

test('what is no day or no time is no moment', () => {
  const wrong = [
    ['2026-02-30', '10:00'],
    ['2026-12-08', '24:00'],
    ['2026-12-08', '9:00'],
    ['8-12-2026', '10:00'],
    [undefined, null],
  ]
  expect(wrong.map(([datum, tijd]) => parseMoment(datum, tijd))).toEqual(wrong.map(() => null))
})

test('what was shown in a form can be read back', () => {
  const moment = new Date('2026-10-25T09:15:00Z')
  const { datum, tijd } = formatMoment(moment)
  expect({ datum, tijd }).toEqual({ datum: '2026-10-25', tijd: '10:15' })
  expect(parseMoment(datum, tijd)).toEqual(moment)
})
