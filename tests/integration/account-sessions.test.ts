import { expect, test } from 'vitest'
import { SESSIE_COOKIE } from '#app/auth/cookies.ts'
import { createDeur } from '#app/auth/deur.server.ts'
import { findGebruikerByCookie, renewSessie } from '#app/auth/professional.server.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { endAndereSessiesCommand, endSessieCommand } from '#app/commands/end-sessies.server.ts'
import { CLOSE, VANZELF_COOKIE } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import { listSessieRegels } from '#db/sessies.ts'
import { createTestCollab, openDocument } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { createTestSockets, openSocket } from '../helpers/sockets.ts'

const LOPEND = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const
const GEPLAND = { status: 'gepland' } as const

async function gebruikerVan(sql: Sql, cookie: string) {
  const gebruiker = await findGebruikerByCookie(sql, cookie)
  if (!gebruiker) throw new Error('Signed in by createCookie')
  return gebruiker
}

function hashVan(cookie: string): string {
  return hashOf(cookie.split('=')[1] ?? '')
}

async function minutenOver(sql: Sql, hash: string): Promise<number> {
  const [row] = await sql<{ over: number }[]>`
    select extract(epoch from expires_at - now())::float8 / 60 as over from sessie
    where id_hash = ${hash}`
  return row?.over ?? 0
}

test('[check 42] somebody sees his own sessions, ends one or all others, and never one of somebody else', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids } = await seedOverleg(sql, GEPLAND, ['partner', 'blijft'])
  const [hier, telefoon, werk] = [
    await createCookie(sql, ids.partner),
    await createCookie(sql, ids.partner),
    await createCookie(sql, ids.partner),
  ]
  const vreemd = await createCookie(sql, ids.blijft)
  await sql`update sessie set browser = 'Chrome op Android' where id_hash = ${hashVan(telefoon)}`
  const regels = await listSessieRegels(sql, ids.partner)
  expect(regels).toHaveLength(3)
  const vanTelefoon = regels.find(({ hash }) => hash === hashVan(telefoon))
  expect(vanTelefoon?.browser).toBe('Chrome op Android')
  expect(Math.abs(Number(vanTelefoon?.gebruikt) - Date.now())).toBeLessThan(60_000)

  const sessieId = vanTelefoon?.id ?? ''
  const [vreemdeRegel] = await listSessieRegels(sql, ids.blijft)
  for (const id of [vreemdeRegel?.id ?? '', crypto.randomUUID(), hashVan(telefoon), '']) {
    const poging = { gebruikerId: ids.partner, sessieId: id }
    expect((await endSessieCommand(sql, poging)).ok).toBe(false)
  }
  expect((await endSessieCommand(sql, { gebruikerId: ids.partner, sessieId })).ok).toBe(true)
  expect(await findGebruikerByCookie(sql, telefoon)).toBeNull()
  expect(await findGebruikerByCookie(sql, werk)).not.toBeNull()

  await endAndereSessiesCommand(sql, await gebruikerVan(sql, hier))
  expect(await findGebruikerByCookie(sql, werk)).toBeNull()
  expect(await findGebruikerByCookie(sql, hier)).not.toBeNull()
  expect(await findGebruikerByCookie(sql, vreemd)).not.toBeNull()
})

test('[S3] [check 42] a session that is ended in the list, or got a new id, is cut from table and document within a second', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  await using collab = await createTestCollab(sql)
  const { overlegId, ids } = await seedOverleg(sql, LOPEND, ['partner'])
  const key = { overlegId, document: 'beeldvorming' } as const

  for (const einde of ['weg', 'vernieuwd'] as const) {
    const cookie = await createCookie(sql, ids.partner)
    const gebruiker = await gebruikerVan(sql, cookie)
    using tafel = openSocket(sockets.url, { cookie, overlegId })
    expect(await tafel.answer).toBe('open')
    using document = openDocument({ url: collab.url, key, sessie: hashVan(cookie) })
    await expect.poll(() => document.provider.synced).toBe(true)

    const begin = performance.now()
    if (einde === 'weg') {
      const [regel] = await listSessieRegels(sql, ids.partner)
      await endSessieCommand(sql, { gebruikerId: ids.partner, sessieId: regel?.id ?? '' })
    } else {
      await renewSessie(sql, { gebruiker, bewijs: 'wachtwoord', secure: false })
    }
    expect(await tafel.closed).toBe('io server disconnect')
    await expect.poll(() => document.closes, { interval: 5 }).toContain(CLOSE.signedOut)
    expect(performance.now() - begin, einde).toBeLessThan(1000)
  }
})

test('[check 38] a session goes on under a new id with the end that it had; the old id opens nothing', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids } = await seedOverleg(sql, GEPLAND, ['partner'])
  const oud = await createCookie(sql, ids.partner)
  await sql`update sessie set created_at = now() - interval '11 hours'`
  const gebruiker = await gebruikerVan(sql, oud)
  expect(gebruiker.bevestigd).toBe(false)
  const vernieuw = () => renewSessie(sql, { gebruiker, bewijs: 'wachtwoord', secure: false })
  const nieuw = (await vernieuw())?.split(';', 1)[0] ?? ''
  expect(nieuw).toMatch(new RegExp(`^${SESSIE_COOKIE}=\\w{30,}$`))
  expect(await findGebruikerByCookie(sql, oud)).toBeNull()
  expect((await gebruikerVan(sql, nieuw)).bevestigd).toBe(true)
  // From what is dead nothing is made.
  expect(await vernieuw()).toBeNull()
  await sql`update sessie set created_at = created_at - interval '1 hour 1 second'`
  expect(await findGebruikerByCookie(sql, nieuw)).toBeNull()
})

test('[check 41] who is at the table of a running overleg uses his session by being there; who looks at another does not', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const nu = await seedOverleg(sql, LOPEND, ['partner'])
  const straks = await seedOverleg(sql, GEPLAND, ['partner'])
  const aanTafel = await createCookie(sql, nu.ids.partner)
  const kijkt = await createCookie(sql, straks.ids.partner)
  using een = openSocket(sockets.url, { cookie: aanTafel, overlegId: nu.overlegId })
  using twee = openSocket(sockets.url, { cookie: kijkt, overlegId: straks.overlegId })
  expect(await Promise.all([een.answer, twee.answer])).toEqual(['open', 'open'])

  await sql`update sessie set expires_at = now() + interval '10 minutes'`
  await expect
    .poll(() => minutenOver(sql, hashVan(aanTafel)), { timeout: 15_000, interval: 100 })
    .toBeGreaterThan(29)
  expect(await minutenOver(sql, hashVan(kijkt))).toBeLessThan(10)
  expect([een.socket.connected, twee.socket.connected]).toEqual([true, true])
})

test('[check 41] the same for an open document; and whoever writes uses his session, also before the overleg runs', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using collab = await createTestCollab(sql)
  const { url } = collab
  const nu = await seedOverleg(sql, LOPEND, ['partner'])
  const straks = await seedOverleg(sql, GEPLAND, ['partner', 'blijft'])
  const keyNu = { overlegId: nu.overlegId, document: 'beeldvorming' } as const
  const keyStraks = { overlegId: straks.overlegId, document: 'beeldvorming' } as const
  const [aanTafel, kijkt, schrijft] = [
    await createCookie(sql, nu.ids.partner),
    await createCookie(sql, straks.ids.partner),
    await createCookie(sql, straks.ids.blijft),
  ]
  using een = openDocument({ url, key: keyNu, sessie: hashVan(aanTafel) })
  using twee = openDocument({ url, key: keyStraks, sessie: hashVan(kijkt) })
  using drie = openDocument({ url, key: keyStraks, sessie: hashVan(schrijft) })
  await expect
    .poll(() => [een, twee, drie].map(({ provider }) => provider.synced))
    .toEqual([true, true, true])

  await sql`update sessie set expires_at = now() + interval '10 minutes'`
  drie.write('Er is nog niets begonnen.')
  // A provider says every quarter of a minute that it is there: that is presence, and no more than that.
  for (const { provider } of [een, twee]) provider.awareness.setLocalStateField('cursor', null)
  for (const cookie of [aanTafel, schrijft]) {
    await expect
      .poll(() => minutenOver(sql, hashVan(cookie)), { timeout: 15_000, interval: 100 })
      .toBeGreaterThan(29)
  }
  expect(await minutenOver(sql, hashVan(kijkt))).toBeLessThan(10)
})

test('[check 41] a page or a connection that asks by itself is answered, and is no use of the session', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids } = await seedOverleg(sql, GEPLAND, ['partner'])
  const cookie = await createCookie(sql, ids.partner)
  // Also in the second half, where Lucia would make it last longer by itself.
  for (const minuten of [20, 10]) {
    await sql`update sessie set expires_at = now() + make_interval(mins => ${minuten})`
    expect(await findGebruikerByCookie(sql, `${cookie}; ${VANZELF_COOKIE}=1`)).not.toBeNull()
    expect(await minutenOver(sql, hashVan(cookie))).toBeLessThan(minuten)
    expect(await createDeur(sql, { secure: false })(cookie)).not.toBeNull()
    expect(await minutenOver(sql, hashVan(cookie))).toBeLessThan(minuten)
  }
  expect(await findGebruikerByCookie(sql, cookie)).not.toBeNull()
  expect(await minutenOver(sql, hashVan(cookie))).toBeGreaterThan(29)
})
