import { expect, test } from 'vitest'
import { isGeheim } from '#app/auth/geheim.server.ts'
import { isSeeded, seedDemo } from '#db/seed/demo.ts'
import { DEMO_WACHTWOORD } from '#db/seed/demo-mensen.ts'
import { createTestDatabase } from '../helpers/database.ts'

test('the demo has an overleg of every kind, and letters that open', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  expect(await isSeeded(sql)).toBe(false)
  const brieven = await seedDemo(sql)
  expect(await isSeeded(sql)).toBe(true)

  const rows = await sql<{ stand: string }[]>`
    select concat_ws(', ', status, fase, tafel) as stand from overleg order by stand`
  expect(rows.map(({ stand }) => stand)).toEqual([
    'gepland',
    'lopend, beeldvorming, vooroverleg',
    'lopend, besluitvorming, vooroverleg',
    'lopend, oordeelsvorming, vooroverleg',
    'lopend, vraagstelling, vooroverleg',
    'vastgesteld',
  ])
  expect(brieven.map(({ pin }) => pin)).toEqual([null, null, expect.stringMatching(/^\d{5}$/)])
  const [gebruiker] = await sql<{ hash: string }[]>`
    select wachtwoord_hash as hash from gebruiker limit 1`
  expect(await isGeheim(gebruiker?.hash ?? null, DEMO_WACHTWOORD)).toBe(true)
})
