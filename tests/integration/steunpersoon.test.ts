import { expect, test, vi } from 'vitest'
import { admitSessieCommand } from '#app/commands/admit-sessie.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import {
  callSteunpersoonBackCommand,
  sendSteunpersoonAwayCommand,
} from '#app/commands/send-steunpersoon.server.ts'
import { setSignaalCommand } from '#app/commands/set-signaal.server.ts'
import { unseatClientCommand } from '#app/commands/unseat-client.server.ts'
import { listClientAanwezigen } from '#db/client-personen.ts'
import { createBrief, openTelefoon } from '../helpers/client-side.ts'
import { addClient, leesTafel } from '../helpers/clienten.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { listRecord } from '../helpers/record.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { createTestSockets, openSocket, type TestSocket } from '../helpers/sockets.ts'

const BINNEN_EEN_SECONDE = { timeout: 1000, interval: 10 }
const WEGGESTUURD = { ok: false, refusal: { code: 'steunpersoon-weggestuurd' } }
const NIET_GEVONDEN = { ok: false, refusal: { code: 'niet-gevonden' } }

function laatste({ beelden }: TestSocket) {
  return beelden().at(-1)
}

test('[K6] one tap of the cliënt, and every browser of his steunpersoon is in the wachtkamer within a second, in two processes', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using hier = await createTestSockets(sql)
  await using daar = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'met cliënt')
  const client = await addClient(sql, tafel, 'client')
  const telefoons = [
    await addClient(sql, tafel, 'steunpersoon'),
    await addClient(sql, tafel, 'steunpersoon'),
  ]
  using scherm = openSocket(hier.url, { cookie: client.cookie, namespace: '/client' })
  using een = openSocket(hier.url, { cookie: telefoons[0]?.cookie ?? '', namespace: '/client' })
  using twee = openSocket(daar.url, { cookie: telefoons[1]?.cookie ?? '', namespace: '/client' })
  for (const socket of [scherm, een, twee]) {
    await vi.waitFor(() => expect(leesTafel(socket)).not.toBeNull())
  }
  await vi.waitFor(() =>
    expect(leesTafel(scherm)?.steunpersoon).toEqual({ aanTafel: true, weg: false }),
  )
  expect(leesTafel(een)?.steunpersoon).toBeNull()

  expect((await sendSteunpersoonAwayCommand(sql, client)).ok).toBe(true)
  for (const socket of [een, twee]) {
    await vi.waitFor(
      () => expect(laatste(socket)).toMatchObject({ weergave: 'wachtkamer', weggestuurd: 'tafel' }),
      BINNEN_EEN_SECONDE,
    )
    expect(Object.keys(laatste(socket) ?? {}).sort()).toEqual([
      'afspraak',
      'contact',
      'signaal',
      'verplaatst',
      'weergave',
      'weggestuurd',
    ])
  }
  await vi.waitFor(() =>
    expect(leesTafel(scherm)?.steunpersoon).toEqual({ aanTafel: false, weg: true }),
  )
  expect(await listRecord(sql, { ...tafel, event: 'steunpersoon-sent' })).toMatchObject([
    { clientPersoonId: tafel.clientPersoonId, details: { aantal: 1 } },
  ])
  // A letter opens the wachtkamer, and the cliënt was asked: nobody else lets him in.
  const nieuw = await addClient(sql, tafel, 'steunpersoon', 'wachtkamer')
  for (const { browser } of [...telefoons, nieuw]) {
    expect(await admitSessieCommand(sql, { ...tafel.regie, sessieId: browser.sessieId })).toEqual(
      WEGGESTUURD,
    )
  }
})

test('[K6] [S5] the cliënt takes it back himself, and then a human lets each browser in anew', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const client = await addClient(sql, tafel, 'client')
  const { browser } = await addClient(sql, tafel, 'steunpersoon')
  await sendSteunpersoonAwayCommand(sql, client)
  await unseatClientCommand(sql, tafel.regie)
  const sessieIds = [tafel.wachtend, browser.sessieId]
  expect(await seatClientCommand(sql, { ...tafel.regie, sessieIds })).toEqual(WEGGESTUURD)
  const zelf = { ...tafel.regie, sessieIds: [client.browser.sessieId] }
  expect((await seatClientCommand(sql, zelf)).ok).toBe(true)

  expect((await callSteunpersoonBackCommand(sql, client)).ok).toBe(true)
  const toegelaten = async () =>
    (await listClientAanwezigen(sql, tafel.overlegId))
      .filter(({ toegelaten }) => toegelaten)
      .map(({ sessieId }) => sessieId)
  expect(await toegelaten()).toEqual([client.browser.sessieId])
  expect((await admitSessieCommand(sql, { ...tafel.regie, sessieId: browser.sessieId })).ok).toBe(
    true,
  )
  expect(await toegelaten()).toContain(browser.sessieId)
})

test('[K6] a steunpersoon sends nobody away, nobody sends the vertegenwoordiger away, and who waits sends nobody', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const client = await addClient(sql, tafel, 'client')
  const vertegenwoordiger = await addClient(sql, tafel, 'vertegenwoordiger')
  const steunpersoon = await addClient(sql, tafel, 'steunpersoon')
  const wacht = await addClient(sql, tafel, 'client', 'wachtkamer')
  for (const wie of [steunpersoon, wacht]) {
    expect(await sendSteunpersoonAwayCommand(sql, wie)).toEqual(NIET_GEVONDEN)
    expect(await callSteunpersoonBackCommand(sql, wie)).toEqual(NIET_GEVONDEN)
  }
  const aanTafel = async () =>
    (
      await sql<{ soort: string }[]>`
      select distinct soort from client_sessie join client_persoon on client_persoon.id = client_persoon_id
      where toegelaten_op is not null order by soort`
    ).map(({ soort }) => soort)
  expect(await aanTafel()).toEqual(['client', 'steunpersoon', 'vertegenwoordiger'])
  expect((await sendSteunpersoonAwayCommand(sql, vertegenwoordiger)).ok).toBe(true)
  expect(await aanTafel()).toEqual(['client', 'vertegenwoordiger'])
  // There is nobody left to send: not the vertegenwoordiger, by the cliënt either.
  expect((await sendSteunpersoonAwayCommand(sql, client)).ok).toBe(true)
  expect(await aanTafel()).toEqual(['client', 'vertegenwoordiger'])
  expect(await listRecord(sql, { ...tafel, event: 'steunpersoon-sent' })).toHaveLength(1)
})

test('[K6] [S5] cliënt, steunpersoon and vertegenwoordiger come in each with a code of his own', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const personen = [
    (await addClient(sql, tafel, 'steunpersoon', 'wachtkamer')).browser.clientPersoonId,
    (await addClient(sql, tafel, 'vertegenwoordiger', 'wachtkamer')).browser.clientPersoonId,
    tafel.clientPersoonId,
  ]
  const brieven = await Promise.all(personen.map((id) => createBrief(sql, tafel.regie, id)))
  expect(new Set(brieven.map(({ code }) => code)).size).toBe(3)
  const [steun, , client] = brieven
  if (!steun || !client) throw new Error('Three letters')
  await openTelefoon(sql, steun)
  await expect(openTelefoon(sql, { token: client.token, code: steun.code })).rejects.toThrow(
    'code-onjuist',
  )
})

test('[T3] a signal of any of them is with the procesregisseur at once, per browser, stays when a connection drops, and with nobody else', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'met cliënt')
  const client = await addClient(sql, tafel, 'client')
  const steun = await addClient(sql, tafel, 'steunpersoon')
  const regie = { cookie: await createCookie(sql, tafel.ids.procesregisseur) }
  using tafelscherm = openSocket(sockets.url, { ...regie, overlegId: tafel.overlegId })
  using eerste = openSocket(sockets.url, { cookie: client.cookie, namespace: '/client' })
  using ander = openSocket(sockets.url, { cookie: steun.cookie, namespace: '/client' })
  await Promise.all([tafelscherm.answer, eerste.answer, ander.answer])
  await vi.waitFor(() => expect(leesTafel(ander)).not.toBeNull())

  for (const signaal of ['iets-zeggen', 'pauze', 'stoppen'] as const) {
    const eerder = tafelscherm.events.length
    await setSignaalCommand(sql, { browser: client.browser, signaal })
    await vi.waitFor(
      () => expect(tafelscherm.events.length).toBeGreaterThan(eerder),
      BINNEN_EEN_SECONDE,
    )
    const aanwezigen = await listClientAanwezigen(sql, tafel.overlegId)
    expect(aanwezigen.filter((gast) => gast.signaal).map((gast) => gast.sessieId)).toEqual([
      client.browser.sessieId,
    ])
  }
  await setSignaalCommand(sql, { browser: steun.browser, signaal: 'pauze' })
  eerste.socket.disconnect()
  using weer = openSocket(sockets.url, { cookie: client.cookie, namespace: '/client' })
  await vi.waitFor(() => expect(leesTafel(weer)?.signaal).toBe('stoppen'))
  await vi.waitFor(() => expect(leesTafel(ander)?.signaal).toBe('pauze'))
  expect(JSON.stringify(ander.events)).not.toContain('stoppen')
  expect(await listRecord(sql, { ...tafel, event: 'signaal-given' })).toHaveLength(4)
})

test('[K6] [S5] afterwards too the cliënt decides whether his steunpersoon reads along, also when he is not there now', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'vastgesteld')
  const client = await addClient(sql, tafel, 'client')
  using scherm = openSocket(sockets.url, { cookie: client.cookie, namespace: '/client' })
  await vi.waitFor(() => expect(laatste(scherm)).toMatchObject({ meelezer: null }))

  const { browser, cookie } = await addClient(sql, tafel, 'steunpersoon', 'wachtkamer')
  await sql`update client_sessie set met_pin = true where id = ${browser.sessieId}`
  using steun = openSocket(sockets.url, { cookie, namespace: '/client' })
  await vi.waitFor(() => expect(laatste(steun)).toMatchObject({ weergave: 'plan', meelezer: null }))
  const meelezer = { leest: true, weg: false }
  await vi.waitFor(() => expect(laatste(scherm)).toMatchObject({ meelezer }))
  expect(await sendSteunpersoonAwayCommand(sql, { browser })).toEqual(NIET_GEVONDEN)

  expect((await sendSteunpersoonAwayCommand(sql, client)).ok).toBe(true)
  // There is no table any more to be sent away from.
  await vi.waitFor(
    () => expect(laatste(steun)).toMatchObject({ weergave: 'wachtkamer', weggestuurd: 'plan' }),
    BINNEN_EEN_SECONDE,
  )
  await vi.waitFor(() =>
    expect(laatste(scherm)).toMatchObject({ meelezer: { leest: false, weg: true } }),
  )
  // A second browser of his, with the PIN, is no way round it.
  const later = await addClient(sql, tafel, 'steunpersoon', 'wachtkamer')
  await sql`update client_sessie set met_pin = true where id = ${later.browser.sessieId}`
  using nogEen = openSocket(sockets.url, { cookie: later.cookie, namespace: '/client' })
  await vi.waitFor(() => expect(laatste(nogEen)).toMatchObject({ weergave: 'wachtkamer' }))

  expect((await callSteunpersoonBackCommand(sql, client)).ok).toBe(true)
  await vi.waitFor(() => expect(laatste(steun)).toMatchObject({ weergave: 'plan' }))
  await vi.waitFor(() => expect(laatste(scherm)).toMatchObject({ meelezer }))
})
