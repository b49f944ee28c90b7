import { expect, test } from 'vitest'
import { printable } from './glyphs.ts'

const TEKENS = new Set(Array.from('eëa \u0301\u0308\u0323', (teken) => teken.codePointAt(0) ?? 0))

test.each([
  ['e\u0308', 'ë'],
  ['e\u200b\u0308', 'ë'],
  [`a${'\u0301'.repeat(4)}e`, `a\u0301\u0301\u0301\u0301e`.normalize('NFC')],
])('%j is printed as it was meant', (tekst, gedrukt) => {
  expect(printable(tekst, new Set([...TEKENS, 0xe1]))).toBe(gedrukt)
})

test('of thousands of accents on one letter, or on none, the first four are left; every letter has its own', () => {
  const veel = '\u0323\u200d\u0301'.repeat(5_000)
  expect(printable(`a${veel}e${veel}`, new Set([...TEKENS, 0x1ea1, 0x1eb9]))).toBe(
    `ạ${'\u0323'.repeat(4)}ẹ${'\u0323'.repeat(4)}`.normalize('NFC'),
  )
  expect(Array.from(printable(` ${veel}`, TEKENS))).toHaveLength(5)
})
