import { expect, test } from 'vitest'
import { parseDatum } from '#domain/datum.ts'
import { datumIn, momentIn } from './datum.ts'
import { weigeringIn } from './weigering.ts'

test('[K2] a moment and a day are words, in the language of the reader and by the clock of the Netherlands', () => {
  const moment = new Date('2026-12-08T09:05:00Z')
  expect(momentIn('nl', moment)).toBe('dinsdag 8 december, 10.05 uur')
  expect(momentIn('en', moment)).toBe('Tuesday 8 December, 10.05')
  const dag = parseDatum('2026-12-08')
  expect(dag && datumIn('nl', dag)).toBe('8 december 2026')
  expect(dag && datumIn('en', dag)).toBe('8 December 2026')
})

test('[K2] a refusal is told in the language of the reader; what he need not know apart is one sentence', () => {
  expect(weigeringIn('nl', { code: 'pin-onjuist' })).toContain('pincode klopt niet')
  expect(weigeringIn('en', { code: 'pin-onjuist' })).toContain('PIN is not right')
  expect(weigeringIn('en', { code: 'casushouder-ontbreekt' })).toBe(
    weigeringIn('en', { code: 'laatste-fase' }),
  )
})
