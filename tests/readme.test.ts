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
