import { expect, test } from 'vitest'
import { eigenKleurIn } from './eigen-kleur.ts'

test('in the bar somebody has the colour that he has at the table below it, and elsewhere none', () => {
  const deelnemers = [
    { id: 'a', kleur: 3, isIk: false },
    { id: 'b', kleur: 5, isIk: true },
  ]
  expect(eigenKleurIn({ loaderData: { deelnemers } })).toBe(5)
  expect(
    eigenKleurIn({ loaderData: { deelnemers: [{ id: 'a', kleur: 3 }], ik: { deelnemerId: 'a' } } }),
  ).toBe(3)
  expect(eigenKleurIn({ loaderData: { deelnemers: null, ik: { deelnemerId: 'a' } } })).toBeNull()
  expect(eigenKleurIn({ loaderData: undefined })).toBeNull()
})
