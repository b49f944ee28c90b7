import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readText } from './helpers/imports.ts'

const ROWS = [...readText('tests/README.md').matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, number = '', what = '', where = '']) => ({ number: Number(number), what, where }),
)
const NAMED = /`([\w./-]+\.(?:test|spec)\.tsx?)` “([^”]+)”/g

test('every check has its line, with tests that are there under that name, or a sentence why not', () => {
  // 107 was never given out.
  const numbers = Array.from({ length: 108 }, (_, index) => index + 1).filter((n) => n !== 107)
  expect(ROWS.map(({ number }) => number)).toEqual(numbers)

  const wrong = ROWS.flatMap(({ number, where }) => {
    const named = [...where.matchAll(NAMED)]
    if (named.length === 0) return /^[A-Z`].{15,}\.$/.test(where) ? [] : [`${number}: says nothing`]
    return named
      .filter(([, file = '', name = '']) => !existsSync(file) || !readText(file).includes(name))
      .map(([, file, name]) => `${number}: ${file} ${name}`)
  })
  expect(wrong).toEqual([])
})

test('every fault and every finding has its line, and what it names is there', () => {
  const text = readText('tests/README.md')
  // 5 was never given out.
  const faults = Array.from({ length: 24 }, (_, index) => index + 1).filter((n) => n !== 5)
  const listed = [...text.matchAll(/^\| fault ([\d, ]+) \|/gm)].flatMap(([, nrs = '']) =>
    nrs.split(', ').map(Number),
  )
  expect(listed.toSorted((a, b) => a - b)).toEqual(faults)
  const found = [...text.matchAll(/^\| (F\d+(?:, F\d+)*) \|/gm)].flatMap(([, nrs = '']) =>
    nrs.split(', '),
  )
  expect(new Set(found)).toEqual(new Set(Array.from({ length: 20 }, (_, index) => `F${index + 1}`)))
  const wrong = [...text.matchAll(NAMED)].filter(
    ([, file = '', name = '']) => !existsSync(file) || !readText(file).includes(name),
  )
  expect(wrong.map(([named]) => named)).toEqual([])
})
