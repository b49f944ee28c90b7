import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { signIn } from '#app/auth/inloggen.server.ts'
import { findGebruikerByCookie, listSessiesVan, signOut } from '#app/auth/professional.server.ts'
import type { Sql } from '#db/connection.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg, WACHTWOORD } from '../helpers/seed-overleg.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { createTestSockets, openSocket } from '../helpers/sockets.ts'

const LOPEND = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const

type Poging = { email: string; wachtwoord?: string; cookie?: string | null }

function meldAan(sql: Sql, { email, wachtwoord = WACHTWOORD, cookie = null }: Poging) {
  return signIn(sql, {
    email,
    wachtwoord,
    cookieHeader: cookie,
    secure: false,
    tweedeFactor: 'optional',
  })
}

async function cookieAfter(sql: Sql, poging: Poging): Promise<string> {
  const result = await meldAan(sql, poging)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value.cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ')
}

function sessieVan(cookie: string): string {
  return /focustafel_sessie=(\w+)/.exec(cookie)?.[1] ?? ''
}

test('a session is known by its hash alone, and what is stored opens nothing', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { emails, ids } = await seedOverleg(sql, LOPEND, ['partner'])
  const cookie = await cookieAfter(sql, { email: emails.partner })
  expect(await findGebruikerByCookie(sql, cookie)).toMatchObject({ id: ids.partner })

  const [row] = await sql<{ hash: string }[]>`select id_hash as hash from sessie`
  const [listed] = await listSessiesVan(sql, ids.partner)
  expect(row?.hash).not.toContain(sessieVan(cookie))
  expect(listed?.id).toBe(`sha256:${row?.hash}`)
  for (const stored of [row?.hash, listed?.id]) {
    expect(await findGebruikerByCookie(sql, `focustafel_sessie=${stored}`)).toBeNull()
  }
})

test('signing in makes a new session, and ends the one that the browser came with', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { emails } = await seedOverleg(sql, LOPEND, ['partner', 'blijft'])
  const eerste = await cookieAfter(sql, { email: emails.partner })
  const tweede = await cookieAfter(sql, { email: emails.blijft, cookie: eerste })

  expect(sessieVan(tweede)).not.toBe(sessieVan(eerste))
  expect(await findGebruikerByCookie(sql, eerste)).toBeNull()
  const zelfbedacht = await cookieAfter(sql, {
    email: emails.blijft,
    cookie: 'focustafel_sessie=vooraf',
  })
  expect(sessieVan(zelfbedacht)).not.toBe('vooraf')
})

test('cookies are out of reach of scripts and other sites, and tied to the host behind https', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { emails } = await seedOverleg(sql, LOPEND, ['partner'])
  const result = await signIn(sql, {
    email: emails.partner,
    wachtwoord: WACHTWOORD,
    cookieHeader: null,
    secure: true,
    tweedeFactor: 'optional',
  })
  const cookies = result.ok ? result.value.cookies : []
  expect(cookies).toHaveLength(2)
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-focustafel_\w+=/)
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/)
  }
})

test('who is unknown, mistaken or switched off gets the same answer, at the same cost', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { emails, ids } = await seedOverleg(sql, LOPEND, ['partner', 'blijft'])
  await sql`update gebruiker set uitgeschakeld_op = now() where id = ${ids.blijft}`
  await cookieAfter(sql, { email: emails.partner })

  const tijden = []
  for (const poging of [
    { email: emails.partner, wachtwoord: 'niet-het-goede' },
    { email: 'niemand@voorbeeld.nl' },
    { email: emails.blijft },
    { email: `\0${'x'.repeat(300)}@voorbeeld.nl`, wachtwoord: '\0' },
  ]) {
    const begin = performance.now()
    expect(await meldAan(sql, poging)).toEqual({
      ok: false,
      refusal: { code: 'inloggen-mislukt' },
    })
    tijden.push(performance.now() - begin)
  }
  // The hash is the cost; without it an answer takes a few milliseconds.
  expect(Math.min(...tijden)).toBeGreaterThan(20)
})

test('guessing is slowed down, and the owner comes in from the browser that he always uses', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { emails } = await seedOverleg(sql, LOPEND, ['partner'])
  const eigen = await cookieAfter(sql, { email: emails.partner })

  const aanval = Array.from({ length: 40 }, (_, n) =>
    meldAan(sql, { email: emails.partner, wachtwoord: `gok-${n}` }),
  )
  await wait(200)
  const begin = performance.now()
  const terug = await cookieAfter(sql, { email: emails.partner, cookie: eigen })
  // The queue of strangers is four seconds long.
  expect(performance.now() - begin).toBeLessThan(4000)
  expect(await findGebruikerByCookie(sql, terug)).not.toBeNull()

  const codes = (await Promise.all(aanval)).map((result) =>
    result.ok ? 'ok' : result.refusal.code,
  )
  expect(codes).toContain('te-veel-pogingen')
  expect(codes.filter((code) => code === 'inloggen-mislukt').length).toBeLessThan(15)
  expect(codes).not.toContain('ok')
})

test('a session ends after half an hour without use, and after twelve hours whatever happens', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids } = await seedOverleg(sql, LOPEND, ['partner'])
  const gebruikt = await createCookie(sql, ids.partner)
  await sql`update sessie set expires_at = now() + interval '1 minute'`
  expect(await findGebruikerByCookie(sql, gebruikt)).not.toBeNull()
  const [row] = await sql<{ over: number }[]>`
    select extract(epoch from expires_at - now())::float8 as over from sessie`
  expect(row?.over).toBeGreaterThan(29 * 60)

  await sql`update sessie set expires_at = now() - interval '1 second'`
  expect(await findGebruikerByCookie(sql, gebruikt)).toBeNull()

  const lang = await createCookie(sql, ids.partner)
  await sql`update sessie set created_at = now() - interval '12 hours 1 second'`
  expect(await findGebruikerByCookie(sql, lang)).toBeNull()
})

test('[S3] signing out closes the sockets of that session within a second, in every process', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using hier = await createTestSockets(sql)
  await using daar = await createTestSockets(sql)
  const { overlegId, ids } = await seedOverleg(sql, LOPEND, ['partner', 'blijft'])
  const cookie = await createCookie(sql, ids.partner)
  using een = openSocket(hier.url, { cookie, overlegId })
  using twee = openSocket(daar.url, { cookie, overlegId })
  using ander = openSocket(hier.url, { cookie: await createCookie(sql, ids.blijft), overlegId })
  expect(await Promise.all([een.answer, twee.answer, ander.answer])).toEqual([
    'open',
    'open',
    'open',
  ])

  const begin = performance.now()
  await signOut(sql, cookie, { secure: false })
  expect(await Promise.all([een.closed, twee.closed])).toEqual([
    'io server disconnect',
    'io server disconnect',
  ])
  expect(performance.now() - begin).toBeLessThan(1000)
  expect(een.events).toContainEqual(['weg', { reden: 'afgemeld' }])
  expect(ander.socket.connected).toBe(true)
  expect(await findGebruikerByCookie(sql, cookie)).toBeNull()
})
