import { expect, test } from 'vitest'
import { UITDAGING_COOKIE } from '#app/auth/cookies.ts'
import { signInWithPasskey } from '#app/auth/passkey-inloggen.server.ts'
import { askAanmelding, askRegistratie } from '#app/auth/passkeys.server.ts'
import { findGebruikerByCookie } from '#app/auth/professional.server.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { addPasskeyCommand } from '#app/commands/add-factor.server.ts'
import { removePasskeyCommand } from '#app/commands/remove-factor.server.ts'
import type { Sql } from '#db/connection.ts'
import { listPasskeys } from '#db/passkeys.ts'
import { createAuthenticator, ZONDER_CONTROLE } from '../helpers/authenticator.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'

const ORIGIN = 'https://tafel.voorbeeld.nl'
const HOUDER = hashOf('een sessie')
const MIS = { ok: false, refusal: { code: 'passkey-mislukt' } }

type Sleutel = ReturnType<typeof createAuthenticator>
type Eigenaar = { id: string; naam: string; email: string }

async function vraagRegistratie(sql: Sql, eigenaar: Eigenaar, houder = HOUDER) {
  const vraag = { soort: 'registreren', houder, origin: ORIGIN, eigenaar } as const
  return (await askRegistratie(sql, vraag)).challenge
}

function voegToe(sql: Sql, eigenaar: Eigenaar, antwoord: string) {
  const nieuw = { eigenaar, antwoord, naam: 'Laptop', houder: HOUDER, origin: ORIGIN }
  return addPasskeyCommand(sql, nieuw)
}

async function seedMetPasskey(sql: Sql) {
  const { ids, emails } = await seedOverleg(sql, { status: 'gepland' }, ['partner', 'blijft'])
  const eigenaar = { id: ids.partner, naam: 'Ruud Terpstra', email: emails.partner }
  // He has codes already: ten slow hashes are not what this is about.
  await sql`
    insert into herstelcode (gebruiker_id, nummer, code_hash) values (${ids.partner}, 1, 'geen')`
  const sleutel = createAuthenticator()
  const challenge = await vraagRegistratie(sql, eigenaar)
  const antwoord = sleutel.register({ origin: ORIGIN, challenge })
  expect((await voegToe(sql, eigenaar, antwoord)).ok).toBe(true)
  return { eigenaar, sleutel, ander: ids.blijft }
}

/** Asked by the browser with this cookie. */
async function vraagAanmelding(sql: Sql, cookie = 'deze-browser') {
  const vraag = { soort: 'inloggen', houder: hashOf(cookie), origin: ORIGIN } as const
  return (await askAanmelding(sql, vraag)).challenge
}

function meldAan(sql: Sql, antwoord: string, cookie = 'deze-browser') {
  const cookieHeader = `__Host-${UITDAGING_COOKIE}=${cookie}`
  return signInWithPasskey(sql, { antwoord, origin: ORIGIN, cookieHeader, secure: true })
}

async function meldAanMet(sql: Sql, sleutel: Sleutel, anders: object = {}) {
  const challenge = await vraagAanmelding(sql)
  return meldAan(sql, sleutel.sign({ origin: ORIGIN, challenge, ...anders }))
}

test('a passkey signs in its owner, without a name or a password', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { eigenaar, sleutel } = await seedMetPasskey(sql)
  const result = await meldAanMet(sql, sleutel)
  const [cookie = ''] = result.ok ? result.value.cookies : []
  expect(cookie).toMatch(/^__Host-focustafel_sessie=\w+; Path=\/; HttpOnly; SameSite=Lax/)
  const gebruiker = await findGebruikerByCookie(sql, cookie.split(';', 1)[0], { secure: true })
  expect(gebruiker).toMatchObject({ id: eigenaar.id, bevestigd: true })
  const [passkey] = await listPasskeys(sql, eigenaar.id)
  expect(passkey).toMatchObject({ naam: 'Laptop', gebruiktOp: expect.any(Date) })
})

test('what was asked is answered once, soon, and by the browser that asked', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { sleutel } = await seedMetPasskey(sql)
  const challenge = await vraagAanmelding(sql)
  const antwoord = sleutel.sign({ origin: ORIGIN, challenge })
  expect(await meldAan(sql, antwoord, 'een-andere-browser')).toEqual(MIS)
  expect((await meldAan(sql, antwoord)).ok).toBe(true)
  expect(await meldAan(sql, antwoord)).toEqual(MIS)

  const laat = await vraagAanmelding(sql)
  await sql`update uitdaging set created_at = now() - interval '6 minutes'`
  expect(await meldAan(sql, sleutel.sign({ origin: ORIGIN, challenge: laat }))).toEqual(MIS)
  const zelfbedacht = sleutel.sign({ origin: ORIGIN, challenge: 'zelfbedacht' })
  expect(await meldAan(sql, zelfbedacht)).toEqual(MIS)
  // What was asked to register is no way in.
  const vraag = { soort: 'registreren', houder: hashOf('deze-browser'), origin: ORIGIN } as const
  const eigenaar = { id: crypto.randomUUID(), naam: 'X', email: 'x@voorbeeld.nl' }
  const { challenge: ander } = await askRegistratie(sql, { ...vraag, eigenaar })
  expect(await meldAan(sql, sleutel.sign({ origin: ORIGIN, challenge: ander }))).toEqual(MIS)
})

test('a passkey of or for another site, over http, or without somebody who was checked, opens nothing', async () => {
  await using database = await createTestDatabase()
  const { sleutel } = await seedMetPasskey(database.sql)
  for (const anders of [
    { origin: 'https://tafel.voorbeeld.nl.evil.nl' },
    { origin: 'http://tafel.voorbeeld.nl' },
    { rpId: 'evil.nl' },
    { vlaggen: ZONDER_CONTROLE },
    { vlaggen: 0 },
  ]) {
    expect(await meldAanMet(database.sql, sleutel, anders), JSON.stringify(anders)).toEqual(MIS)
  }
  expect((await meldAanMet(database.sql, sleutel)).ok).toBe(true)
})

test('a passkey whose counter does not rise is a copy, and is refused', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { sleutel } = await seedMetPasskey(sql)
  expect((await meldAanMet(sql, sleutel, { teller: 10 })).ok).toBe(true)
  for (const teller of [0, 5, 10]) expect(await meldAanMet(sql, sleutel, { teller })).toEqual(MIS)
  expect((await meldAanMet(sql, sleutel, { teller: 11 })).ok).toBe(true)
})

test('a passkey that does not count, as those of telephones, goes on working', async () => {
  await using database = await createTestDatabase()
  const { sleutel } = await seedMetPasskey(database.sql)
  for (const teller of [0, 0]) {
    expect((await meldAanMet(database.sql, sleutel, { teller })).ok).toBe(true)
  }
})

test('a passkey that was removed, or whose owner is switched off, opens nothing', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { eigenaar, sleutel, ander } = await seedMetPasskey(sql)
  await sql`update gebruiker set uitgeschakeld_op = now() where id = ${eigenaar.id}`
  expect(await meldAanMet(sql, sleutel)).toEqual(MIS)
  await sql`update gebruiker set uitgeschakeld_op = null where id = ${eigenaar.id}`

  const passkeyId = (await listPasskeys(sql, eigenaar.id))[0]?.id ?? ''
  const weg = { passkeyId, tweedeFactor: 'optional' } as const
  expect((await removePasskeyCommand(sql, { ...weg, gebruikerId: ander })).ok).toBe(false)
  expect((await meldAanMet(sql, sleutel)).ok).toBe(true)
  expect((await removePasskeyCommand(sql, { ...weg, gebruikerId: eigenaar.id })).ok).toBe(true)
  expect(await meldAanMet(sql, sleutel)).toEqual(MIS)
})

test('a passkey is added once, by who was asked for it, on this site', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { eigenaar, sleutel } = await seedMetPasskey(sql)
  const nieuw = createAuthenticator()
  const registreer = async (van: Sleutel, anders: object, houder = HOUDER) => {
    const challenge = await vraagRegistratie(sql, eigenaar, houder)
    return voegToe(sql, eigenaar, van.register({ origin: ORIGIN, challenge, ...anders }))
  }
  expect(await registreer(nieuw, { origin: 'https://evil.nl' })).toEqual(MIS)
  expect(await registreer(nieuw, { rpId: 'evil.nl' })).toEqual(MIS)
  expect(await registreer(nieuw, { vlaggen: ZONDER_CONTROLE })).toEqual(MIS)
  expect(await registreer(nieuw, {}, hashOf('een andere sessie'))).toEqual(MIS)
  expect(await registreer(sleutel, {})).toEqual(MIS)
  expect(await registreer(nieuw, {})).toEqual({ ok: true, value: { herstelcodes: null } })
  expect(await listPasskeys(sql, eigenaar.id)).toHaveLength(2)
})

test('whatever is sent in the place of a signature is refused, and ends nothing', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { eigenaar, sleutel } = await seedMetPasskey(sql)
  const goed = sleutel.sign({ origin: ORIGIN, challenge: await vraagAanmelding(sql) })
  const stuk = [
    '',
    'null',
    '[]',
    '{}',
    '{"__proto__":{}}',
    'x'.repeat(200_000),
    goed.slice(0, -5),
    goed.replace(/"signature":"[^"]+"/, '"signature":"AAAA"'),
    goed.replace(/"authenticatorData":"[^"]+"/, '"authenticatorData":"AAAA"'),
    goed.replace(/"clientDataJSON":"[^"]+"/, '"clientDataJSON":"bnVsbA"'),
  ]
  for (const antwoord of stuk) {
    expect(await meldAan(sql, antwoord)).toEqual(MIS)
    expect(await voegToe(sql, eigenaar, antwoord)).toEqual(MIS)
  }
})
