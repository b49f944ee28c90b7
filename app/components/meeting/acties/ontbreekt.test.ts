import { expect, test } from 'vitest'
import { type Conceptactie, isVolledig } from '#domain/actie.ts'
import { parseDatum } from '#domain/datum.ts'
import { ontbreektIn } from './ontbreekt.ts'

const LEEG: Conceptactie = {
  id: '3f0e6a0e-2f53-4f0a-9d2c-9d6a3f1b7c11',
  wat: ' ',
  wie: null,
  wanneer: null,
  leefgebied: null,
  waarom: '',
}

test('[F4] an actie says which of wat, wie and wanneer is missing, until it is complete', () => {
  expect(ontbreektIn(LEEG)).toEqual(['wat', 'wie', 'wanneer'])
  const bijna: Conceptactie = { ...LEEG, wat: 'Bellen', wie: { soort: 'client' } }
  expect(ontbreektIn(bijna)).toEqual(['wanneer'])

  const volledig = { ...bijna, wanneer: parseDatum('2026-12-08') }
  expect(ontbreektIn(volledig)).toEqual([])
  expect(isVolledig(volledig)).toBe(true)
})
