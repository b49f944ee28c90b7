import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MAX_SCRIPT, MAX_STYLE, readClientSizes } from '#server/client-size.ts'

const ASSETS = join(import.meta.dirname, '../../build/client/assets')

test('what a telephone loads for the client side stays under 125 kB of JavaScript and 15 kB of CSS, gzipped', () => {
  const sizes = readClientSizes(ASSETS)
  const pages = sizes.map(({ page }) => page)
  expect(pages).toEqual(
    expect.arrayContaining(['routes/client/mijn-plan', 'routes/client/uitnodiging']),
  )
  for (const { page, script, style } of sizes) {
    // React alone is more than this: less would be a measure of nothing.
    expect(script, page).toBeGreaterThan(60_000)
    expect(style, page).toBeGreaterThan(1_000)
    expect(script, page).toBeLessThan(MAX_SCRIPT)
    expect(style, page).toBeLessThan(MAX_STYLE)
  }
})

test('[check 62] a page of the client side loads no list of the pages of professionals', () => {
  const name = readdirSync(ASSETS).find((file) => file.startsWith('client-manifest-')) ?? ''
  const lijst = readFileSync(join(ASSETS, name), 'utf8')
  expect(lijst).toContain('routes/client/mijn-plan')
  expect(lijst).not.toMatch(/routes\/(?!client\/)|beheer|dossier/)
})
