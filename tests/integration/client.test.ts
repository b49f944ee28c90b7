import { expect, test, vi } from 'vitest'
import { findClientByCookie } from '#app/auth/client-side.server.ts'
import { findGebruikerByCookie } from '#app/auth/professional.server.ts'
import { choosePinCommand } from '#app/commands/choose-pin.server.ts'
import { givePinCommand } from '#app/commands/give-pin.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { signInClientCommand } from '#app/commands/sign-in-client.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import type { Sql } from '#db/connection.ts'
import { createBrief, createClientCookie, openTelefoon } from '../helpers/client-side.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'

const FOUT = { ok: false, refusal: { code: 'code-onjuist' } }
const GEBLOKKEERD = { ok: false, refusal: { code: 'uitnodiging-geblokkeerd' } }

async function browserOf(sql: Sql, cookie: string) {
  const browser = await findClientByCookie(sql, cookie)
  if (!browser) throw new Error('Not signed in')
  return browser
}

test('[S5] the code opens a session of this overleg alone; case, spaces and hyphens do not matter', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const slordig = ` ${brief.code.toLowerCase().replace('-', ' – ')} `
  const { cookie } = await openTelefoon(sql, { ...brief, code: slordig })

  expect(await browserOf(sql, cookie)).toMatchObject({
    overlegId: tafel.overlegId,
    clientPersoonId: tafel.clientPersoonId,
    toegelaten: false,
    metPin: false,
  })
  expect(await findGebruikerByCookie(sql, cookie.replace('client', 'sessie'))).toBeNull()
  const stored = JSON.stringify(await sql`select * from client_persoon, client_sessie`)
  for (const geheim of [brief.token, brief.code, cookie.split('=')[1] ?? '']) {
    expect(stored).not.toContain(geheim)
  }
})

test('[K11] a letter that was passed on opens eight browsers at once: the one that waits longest goes, and nobody at the table', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, clientPersoonId } = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, regie, clientPersoonId)
  await sql`delete from client_sessie`
  const aanTafel = await createClientCookie(sql, { clientPersoonId, toegelaten: true })
  const metPin = await createClientCookie(sql, { clientPersoonId, metPin: true })
  const wachtend: string[] = []
  for (let nummer = 0; nummer < 6; nummer++) {
    wachtend.push(await createClientCookie(sql, { clientPersoonId }))
  }

  const nieuw = await Promise.all([openTelefoon(sql, brief), openTelefoon(sql, brief)])
  const binnen = async (cookie: string) => (await findClientByCookie(sql, cookie)) !== null
  expect(await Promise.all(wachtend.map(binnen))).toEqual([false, false, true, true, true, true])
  const blijft = [aanTafel, metPin, ...nieuw.map(({ cookie }) => cookie)]
  expect(await Promise.all(blijft.map(binnen))).toEqual([true, true, true, true])
})

test('[K11] who began before another and is let in after him does come in, and the other makes room', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, clientPersoonId } = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, regie, clientPersoonId)
  await sql`delete from client_sessie`
  for (let nummer = 0; nummer < 7; nummer++) {
    await createClientCookie(sql, { clientPersoonId, toegelaten: true })
  }
  const ander = await createClientCookie(sql, { clientPersoonId })
  await sql`update client_sessie set created_at = now() + interval '1 minute'`

  const { cookie } = await openTelefoon(sql, brief)
  expect(await findClientByCookie(sql, cookie)).not.toBeNull()
  expect(await findClientByCookie(sql, ander)).toBeNull()
})

test('[S5] five wrong tries, also all at once, need a human; the new letter ends what came before', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const { cookie } = await openTelefoon(sql, brief)

  const results = await Promise.all(
    Array.from({ length: 12 }, () => signInClientCommand(sql, { ...brief, code: 'AAAA-AAAA' })),
  )
  expect(results.every((result) => !result.ok)).toBe(true)
  const [row] = await sql`select pogingen from client_persoon where id = ${tafel.clientPersoonId}`
  expect(row?.pogingen).toBe(5)
  expect(await signInClientCommand(sql, brief)).toEqual(GEBLOKKEERD)

  const nieuw = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  expect(await findClientByCookie(sql, cookie)).toBeNull()
  expect(await signInClientCommand(sql, brief)).toEqual(FOUT)
  expect(await signInClientCommand(sql, nieuw)).toMatchObject({ ok: true })
})

test('[S5] a token that is wrong, replaced or unknown gets the answer of a wrong code, at the same cost', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const oud = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)

  const tijden = []
  for (const poging of [
    { ...brief, code: 'AAAA-AAAA' },
    oud,
    { token: 'onbekend', code: brief.code },
    { token: '', code: '' },
    { token: `\0${'x'.repeat(5000)}`, code: '\0' },
  ]) {
    const begin = performance.now()
    expect(await signInClientCommand(sql, poging)).toEqual(FOUT)
    tijden.push(performance.now() - begin)
  }
  // The hash is the cost; without it an answer takes a few milliseconds.
  expect(Math.min(...tijden)).toBeGreaterThan(20)
})

test('[S5] the PIN is chosen by a browser that a human admitted, and not by one that waits', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const aanTafel = await openTelefoon(sql, brief)
  const tweede = await openTelefoon(sql, brief)
  const kies = async (cookie: string, pin: string) =>
    choosePinCommand(sql, { browser: await browserOf(sql, cookie), pin })

  expect(await kies(aanTafel.cookie, '48213')).toMatchObject({ refusal: { code: 'niet-gevonden' } })
  const seated = await seatClientCommand(sql, { ...tafel.regie, sessieIds: [aanTafel.sessieId] })
  expect(seated.ok).toBe(true)
  expect(await kies(tweede.cookie, '48213')).toMatchObject({ refusal: { code: 'niet-gevonden' } })
  expect(await kies(aanTafel.cookie, '12345')).toMatchObject({
    refusal: { code: 'pin-te-makkelijk' },
  })
  expect(await kies(aanTafel.cookie, '48 213')).toMatchObject({ ok: true })
})

test('[S5] afterwards code and PIN together open the plan, and their tries are counted together', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const { cookie, sessieId } = await openTelefoon(sql, brief)
  await seatClientCommand(sql, { ...tafel.regie, sessieIds: [sessieId] })
  await choosePinCommand(sql, { browser: await browserOf(sql, cookie), pin: '48213' })
  expect(await vaststellenCommand(sql, tafel.regie)).toMatchObject({ ok: true })

  const thuis = await openTelefoon(sql, { ...brief, pin: '48213' })
  expect(await browserOf(sql, thuis.cookie)).toMatchObject({ metPin: true, toegelaten: false })

  const later = await browserOf(sql, (await openTelefoon(sql, brief)).cookie)
  expect(later.metPin).toBe(false)
  for (const pin of ['11111', '22222', '33333']) {
    expect(await givePinCommand(sql, { browser: later, pin })).toMatchObject({
      refusal: { code: 'pin-onjuist' },
    })
  }
  expect(await signInClientCommand(sql, { ...brief, pin: '99999' })).toEqual(FOUT)
  // The code alone is right, and gives no new tries.
  await openTelefoon(sql, brief)
  expect(await signInClientCommand(sql, { ...brief, pin: '44444' })).toEqual(GEBLOKKEERD)
  expect(await givePinCommand(sql, { browser: later, pin: '48213' })).toEqual(GEBLOKKEERD)
  expect(await signInClientCommand(sql, { ...brief, pin: '48213' })).toEqual(GEBLOKKEERD)
  await vi.waitFor(async () => expect(await findClientByCookie(sql, thuis.cookie)).not.toBeNull())
})

test('only the procesregisseur of this overleg makes a letter', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const ander = await seedTafel(sql, 'vooroverleg')
  const { overlegId, ids, clientPersoonId } = tafel
  for (const gebruikerId of [ids.casushouder, ids.blijft, tafel.nieuw, ander.regie.gebruikerId]) {
    await expect(createBrief(sql, { overlegId, gebruikerId }, clientPersoonId)).rejects.toThrow()
  }
  await expect(createBrief(sql, ander.regie, clientPersoonId)).rejects.toThrow('niet-gevonden')
  await expect(createBrief(sql, tafel.regie, 'geen-id')).rejects.toThrow('niet-gevonden')
})
