import { expect, test } from 'vitest'
import { parseDatum } from './datum.ts'
import { planMonitoring } from './monitoring.ts'

test('[P1] vaststellen plans a moment after 1 week, 1 month, 3 months and 6 months', () => {
  expect(momentsAfter('2026-12-08')).toEqual([
    { termijn: '1 week', datum: '2026-12-15' },
    { termijn: '1 maand', datum: '2027-01-08' },
    { termijn: '3 maanden', datum: '2027-03-08' },
    { termijn: '6 maanden', datum: '2027-06-08' },
  ])
})

test('[P1] a plan of the end of a month is monitored at the end of shorter months', () => {
  expect(momentsAfter('2027-08-31').map(({ datum }) => datum)).toEqual([
    '2027-09-07',
    '2027-09-30',
    '2027-11-30',
    '2028-02-29',
  ])
})

function momentsAfter(text: string) {
  const vastgesteld = parseDatum(text)
  if (!vastgesteld) throw new Error(`Not a datum: ${text}`)
  return planMonitoring(vastgesteld)
}
