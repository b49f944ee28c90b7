import { expect, test } from 'vitest'
import { listFiles, readText } from './helpers/imports.ts'

const SHEETS = listFiles('app/styles/*.css')
const SOURCE = listFiles('app/**/*.{ts,tsx}').map(readText).join('\n')
/** What the editor makes by itself. */
const OF_THE_EDITOR = /^(ProseMirror-.*|tableWrapper|selectedCell)$/

const NAMED = new Set(
  [...SOURCE.matchAll(/[cC]lass(?:Name)?\s*[=:]\s*(\{[^\n]*|["'`][^"'`]*)/g)].flatMap(
    ([, text = '']) => text.match(/[\w-]+/g) ?? [],
  ),
)

test('every class in a style sheet is one that a component gives', () => {
  expect(NAMED.size).toBeGreaterThan(200)
  const nobodys = SHEETS.flatMap((file) =>
    [...new Set(classesIn(file))].filter((name) => !isGiven(name)).map((name) => [file, name]),
  )
  expect(nobodys).toEqual([])
})

test('every style sheet is imported by a page or by another sheet', () => {
  const imported = SHEETS.map(readText).join('\n') + SOURCE
  expect(SHEETS.filter((file) => !imported.includes(`/${file.split('/').at(-1)}`))).toEqual([])
})

function classesIn(file: string) {
  const css = readText(file).replace(/\/\*[\s\S]*?\*\/|@import[^;]*;|url\([^)]*\)/g, '')
  return [...css.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name)
}

/** `fase--nu` is given by `fase--${moment}`. */
function isGiven(name: string) {
  const [block = ''] = name.split('--')
  return NAMED.has(name) || OF_THE_EDITOR.test(name) || SOURCE.includes(`${block}--\${`)
}
