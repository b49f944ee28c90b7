import { expect, test } from 'vitest'
import { isGeheim } from '#app/auth/geheim.server.ts'
import { createKluis } from '#app/auth/kluis.server.ts'
import { takeCode } from '#app/auth/tweede-stap.server.ts'
import { isSeeded, seedDemo } from '#db/seed/demo.ts'
import { DEMO_WACHTWOORD, seedMensen } from '#db/seed/demo-mensen.ts'
import { DEMO_TOTP, MET_TWEEDE_STAP, seedTweedeFactor } from '#db/seed/demo-tweede-stap.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { codeOf, kluis } from '../helpers/second-factor.ts'

test('the demo has an overleg of every kind, and letters that open', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  expect(await isSeeded(sql)).toBe(false)
  const brieven = await seedDemo(sql, kluis)
  expect(await isSeeded(sql)).toBe(true)

  const rows = await sql<{ stand: string }[]>`
    select concat_ws(', ', status, fase, tafel) as stand from overleg order by stand`
  expect(rows.map(({ stand }) => stand)).toEqual([
    'gepland',
    'gepland',
    'lopend, beeldvorming, vooroverleg',
    'lopend, besluitvorming, vooroverleg',
    'lopend, oordeelsvorming, vooroverleg',
    'lopend, vraagstelling, vooroverleg',
    'vastgesteld',
    'vastgesteld',
  ])
  expect(brieven.map(({ pin }) => pin)).toEqual([
    null,
    null,
    expect.stringMatching(/^\d{5}$/),
    // Of a steunpersoon, who has a letter of his own.
    null,
  ])
  const [gebruiker] = await sql<{ hash: string }[]>`
    select wachtwoord_hash as hash from gebruiker limit 1`
  expect(await isGeheim(gebruiker?.hash ?? null, DEMO_WACHTWOORD)).toBe(true)
})

test('one account of the demo asks for a code, which its secret makes, also after the secret of the machine was another', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await seedMensen(sql)
  for (const machine of [kluis, createKluis('een geheim van een andere machine')]) {
    await seedTweedeFactor(sql, machine)
    await seedTweedeFactor(sql, machine)
    const [rij] = await sql<{ id: string }[]>`
      select id from gebruiker where email = ${MET_TWEEDE_STAP}`
    const poging = { gebruikerId: rij?.id ?? '', code: codeOf(DEMO_TOTP) }
    expect(await takeCode(sql, machine, poging)).toEqual({ ok: true, value: 'totp' })
  }
})
