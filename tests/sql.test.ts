import { expect, test } from 'vitest'
import { listFiles, readText } from './helpers/imports.ts'

// A migration is a file of ours; names and passwords of databases were made by us, and are no template's parameters; what
// is said to PostgreSQL for a backup is no SQL.
const UNSAFE = [
  'db/migrate.ts',
  'db/grants.ts',
  'server/postgres.ts',
  'server/database.ts',
  'server/backup/cluster.ts',
]

const SOURCES = listFiles('{app,server,collab,db}/**/*.{ts,tsx}')

test('[check 82] SQL is a template with parameters: text that is put together is asked of nobody, but for what cannot be one', () => {
  expect(SOURCES.length).toBeGreaterThan(200)
  const found = SOURCES.filter((file) => /\bsql\.unsafe\(|\.unsafe\(/.test(readText(file)))
  expect(found.filter((file) => !UNSAFE.includes(file))).toEqual([])
})

test('[check 82] [check 71] no page is made of text that somebody wrote: no HTML, no eval, no script from a string', () => {
  const words =
    /dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(|srcDoc=/
  // What starts our own scripts: addresses of files, and data as React Router escaped it.
  expect(SOURCES.filter((file) => words.test(readText(file)))).toEqual(['app/scripts.tsx'])
})
