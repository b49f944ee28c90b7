import { expect, test } from 'vitest'
import { KLEUREN, kleurAanTafel } from './kleur.ts'

test('eight people at one table have eight colours, in whatever order they are listed', () => {
  const ids = ['h', 'c', 'a', 'g', 'b', 'f', 'e', 'd']
  const kleuren = ids.map((id) => kleurAanTafel(id, ids))
  expect(new Set(kleuren).size).toBe(KLEUREN.length)
  expect(ids.map((id) => kleurAanTafel(id, ids.toReversed()))).toEqual(kleuren)
})
