import { expect, test } from 'vitest'
import {
  acknowledgeOpslag,
  connectOpslag,
  dropOpslag,
  editOpslag,
  NIETS_VERZONDEN,
  opslagstandOf,
  sendOpslag,
  verlorenVanaf,
} from './opslag.ts'

const VERBONDEN = sendOpslag(connectOpslag(NIETS_VERZONDEN), 'stap-2', 0)

test('an empty answer to the first question of the server is nothing to save', () => {
  expect(opslagstandOf(VERBONDEN)).toBe('opgeslagen')
  expect(VERBONDEN.opgeslagenOp).toBeNull()
})

test('[D1] an edit is opgeslagen when its own frame is acknowledged, and not before', () => {
  const verzonden = sendOpslag(sendOpslag(VERBONDEN, 'wijziging', 0), 'wijziging', 0)
  const half = acknowledgeOpslag(verzonden, 2, 10)
  expect(opslagstandOf(half)).toBe('nog-niet')
  expect(half.opgeslagenOp).toBeNull()

  const heel = acknowledgeOpslag(half, 3, 20)
  expect(opslagstandOf(heel)).toBe('opgeslagen')
  expect(heel.opgeslagenOp).toBe(20)
})

test('[D2] what was not acknowledged before a drop waits for the step 2 of the next connection', () => {
  const weg = dropOpslag(sendOpslag(VERBONDEN, 'wijziging', 0))
  expect(opslagstandOf(weg)).toBe('geen-verbinding')

  const terug = connectOpslag(weg)
  expect(opslagstandOf(terug)).toBe('nog-niet')

  const verzonden = sendOpslag(terug, 'stap-2', 0)
  expect(opslagstandOf(verzonden)).toBe('nog-niet')
  expect(opslagstandOf(acknowledgeOpslag(verzonden, 1, 30))).toBe('opgeslagen')
})

test('[D2] an edit without a connection is not told opgeslagen by an acknowledgement of something else', () => {
  const terug = sendOpslag(connectOpslag(editOpslag(dropOpslag(VERBONDEN))), 'wijziging', 0)
  expect(opslagstandOf(acknowledgeOpslag(terug, 1, 40))).toBe('nog-niet')
})

test('a second drop before the acknowledgement loses nothing', () => {
  const weg = dropOpslag(sendOpslag(connectOpslag(editOpslag(NIETS_VERZONDEN)), 'stap-2', 0))
  expect(opslagstandOf(connectOpslag(weg))).toBe('nog-niet')
})

test('an acknowledgement of more than was sent says nothing about what comes later', () => {
  const later = sendOpslag(acknowledgeOpslag(VERBONDEN, 99, 50), 'wijziging', 0)
  expect(opslagstandOf(later)).toBe('nog-niet')
})

test('[D3] what was refused begins where the frame before it ended', () => {
  const een = sendOpslag(VERBONDEN, 'wijziging', 5)
  const drie = sendOpslag(sendOpslag(een, 'wijziging', 9), 'wijziging', 12)
  expect(verlorenVanaf(drie, 3)).toBe(5)
  expect(verlorenVanaf(acknowledgeOpslag(drie, 2, 60), 3)).toBe(5)
  expect(verlorenVanaf(acknowledgeOpslag(drie, 3, 60))).toBe(9)
  expect(verlorenVanaf(dropOpslag(acknowledgeOpslag(drie, 3, 60)))).toBe(9)
})
