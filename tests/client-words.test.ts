import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { listFiles, readText } from './helpers/imports.ts'

const SCHERMEN = listFiles('app/{components,routes}/client/**/*.tsx')
const CSS = listFiles(
  'app/styles/{client*,secties,blokken,stem,button,forms,base,reset,tokens}.css',
)

// What a reader hears or sees, when it is text.
const LEESBAAR = new Set([
  'title',
  'alt',
  'label',
  'hint',
  'knop',
  'titel',
  'placeholder',
  'summary',
])
const WOORD = /\p{L}{2}/u
/** What is shown when the words themselves could not be had: in both languages at once. */
const MAG = new Set(['app/routes/client/layout.tsx'])

test('[K2] no screen of the client side has a sentence of its own: all are in the dictionary', () => {
  expect(SCHERMEN.length).toBeGreaterThan(15)
  const gevonden = SCHERMEN.filter((file) => !MAG.has(file)).flatMap((file) =>
    zinnenIn(file).map((zin) => `${file}: ${zin}`),
  )
  expect(gevonden).toEqual([])
})

test('[K2] the style of the client side knows begin and end, and no left and right', () => {
  expect(CSS.length).toBeGreaterThan(3)
  const gevonden = CSS.flatMap((file) =>
    readText(file)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split('\n')
      .filter((line) =>
        /(^|[\s;{-])(left|right)\b(?!-)|\b(margin|padding|border|inset)-(left|right|top|bottom)\b|text-align:\s*(left|right)|float:|(?<![\w-])(min-|max-)?(width|height):/.test(
          line,
        ),
      )
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(gevonden).toEqual([])
})

function zinnenIn(file: string): string[] {
  const gevonden: string[] = []
  walk(parseSync(file, readText(file)).program, (node) => {
    const { type, value, name } = node
    if (type === 'JSXText' && typeof value === 'string') gevonden.push(value)
    if (type === 'JSXAttribute' && isLeesbaar(name) && isNode(value) && isText(value)) {
      gevonden.push(String(value.value))
    }
    if (type === 'JSXExpressionContainer' && isNode(node.expression)) {
      gevonden.push(...tekstenIn(node.expression))
    }
  })
  return gevonden.map((zin) => zin.trim()).filter((zin) => WOORD.test(zin))
}

/** A sentence of its own inside braces: `{open ? 'Stop' : 'Lees'}`, `{`Bel ${naam}`}`. A class or an address is none. */
function tekstenIn(node: Node): string[] {
  const { type, value } = node
  if (type === 'Literal' && typeof value === 'string')
    return /\s|^\p{Lu}/u.test(value) ? [value] : []
  if (type === 'ConditionalExpression') {
    return [node.consequent, node.alternate].filter(isNode).flatMap(tekstenIn)
  }
  return type === 'LogicalExpression' && isNode(node.right) ? tekstenIn(node.right) : []
}

type Node = { type: string; [key: string]: unknown }

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function isText({ type, value }: Node): boolean {
  return type === 'Literal' && typeof value === 'string'
}

function isLeesbaar(name: unknown): boolean {
  const naam = isNode(name) ? String(name.name) : ''
  return LEESBAAR.has(naam) || naam === 'aria-label'
}

function walk(value: unknown, visit: (node: Node) => void) {
  if (Array.isArray(value)) {
    for (const part of value) walk(part, visit)
    return
  }
  if (!isNode(value)) return
  visit(value)
  // What a class is called is not read.
  if (value.type === 'JSXAttribute' && !isLeesbaar(value.name)) return
  for (const part of Object.values(value)) walk(part, visit)
}
