import { expect, test } from 'vitest'
import { looptijdOf } from './looptijd.ts'

const begonnenOp = new Date('2026-12-08T09:00:00Z')
const na = (minuten: number, seconden: number) =>
  begonnenOp.getTime() + (minuten * 60 + seconden) * 1000

test('the time that is left counts down', () => {
  const { soort, tekst, gesproken } = looptijdOf({ begonnenOp, minuten: 20, nu: na(6, 20) })
  expect([soort, tekst, gesproken]).toEqual(['nog', '13.40', 'nog 13 minuten'])
})

test('over time it counts on', () => {
  const { soort, tekst } = looptijdOf({ begonnenOp, minuten: 20, nu: na(22, 10) })
  expect([soort, tekst]).toEqual(['over', '+02.10'])
})

test('without a time it says how long it has been going on', () => {
  const { soort, tekst } = looptijdOf({ begonnenOp, minuten: null, nu: na(61, 5) })
  expect([soort, tekst]).toEqual(['bezig', '61.05'])
})

test('a clock that is behind is at zero, not below', () => {
  expect(looptijdOf({ begonnenOp, minuten: null, nu: na(0, -3) }).tekst).toBe('00.00')
})
