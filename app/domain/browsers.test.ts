import { expect, test } from 'vitest'
import { MAX_BROWSERS, ruimteMakers } from './browsers.ts'

function browsers(aantal: number, anders: Record<number, 'toegelaten' | 'metPin'> = {}) {
  return Array.from({ length: aantal }, (_, nummer) => ({
    hash: String(nummer),
    toegelaten: anders[nummer] === 'toegelaten',
    metPin: anders[nummer] === 'metPin',
  }))
}

test('[K11] up to eight browsers of one person stay; the ninth takes the place of the one that waits longest', () => {
  expect(MAX_BROWSERS).toBe(8)
  expect(ruimteMakers([], '0')).toEqual([])
  expect(ruimteMakers(browsers(8), '7')).toEqual([])
  expect(ruimteMakers(browsers(9), '8')).toEqual(['0'])
  expect(ruimteMakers(browsers(11), '10')).toEqual(['0', '1', '2'])
})

test('[K11] who sits at the table or gave the PIN goes for nobody, and who comes in is not the one that goes', () => {
  expect(ruimteMakers(browsers(9, { 0: 'toegelaten', 1: 'metPin' }), '8')).toEqual(['2'])
  const binnen = Object.fromEntries(browsers(9).map(({ hash }) => [hash, 'metPin' as const]))
  expect(ruimteMakers(browsers(10, binnen), '9')).toEqual([])
  expect(ruimteMakers(browsers(11, binnen), '10')).toEqual(['9'])
})

test('[K11] of two who come in at once, who began first and is let in second stays too', () => {
  expect(ruimteMakers(browsers(9), '0')).toEqual(['1'])
  const binnen = Object.fromEntries(browsers(8).map(({ hash }) => [hash, 'toegelaten' as const]))
  expect(ruimteMakers(browsers(10, binnen), '8')).toEqual(['9'])
})
