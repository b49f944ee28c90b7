import { expect, test } from 'vitest'
import { createKluis } from '#app/auth/kluis.server.ts'
import { createTotpOpzet } from '#app/auth/totp.server.ts'
import { takeCode } from '#app/auth/tweede-stap.server.ts'
import { addTotpCommand } from '#app/commands/add-factor.server.ts'
import { removeTotpCommand, renewHerstelcodesCommand } from '#app/commands/remove-factor.server.ts'
import { resetTweedeFactor } from '#app/commands/reset-tweede-factor.server.ts'
import type { Sql } from '#db/connection.ts'
import { findFactoren } from '#db/tweede-factoren.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { addApp, codeOf, foutOf, kluis } from '../helpers/second-factor.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { createCookie } from '../helpers/sign-in.ts'

const GEPLAND = { status: 'gepland' } as const
const JUIST = { ok: true, value: 'totp' }
const MIS = { ok: false, refusal: { code: 'tweede-stap-mislukt' } }
const WACHTEN = { ok: false, refusal: { code: 'tweede-stap-wachten' } }
// Half-way a step, so that a slow machine does not pass into the next.
const NU = 1_800_000_015_000

async function seedMetApp(sql: Sql) {
  const { ids, emails } = await seedOverleg(sql, GEPLAND, ['partner', 'blijft'])
  const geheim = await addApp(sql, ids.partner)
  return { gebruikerId: ids.partner, email: emails.partner, ander: ids.blijft, geheim }
}

test('[check 47] a code is right in its own step and in the ones beside it, and in no other', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { gebruikerId, geheim } = await seedMetApp(sql)
  for (const [stap, uitkomst] of [
    [-2, MIS],
    [-1, JUIST],
    [0, JUIST],
    [1, JUIST],
    [2, MIS],
  ] as const) {
    const code = codeOf(geheim, stap, NU)
    const result = await takeCode(sql, kluis, { gebruikerId, code, now: NU })
    expect(result, `${stap} steps away`).toEqual(uitkomst)
  }
})

test('[check 47] a code is taken once, also by ten who come with it at the same time, and none of before it', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { gebruikerId, geheim } = await seedMetApp(sql)
  const probeer = (stap: number, merk: string) =>
    takeCode(sql, kluis, { gebruikerId, code: codeOf(geheim, stap, NU), merk, now: NU })
  const samen = await Promise.all(Array.from({ length: 10 }, (_, n) => probeer(0, String(n))))
  expect(samen.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await probeer(0, 'later')).toEqual(MIS)
  expect(await probeer(-1, 'later')).toEqual(MIS)
  expect(await probeer(1, 'later')).toEqual(JUIST)
})

test('[check 47] after five wrong codes the right one is refused too, until it was quiet for a quarter of an hour', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { gebruikerId, geheim } = await seedMetApp(sql)
  for (let n = 0; n < 5; n++) {
    expect(await takeCode(sql, kluis, { gebruikerId, code: foutOf(geheim) })).toEqual(MIS)
  }
  const goed = () => takeCode(sql, kluis, { gebruikerId, code: codeOf(geheim) })
  expect(await goed()).toEqual(WACHTEN)
  await sql`update inlogrem set laatst_op = now() - interval '14 minutes'`
  expect(await goed()).toEqual(WACHTEN)
  // The owner, in the browser that he always uses, does not wait for who guesses elsewhere.
  const eigen = { gebruikerId, code: codeOf(geheim), merk: 'zijn eigen browser' }
  expect(await takeCode(sql, kluis, eigen)).toEqual(JUIST)

  await sql`update inlogrem set laatst_op = now() - interval '16 minutes'`
  const later = Date.now() + 30_000
  const code = codeOf(geheim, 1)
  expect(await takeCode(sql, kluis, { gebruikerId, code, now: later })).toEqual(JUIST)
})

test('[check 47] 200 guesses at once are looked at five times', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { gebruikerId, geheim } = await seedMetApp(sql)
  const code = foutOf(geheim)
  const results = await Promise.all(
    Array.from({ length: 200 }, () => takeCode(sql, kluis, { gebruikerId, code })),
  )
  const codes = results.map((result) => (result.ok ? 'ok' : result.refusal.code))
  expect(codes.filter((code) => code === 'tweede-stap-mislukt')).toHaveLength(5)
  expect(codes.filter((code) => code === 'tweede-stap-wachten')).toHaveLength(195)
})

test('[check 47] the secret of an app is not to be read from the database, and opens with the secret of the house alone', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { gebruikerId, geheim, ander } = await seedMetApp(sql)
  const [row] = await sql<{ geheim: Uint8Array }[]>`select geheim from totp`
  const bytes = Buffer.from(row?.geheim ?? [])
  expect(bytes.length).toBeGreaterThan(40)
  expect(bytes.toString('latin1')).not.toContain(geheim)

  const elders = createKluis('het geheim van een ander huis, even lang')
  expect(await takeCode(sql, elders, { gebruikerId, code: codeOf(geheim) })).toEqual(MIS)
  // Put into the row of another, it is not his.
  await sql`insert into totp (gebruiker_id, geheim) values (${ander}, ${bytes})`
  const gestolen = { gebruikerId: ander, code: codeOf(geheim) }
  expect(await takeCode(sql, kluis, gestolen)).toEqual(MIS)
  expect(await takeCode(sql, kluis, { gebruikerId, code: codeOf(geheim) })).toEqual(JUIST)
})

test('[check 47] an app counts when it made a code that is right; its secret is that of one person, for a quarter of an hour', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids, emails } = await seedOverleg(sql, GEPLAND, ['partner', 'blijft'])
  const eigenaar = { id: ids.partner, naam: 'P. Partner', email: emails.partner }
  const opzetVoor = (gebruikerId: string, now?: number) =>
    createTotpOpzet(kluis, { gebruikerId, email: emails.partner }, now)

  const { geheim, opzet, uri } = opzetVoor(ids.partner)
  expect(uri).toMatch(/^otpauth:\/\/totp\/Focustafel:.+issuer=Focustafel/)
  const fout = { eigenaar, opzet, code: foutOf(geheim) }
  expect(await addTotpCommand(sql, kluis, fout)).toEqual(MIS)
  const vreemd = opzetVoor(ids.blijft)
  const oud = opzetVoor(ids.partner, Date.now() - 16 * 60_000)
  const half = { geheim, opzet: opzet.slice(0, -4) }
  for (const mis of [vreemd, oud, half]) {
    const code = codeOf(mis.geheim)
    const result = await addTotpCommand(sql, kluis, { eigenaar, opzet: mis.opzet, code })
    expect(result).toEqual({ ok: false, refusal: { code: 'ongeldige-invoer' } })
  }
  expect(await findFactoren(sql, ids.partner)).toEqual({
    totp: false,
    passkeys: 0,
    herstelcodes: 0,
  })

  const code = codeOf(geheim)
  const gelukt = await addTotpCommand(sql, kluis, { eigenaar, opzet, code })
  expect(gelukt.ok && gelukt.value.herstelcodes).toHaveLength(10)
  // The code that proved it is used up.
  expect(await takeCode(sql, kluis, { gebruikerId: ids.partner, code })).toEqual(MIS)
})

test('[check 48] a herstelcode is kept as a hash, works once, also for ten at the same time, and not after a new set', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { gebruikerId } = await seedMetApp(sql)
  const result = await renewHerstelcodesCommand(sql, gebruikerId)
  const [een = '', twee = '', drie = ''] = result.ok ? result.value : []
  const rows = await sql<{ hash: string }[]>`select code_hash as hash from herstelcode`
  expect(rows).toHaveLength(10)
  for (const { hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$/)

  const probeer = (code: string, merk = '') => takeCode(sql, kluis, { gebruikerId, code, merk })
  const samen = await Promise.all(Array.from({ length: 10 }, (_, n) => probeer(een, String(n))))
  expect(samen.filter(({ ok }) => ok)).toEqual([{ ok: true, value: 'herstelcode' }])
  expect(await probeer(een)).toEqual(MIS)
  // Another number in front of the same letters is another code.
  expect(await probeer(twee.replace(/^2/, '3'))).toEqual(MIS)
  expect(await probeer(twee.toLowerCase().replaceAll('-', ' '))).toEqual({
    ok: true,
    value: 'herstelcode',
  })
  expect((await findFactoren(sql, gebruikerId)).herstelcodes).toBe(8)

  expect((await renewHerstelcodesCommand(sql, gebruikerId)).ok).toBe(true)
  expect(await probeer(drie)).toEqual(MIS)
})

test('the last factor stays where the house asks for one; where it does not, its herstelcodes go with it', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { gebruikerId } = await seedMetApp(sql)
  await sql`
    insert into herstelcode (gebruiker_id, nummer, code_hash) values (${gebruikerId}, 1, 'geen')`
  expect(await removeTotpCommand(sql, { gebruikerId, tweedeFactor: 'required' })).toEqual({
    ok: false,
    refusal: { code: 'tweede-stap-nodig' },
  })
  expect(await removeTotpCommand(sql, { gebruikerId, tweedeFactor: 'optional' })).toEqual({
    ok: true,
    value: null,
  })
  expect(await findFactoren(sql, gebruikerId)).toEqual({
    totp: false,
    passkeys: 0,
    herstelcodes: 0,
  })
})

test('[check 47] a beheerder takes a second step away for a reason, for another than himself, and every session ends', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { gebruikerId, ander } = await seedMetApp(sql)
  await createCookie(sql, gebruikerId)
  const reden = 'toestel-kwijt'
  const nee = { ok: false, refusal: { code: 'niet-bevoegd' } }
  expect(await resetTweedeFactor(sql, { gebruikerId, door: ander, reden })).toEqual(nee)
  await sql`update gebruiker set huisfunctie = 'beheerder' where id in (${ander}, ${gebruikerId})`
  expect(await resetTweedeFactor(sql, { gebruikerId, door: gebruikerId, reden })).toEqual(nee)
  expect((await findFactoren(sql, gebruikerId)).totp).toBe(true)

  expect((await resetTweedeFactor(sql, { gebruikerId, door: ander, reden })).ok).toBe(true)
  expect(await findFactoren(sql, gebruikerId)).toEqual({
    totp: false,
    passkeys: 0,
    herstelcodes: 0,
  })
  expect(await sql`select from sessie where gebruiker_id = ${gebruikerId}`).toHaveLength(0)
  const [row] = await sql`
    select gebruiker_id as door, details from audit where event = 'factor-reset'`
  expect(row).toEqual({ door: ander, details: { van: gebruikerId, reden } })
})
