import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { findSecretFault } from './secret.ts'

test.each([
  ['kort'],
  ['x'.repeat(64)],
  ['geheim-geheim-geheim-geheim-geheim'],
  ['0123456789abcdef0123456789abcdef'],
  ['abcdefghijklmnopqrstuvwxyz0123456789'],
  ['CHANGEME-Qm3vT8zKp1Xw7Lr5Nc2Hj9Ds4'],
  ['Qm3vT8zKp1-voorbeeld-Xw7Lr5Nc2Hj9Ds4'],
  ['aabbaabbabababbabbabaabbabaababbabab'],
  ['1111111111111111222222222222222233333'],
])('[check 101] %s is no secret', (secret) => {
  expect(findSecretFault(secret)).toMatch(/characters|guessed/)
})

test('[check 101] what was made by chance is one, in every notation', () => {
  for (let round = 0; round < 2000; round++) {
    expect(findSecretFault(randomBytes(32).toString('hex'))).toBe(null)
    expect(findSecretFault(randomBytes(24).toString('base64'))).toBe(null)
  }
})
