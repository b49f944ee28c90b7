import { expect, test } from 'vitest'
import { CLIENTDOCUMENTEN, DOCUMENTEN, parseDocument } from './document.ts'

test('[S1] of the five documents the client side ever sees two', () => {
  expect(DOCUMENTEN).toHaveLength(5)
  expect(CLIENTDOCUMENTEN).toEqual(['samenvatting', 'besluitvorming'])
})

test('[S3] a name opens one of the five documents, or nothing', () => {
  expect(DOCUMENTEN.map(parseDocument)).toEqual(DOCUMENTEN)
  const wrong = [
    '',
    'Samenvatting',
    'samenvatting ',
    '../samenvatting',
    'plan',
    '__proto__',
    'toString',
    3,
    null,
    undefined,
    ['samenvatting'],
    {},
  ]
  expect(wrong.map(parseDocument)).toEqual(wrong.map(() => null))
})
