import { expect, test, vi } from 'vitest'
import { TAAL_COOKIE } from '#app/auth/cookies.ts'
import { admitSessieCommand } from '#app/commands/admit-sessie.server.ts'
import { breakOffCommand } from '#app/commands/break-off.server.ts'
import { changeClientTaalCommand } from '#app/commands/change-client-taal.server.ts'
import { closeNowCommand } from '#app/commands/close-now.server.ts'
import { moveOverlegCommand } from '#app/commands/move-overleg.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { setSignaalCommand } from '#app/commands/set-signaal.server.ts'
import { unseatClientCommand } from '#app/commands/unseat-client.server.ts'
import type { Sql } from '#db/connection.ts'
import { createBrief, openTelefoon } from '../helpers/client-side.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { schrijf, seedTafel, type Tafel } from '../helpers/seed-tafel.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { createTestSockets, DEAF, openSocket, type TestSocket } from '../helpers/sockets.ts'

const WACHTKAMER = ['afspraak', 'contact', 'signaal', 'verplaatst', 'weergave']

async function belAan(sql: Sql, tafel: Tafel) {
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  return { brief, telefoon: await openTelefoon(sql, brief) }
}

function laatste({ beelden }: TestSocket) {
  return beelden().at(-1)
}

function afspraakOf(beeld: ReturnType<typeof laatste>) {
  return beeld?.weergave === 'wachtkamer' ? beeld.afspraak : null
}

async function ziet(socket: TestSocket, weergave: string) {
  await vi.waitFor(() => expect(laatste(socket)?.weergave).toBe(weergave), { timeout: 1000 })
}

test('[T3, T4] early, on a second telephone and after a reload there is the wachtkamer, and nothing in it', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'gepland')
  const { brief, telefoon } = await belAan(sql, tafel)
  const tweede = await openTelefoon(sql, brief)

  for (const { cookie } of [telefoon, telefoon, tweede]) {
    using socket = openSocket(sockets.url, { cookie, namespace: '/client' })
    await ziet(socket, 'wachtkamer')
    expect(Object.keys(laatste(socket) ?? {}).sort()).toEqual(WACHTKAMER)
    const received = JSON.stringify(socket.events)
    for (const naam of ['Terpstra', 'Aydin', 'Hoekstra', 'Kuiper', 'Politie', 'Reclassering']) {
      expect(received).not.toContain(naam)
    }
    expect(socket.events).toHaveLength(1)
  }
})

test('[K2] a page that is open goes on in its language when another is chosen for this person', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'gepland')
  const { telefoon } = await belAan(sql, tafel)
  const open = { cookie: telefoon.cookie, namespace: '/client' }
  using socket = openSocket(sockets.url, open)
  await ziet(socket, 'wachtkamer')
  const eerst = laatste(socket)

  const kiest = { ...tafel.regie, clientPersoonId: tafel.clientPersoonId, taal: 'en' } as const
  expect((await changeClientTaalCommand(sql, kiest)).ok).toBe(true)
  await sql`update client_sessie set signaal = 'stoppen' where id = ${telefoon.sessieId}`
  await vi.waitFor(() => expect(laatste(socket)).toEqual({ ...eerst, signaal: 'stoppen' }))

  // Its connection was lost meanwhile, and another tab of this browser has chosen too.
  const cookie = `${telefoon.cookie}; ${TAAL_COOKIE}=en`
  using terug = openSocket(sockets.url, { ...open, cookie, taal: 'nl' })
  await ziet(terug, 'wachtkamer')
  expect(laatste(terug)).toEqual({ ...eerst, signaal: 'stoppen' })
  using engels = openSocket(sockets.url, { ...open, taal: 'en' })
  await ziet(engels, 'wachtkamer')
  expect(laatste(engels)).not.toMatchObject({ afspraak: afspraakOf(eerst) })
  // What is no language of ours is as if nothing was said.
  using onbekend = openSocket(sockets.url, { ...open, taal: 'xx' })
  await ziet(onbekend, 'wachtkamer')
  expect(laatste(onbekend)).toEqual(laatste(engels))
})

test('[T2, T4, T5] the admitted telephone sees the table and the other one does not; and back again within a second', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using hier = await createTestSockets(sql)
  await using daar = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { brief, telefoon } = await belAan(sql, tafel)
  const tweede = await openTelefoon(sql, brief)
  using een = openSocket(hier.url, { cookie: telefoon.cookie, namespace: '/client' })
  using twee = openSocket(daar.url, { cookie: tweede.cookie, namespace: '/client' })
  await Promise.all([ziet(een, 'wachtkamer'), ziet(twee, 'wachtkamer')])

  await seatClientCommand(sql, { ...tafel.regie, sessieIds: [telefoon.sessieId] })
  await ziet(een, 'tafel')
  expect(JSON.stringify(laatste(een))).toContain('We spraken over uw woning.')
  await schrijf(sql, { ...tafel.regie, document: 'samenvatting', tekst: 'En over uw werk.' })
  expect(laatste(twee)?.weergave).toBe('wachtkamer')

  await admitSessieCommand(sql, { ...tafel.regie, sessieId: tweede.sessieId })
  await ziet(twee, 'tafel')
  await unseatClientCommand(sql, tafel.regie)
  await Promise.all([ziet(een, 'wachtkamer'), ziet(twee, 'wachtkamer')])
})

test('[S3, T5] what was read before he went back is not shown after it, however slow the database is', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { telefoon } = await belAan(sql, tafel)
  using socket = openSocket(sockets.url, { cookie: telefoon.cookie, namespace: '/client' })
  await ziet(socket, 'wachtkamer')
  await seatClientCommand(sql, { ...tafel.regie, sessieIds: [telefoon.sessieId] })
  await ziet(socket, 'tafel')

  await sql.begin(async (slow) => {
    // Asked last of what makes the table: the words have been read by then.
    await slow`lock table inbreng in access exclusive mode`
    await schrijf(sql, { ...tafel.regie, document: 'samenvatting', tekst: 'En over uw werk.' })
    await vi.waitFor(async () => {
      const reads = await sql`
        select from pg_stat_activity
        where wait_event_type = 'Lock' and query like '%inbreng%' and datname = current_database()`
      expect(reads).toHaveLength(1)
    })
    await unseatClientCommand(sql, tafel.regie)
    await slow`select pg_sleep(0.3)`
  })
  await ziet(socket, 'wachtkamer')
  expect(JSON.stringify(socket.events)).not.toContain('En over uw werk.')
})

test('[T6, S1, P6] at the table there are no ids, no writers, and nobody who left', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'vooroverleg')
  for (const document of ['vraagstelling', 'beeldvorming', 'oordeelsvorming'] as const) {
    await schrijf(sql, { ...tafel.regie, document, tekst: `GEHEIM-${document}` })
  }
  const { telefoon } = await belAan(sql, tafel)
  const { overlegId, ids } = tafel
  const vertrekt = { cookie: await createCookie(sql, ids.vertrekt), overlegId }
  using vertrekker = openSocket(sockets.url, vertrekt)
  using blijver = openSocket(sockets.url, {
    cookie: await createCookie(sql, ids.blijft),
    overlegId,
  })
  using client = openSocket(sockets.url, { cookie: telefoon.cookie, namespace: '/client' })
  await Promise.all([vertrekker.answer, blijver.answer, ziet(client, 'wachtkamer')])

  const begin = performance.now()
  await seatClientCommand(sql, { ...tafel.regie, sessieIds: [telefoon.sessieId] })
  await vertrekker.closed
  expect(performance.now() - begin).toBeLessThan(1000)
  expect(vertrekker.events).toContainEqual(['weg', { reden: 'niet-aan-tafel' }])
  await ziet(client, 'tafel')
  await vi.waitFor(() => {
    const beeld = laatste(client)
    expect(beeld?.weergave === 'tafel' && beeld.aanTafel.map(({ naam }) => naam)).toEqual([
      'Mehmet Aydin',
    ])
  })

  const received = JSON.stringify(client.events)
  expect(received).toContain('Politie')
  for (const verborgen of ['Hoekstra', 'GEHEIM', 'vertrekt', ...Object.values(tafel.ids)]) {
    expect(received).not.toContain(verborgen)
  }
  expect(received).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/)
  using terug = openSocket(sockets.url, vertrekt)
  expect(await terug.answer).toBe('niet-gevonden')
})

test('[S3] what may be seen follows within a second when no notice arrives at all', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql, DEAF)
  const tafel = await seedTafel(sql, 'met cliënt')
  const { brief, telefoon } = await belAan(sql, tafel)
  await admitSessieCommand(sql, { ...tafel.regie, sessieId: telefoon.sessieId })
  const { overlegId, ids } = tafel
  using client = openSocket(sockets.url, { cookie: telefoon.cookie, namespace: '/client' })
  using partner = openSocket(sockets.url, {
    cookie: await createCookie(sql, ids.blijft),
    overlegId,
  })
  await ziet(client, 'tafel')
  await partner.answer

  await closeNowCommand(sql, tafel.regie)
  await Promise.all([ziet(client, 'wachtkamer'), partner.closed])
  await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  expect(await client.closed).toBe('io server disconnect')
  expect(brief.token).not.toBe('')
})

test('[T7] who waits is told that it is moved, or that it does not go on', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'gepland')
  const { telefoon } = await belAan(sql, tafel)
  using client = openSocket(sockets.url, { cookie: telefoon.cookie, namespace: '/client' })
  await ziet(client, 'wachtkamer')
  await moveOverlegCommand(sql, { ...tafel.regie, geplandOp: new Date('2027-12-08T09:00:00Z') })
  await vi.waitFor(() =>
    expect(laatste(client)).toMatchObject({
      verplaatst: true,
      afspraak: 'woensdag 8 december, 10.00 uur',
    }),
  )
  await breakOffCommand(sql, { ...tafel.regie, reden: 'Niemand kon.' })
  await ziet(client, 'afgebroken')
  expect(JSON.stringify(client.events)).not.toContain('Niemand kon')
})

test('people are here as long as their socket is, and a signal reaches who may see it', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { telefoon } = await belAan(sql, tafel)
  const { overlegId, ids } = tafel
  using partner = openSocket(sockets.url, {
    cookie: await createCookie(sql, ids.blijft),
    overlegId,
  })
  using client = openSocket(sockets.url, { cookie: telefoon.cookie, namespace: '/client' })
  await Promise.all([partner.answer, client.answer])
  const count = async () => Number((await sql`select count(*) as n from aanwezigheid`)[0]?.n)
  await vi.waitFor(async () => expect(await count()).toBe(2))

  const eerder = partner.events.length
  const browser = { ...telefoon, overlegId, clientPersoonId: tafel.clientPersoonId }
  await setSignaalCommand(sql, { browser, signaal: 'stoppen' })
  await vi.waitFor(() => expect(partner.events.length).toBeGreaterThan(eerder))
  expect(partner.events.every(([name, payload]) => name === 'kijk-opnieuw' && !payload)).toBe(true)

  client.socket.disconnect()
  partner.socket.disconnect()
  await vi.waitFor(async () => expect(await count()).toBe(0))
})

test('nobody speaks, nobody names a room, and nobody comes in by another door', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { telefoon } = await belAan(sql, tafel)
  const { overlegId, ids } = tafel
  const cookie = await createCookie(sql, ids.blijft)
  const dicht = [
    { cookie: telefoon.cookie, overlegId },
    { cookie: telefoon.cookie.replace('client', 'sessie'), overlegId },
    { cookie: `focustafel_client=${telefoon.sessieHash}`, namespace: '/client' },
    { cookie, namespace: '/client' },
    { cookie: '', overlegId },
    { cookie, overlegId: 'geen-id' },
    { cookie, overlegId: (await seedTafel(sql, 'vooroverleg')).overlegId },
    { cookie: await createCookie(sql, tafel.ids['zonder-convenant']), overlegId },
    { cookie, overlegId, namespace: '/' },
    { cookie, overlegId, namespace: '/admin' },
    { cookie, overlegId, namespace: '/overleg/../client' },
  ]
  for (const open of dicht) {
    using socket = openSocket(sockets.url, open)
    expect(await socket.answer).toMatch(/^(niet-gevonden|Invalid namespace)$/)
    expect(socket.events).toEqual([])
  }

  using partner = openSocket(sockets.url, { cookie, overlegId })
  await partner.answer
  partner.socket.emit('join', overlegId)
  expect(await partner.closed).toBe('io server disconnect')

  const zalen = Array.from({ length: 22 }, () => openSocket(sockets.url, { cookie, overlegId }))
  await Promise.all(zalen.map(({ answer }) => answer))
  await vi.waitFor(() => expect(zalen.filter((z) => z.socket.connected)).toHaveLength(20))
  for (const zaal of zalen) zaal.socket.disconnect()
})
