import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verschilTussen, verschuif } from './tekst-verschil.ts'

function apply(voor: string, na: string) {
  const verschil = verschilTussen(voor, na)
  if (!verschil) return voor
  const { index, weg, erbij } = verschil
  return voor.slice(0, index) + erbij + voor.slice(index + weg)
}

test('a replacement makes the new text of the old one, whatever the two are', () => {
  const tekst = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁', 'é') })
  fc.assert(fc.property(tekst, tekst, (voor, na) => apply(voor, na) === na))
})

test('a letter typed in the middle is one letter inserted', () => {
  expect(verschilTussen('woing', 'woning')).toEqual({ index: 2, weg: 0, erbij: 'n' })
  expect(verschilTussen('aa', 'aaa')).toEqual({ index: 2, weg: 0, erbij: 'a' })
  expect(verschilTussen('gelijk', 'gelijk')).toBeNull()
})

test('an emoji is replaced whole', () => {
  expect(verschilTussen('😀', '😁')).toEqual({ index: 0, weg: 2, erbij: '😁' })
})

test('a caret stays with the words that it stood at', () => {
  const ervoor = { index: 0, weg: 0, erbij: 'Nu ' }
  expect(verschuif(4, ervoor)).toBe(7)
  expect(verschuif(4, { index: 6, weg: 2, erbij: '' })).toBe(4)
  expect(verschuif(4, { index: 2, weg: 5, erbij: 'x' })).toBe(3)
})
