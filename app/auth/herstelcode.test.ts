import { expect, test } from 'vitest'
import { createHerstelcodes, parseHerstelcode } from './herstelcode.ts'

test('[check 48] ten codes, all different, each with its number in front', () => {
  const codes = createHerstelcodes()
  expect(new Set(codes).size).toBe(10)
  expect(codes.map((code) => parseHerstelcode(code)?.nummer)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ])
})

test('a code is read as people copy it from paper', () => {
  const gelezen = { nummer: 10, code: 'ACDEFGHJKMNP' }
  for (const text of ['10-ACDE-FGHJ-KMNP', ' 10 acde fghj kmnp ', '10ACDEFGHJKMNP']) {
    expect(parseHerstelcode(text)).toEqual(gelezen)
  }
})

test.each([
  '',
  '10',
  '0-ACDE-FGHJ-KMNP',
  '11-ACDE-FGHJ-KMNP-A',
  '1-ACDE-FGHJ',
  '123456',
  '1-ÀCDE-FGHJ-KMNP',
])('%o can be no code', (text) => expect(parseHerstelcode(text)).toBeNull())
