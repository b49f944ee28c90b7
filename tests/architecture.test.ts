import { expect, test } from 'vitest'
import { type Import, importsOf, listFiles, reachedFrom, readText } from './helpers/imports.ts'

const AREAS = [
  ['domain', /^app\/domain\//],
  ['protocol', /^app\/realtime\/protocol\.ts$/],
  ['browser', /^app\/(components|realtime)\//],
  ['auth', /^app\/auth\//],
  ['app', /^app\//],
  ['seed', /^db\/seed\//],
  ['db', /^db\//],
  ['collab', /^collab\//],
  ['server', /^server\//],
] as const
type Area = (typeof AREAS)[number][0]

// Only what `tests` and `server` may import is everything.
const MAY_IMPORT = {
  domain: [],
  protocol: ['domain'],
  browser: ['domain', 'protocol', 'app'],
  auth: ['domain', 'protocol', 'app', 'db'],
  app: ['domain', 'protocol', 'browser', 'auth', 'db'],
  db: ['domain', 'protocol'],
  // The demo goes the way that people go: through the commands.
  seed: ['domain', 'protocol', 'auth', 'app', 'db'],
  collab: ['domain', 'protocol', 'db'],
  server: ['domain', 'protocol', 'browser', 'auth', 'app', 'db', 'collab', 'seed'],
} as const satisfies Record<Area, readonly Area[]>

const SOURCES = listFiles('{app,server,collab,db}/**/*.{ts,tsx}')
const IMPORTS = SOURCES.flatMap(importsOf)

test('every part of the house imports only what it may', () => {
  expect(IMPORTS.length).toBeGreaterThan(100)
  expect(IMPORTS.filter((item) => !isAllowed(item)).map(describeImport)).toEqual([])
})

test('the rules import nothing but the rules', () => {
  const outside = IMPORTS.filter(
    ({ file, target }) =>
      file.startsWith('app/domain/') && !isTest(file) && areaOf(target) !== 'domain',
  )
  expect(outside.map(describeImport)).toEqual([])
})

test('lucia is touched by one folder', () => {
  const users = IMPORTS.filter(({ target }) => target === 'lucia').map(({ file }) => file)
  expect(users.length).toBeGreaterThan(0)
  expect(users.filter((file) => !file.startsWith('app/auth/'))).toEqual([])
})

test('only the configuration reads the environment', () => {
  const readers = SOURCES.filter((file) => /\bprocess\.env\b/.test(readText(file)))
  const commands = ['account', 'audit-overzicht', 'audit-verify', 'backup', 'migrate', 'restore']
  const allowed = ['main', 'env', ...commands].map((name) => `server/${name}.ts`)
  expect(readers.filter((file) => !allowed.includes(file))).toEqual([])
})

test('[S1] nothing that the client side loads reaches the editor, Yjs or the widgets of professionals', () => {
  const pages = listFiles('app/routes/client/**/*.{ts,tsx}').filter((file) => !isTest(file))
  const start = ['app/root.tsx', 'app/entry.client.tsx', 'app/routes/inloggen.tsx', ...pages]
  const reached = reachedFrom(start, isInBundle)
  const heavy = [...reached].filter(([target]) =>
    /^(yjs|lib0|y-[a-z]+|@tiptap|prosemirror|react-aria|lucia|postgres$)/.test(target),
  )
  expect(pages.length).toBeGreaterThan(0)
  expect(heavy.map(([, way]) => way)).toEqual([])
})

test('every numbered rule occurs in the name of a test', () => {
  const rules = [...readText('app/domain/README.md').matchAll(/\*\*([A-Z]\d+)\*\*/g)]
  const tests = listFiles('{app,tests,collab,server,db}/**/*.{test,spec}.{ts,tsx}')
  const names = tests.flatMap((file) => readText(file).match(/\[[A-Z]\d+(?:, [A-Z]\d+)*\]/g) ?? [])
  const proven = new Set(names.flatMap((name) => name.match(/[A-Z]\d+/g) ?? []))

  const numbers = [...new Set(rules.map(([, number = '']) => number))]
  expect(numbers.length).toBeGreaterThan(20)
  expect(numbers.filter((number) => !proven.has(number))).toEqual([])
})

function isAllowed({ file, target }: Import): boolean {
  const from = areaOf(file)
  const to = areaOf(target)
  if (!from || !to || from === to) return true
  const allowed: readonly Area[] = MAY_IMPORT[from]
  return allowed.includes(to)
}

function areaOf(path: string): Area | null {
  return AREAS.find(([, pattern]) => pattern.test(path))?.[0] ?? null
}

/** What React Router leaves out of the browser's bundle: files for the server, and what only a loader or action uses. */
function isInBundle(file: string): boolean {
  return !/\.server\.tsx?$/.test(file) && !/^(db|collab|server)\//.test(file)
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file)
}

function describeImport({ file, target }: Import): string {
  return `${file} imports ${target}`
}
