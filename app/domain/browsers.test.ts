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
  expect(ruimteMakers([])).toEqual([])
  expect(ruimteMakers(browsers(8))).toEqual([])
  expect(ruimteMakers(browsers(9))).toEqual(['0'])
  expect(ruimteMakers(browsers(11))).toEqual(['0', '1', '2'])
})

test('[K11] who sits at the table or gave the PIN goes for nobody, and who came last is not the one that goes', () => {
  expect(ruimteMakers(browsers(9, { 0: 'toegelaten', 1: 'metPin' }))).toEqual(['2'])
  const binnen = Object.fromEntries(browsers(9).map(({ hash }) => [hash, 'metPin' as const]))
  expect(ruimteMakers(browsers(10, binnen))).toEqual([])
  expect(ruimteMakers(browsers(11, binnen))).toEqual(['9'])
})
