import { expect, test } from 'vitest'
import { createKluis } from './kluis.server.ts'

const SECRET = 'een geheim van meer dan dertig tekens'

test('what is kept opens again with the same secret, for the same purpose', () => {
  const gesloten = createKluis(SECRET).sluit('JBSWY3DPEHPK3PXP', 'totp van A')
  expect(createKluis(SECRET).open(gesloten, 'totp van A')).toBe('JBSWY3DPEHPK3PXP')
  expect(gesloten.toString('latin1')).not.toContain('JBSWY3DP')
})

test('a mark is the same again for the same text and purpose, and for no other secret', () => {
  const kluis = createKluis(SECRET)
  expect(kluis.merk('ACDE', 'nummer')).toBe(createKluis(SECRET).merk('ACDE', 'nummer'))
  const andere = [
    kluis.merk('ACDF', 'nummer'),
    kluis.merk('ACDE', 'iets anders'),
    createKluis(`${SECRET}!`).merk('ACDE', 'nummer'),
  ]
  expect(andere).not.toContain(kluis.merk('ACDE', 'nummer'))
})

test('what is kept of one person is not that of another, nor of an installation with another secret', () => {
  const gesloten = createKluis(SECRET).sluit('JBSWY3DPEHPK3PXP', 'totp van A')
  expect(createKluis(SECRET).open(gesloten, 'totp van B')).toBeNull()
  expect(createKluis(`${SECRET}!`).open(gesloten, 'totp van A')).toBeNull()
})

test('what was changed by one bit does not open, nor does what is too short', () => {
  const kluis = createKluis(SECRET)
  const gesloten = kluis.sluit('JBSWY3DPEHPK3PXP', 'totp')
  for (const plek of [0, 1, 14, 30, gesloten.length - 1]) {
    const anders = Buffer.from(gesloten)
    anders[plek] = (anders[plek] ?? 0) ^ 1
    expect(kluis.open(anders, 'totp')).toBeNull()
  }
  for (const kort of ['', 'x', 'korter dan een kop']) {
    expect(kluis.open(Buffer.from(kort), 'totp')).toBeNull()
  }
})

test('the same text is never kept twice in the same way', () => {
  const kluis = createKluis(SECRET)
  expect(kluis.sluit('zelfde', 'totp')).not.toEqual(kluis.sluit('zelfde', 'totp'))
})
