import { expect, test } from 'vitest'
import { createCode, createToken, normaliseCode } from './uitnodigingscode.ts'

test('a code is eight characters in two groups, without look-alikes', () => {
  for (let n = 0; n < 200; n++)
    expect(createCode()).toMatch(/^[ACDEFGHJKMNPQRTUVWXY34679]{4}-[ACDEFGHJKMNPQRTUVWXY34679]{4}$/)
})

test.each(['ACDE-FGHJ', 'acde fghj', ' AcDe–FgHj. ', 'a c d e f g h j'])(
  '%o is read as the code that is meant',
  (text) => expect(normaliseCode(text)).toBe('ACDEFGHJ'),
)

test('a token has 128 bits and is fit for a link', () => {
  expect(createToken()).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect(createToken()).not.toBe(createToken())
})
