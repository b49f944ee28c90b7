import { expect, test, vi } from 'vitest'
import { CLOSE, EDITOR_VERSION } from '#app/realtime/protocol.ts'
import { DOCUMENTEN } from '#domain/document.ts'
import {
  createSessie,
  createTestCollab,
  openDocument,
  openSocket,
  storedText,
} from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'

const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const
const BESLUITVORMING = { status: 'lopend', fase: 'besluitvorming', tafel: 'vooroverleg' } as const

test('[S3] a connection that was open can only read once its fase is over, and its write is answered', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'procesregisseur',
    'partner',
  ])
  const key = { overlegId, document: 'beeldvorming' } as const
  using regisseur = await collab.open(key, ids.procesregisseur)
  using partner = await collab.open(key, ids.partner)
  await vi.waitFor(() => expect(partner.text()).toContain('Schulden'))

  await database.sql`update overleg set fase = 'oordeelsvorming' where id = ${overlegId}`
  partner.write('Te laat geschreven', 'Schulden')

  await vi.waitFor(() => expect(partner.refused.at(-1)?.reden).toBe('fase-al-afgerond'))
  expect(await storedText(database.sql, key)).not.toContain('Te laat')
  expect(regisseur.text()).not.toContain('Te laat')
})

test('[T2] who vertrekt is cut off within one second, on 30 connections that were open, and hears nothing after', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BESLUITVORMING, [
    'procesregisseur',
    'vertrekt',
  ])
  const sessie = await createSessie(database.sql, ids.vertrekt)
  const keys = Array.from({ length: 30 }, (_, index) => ({
    overlegId,
    document: index % 2 ? ('besluitvorming' as const) : ('samenvatting' as const),
  }))
  const sockets = keys.map((key) => openSocket({ url: collab.url, sessie, key }))
  const key = { overlegId, document: 'besluitvorming' } as const
  using regisseur = await collab.open(key, ids.procesregisseur)
  await vi.waitFor(() => expect(sockets.every(({ opened }) => opened())).toBe(true))
  await vi.waitFor(() => expect(regisseur.text()).toContain('Wat wilt u bereiken'))

  await database.sql`update overleg set tafel = 'met-client' where id = ${overlegId}`
  await vi.waitFor(
    () => expect(sockets.map(({ closed }) => closed())).toEqual(keys.map(() => CLOSE.forbidden)),
    { timeout: 1000 },
  )

  const heard = sockets.reduce((sum, { frames }) => sum + frames.length, 0)
  using blijft = await collab.open(key, ids.procesregisseur)
  regisseur.write('Na het aanschuiven geschreven')
  await vi.waitFor(() => expect(blijft.text()).toContain('Na het aanschuiven'))
  expect(sockets.reduce((sum, { frames }) => sum + frames.length, 0)).toBe(heard)

  using back = openSocket({ url: collab.url, sessie, key })
  await vi.waitFor(() => expect(back.status()).toBe(403))
})

test('[S1] nobody without a right gets a byte of any document: no session, another overleg, none at all, a fase to come', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'procesregisseur',
    'zonder-convenant',
  ])
  const other = await seedOverleg(database.sql, BEELDVORMING, ['partner'])
  const sessies = {
    geen: 'x',
    ander: await createSessie(database.sql, other.ids.partner),
    'zonder convenant': await createSessie(database.sql, ids['zonder-convenant']),
    regisseur: await createSessie(database.sql, ids.procesregisseur),
  }
  const statusOf = async (sessie: string, id: string, document: (typeof DOCUMENTEN)[number]) => {
    using socket = openSocket({ url: collab.url, sessie, key: { overlegId: id, document } })
    await vi.waitFor(() => expect(socket.status() ?? (socket.opened() ? 101 : null)).not.toBeNull())
    if (!socket.opened()) expect(socket.frames).toEqual([])
    return socket.status() ?? 101
  }
  const matrix = await Promise.all(
    Object.entries(sessies).map(async ([wie, sessie]) => [
      wie,
      ...(await Promise.all(DOCUMENTEN.map((document) => statusOf(sessie, overlegId, document)))),
    ]),
  )
  expect(matrix).toEqual([
    // wie               vraagst. beeldv. oordeelsv. samenv. besluitv.
    ['geen', 401, 401, 401, 401, 401],
    ['ander', 403, 403, 403, 403, 403],
    ['zonder convenant', 403, 403, 403, 403, 403],
    ['regisseur', 101, 101, 403, 403, 403],
  ])
  expect(
    await statusOf(sessies.regisseur, '00000000-0000-4000-8000-000000000000', 'beeldvorming'),
  ).toBe(403)
})

test('[S3] a session that ends closes its sockets within one second', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, ['partner'])
  const sessie = await createSessie(database.sql, ids.partner)
  using socket = openSocket({
    url: collab.url,
    sessie,
    key: { overlegId, document: 'beeldvorming' },
  })
  await vi.waitFor(() => expect(socket.opened()).toBe(true))

  await database.sql`delete from sessie where id_hash = ${sessie}`
  await vi.waitFor(() => expect(socket.closed()).toBe(CLOSE.signedOut), { timeout: 1000 })
})

test('[S3] rights hold within one second also when no notice arrives', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BESLUITVORMING, ['vertrekt'])
  using socket = openSocket({
    url: collab.url,
    key: { overlegId, document: 'besluitvorming' },
    sessie: await createSessie(database.sql, ids.vertrekt),
  })
  await vi.waitFor(() => expect(socket.opened()).toBe(true))

  await database.sql`alter table overleg disable trigger overleg_gemeld`
  await database.sql`update overleg set tafel = 'met-client' where id = ${overlegId}`
  await vi.waitFor(() => expect(socket.closed()).toBe(CLOSE.forbidden), { timeout: 1000 })
})

test('[S4] the name beside a caret comes from the session, whatever the browser says', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'procesregisseur',
    'partner',
  ])
  const key = { overlegId, document: 'beeldvorming' } as const
  using regisseur = await collab.open(key, ids.procesregisseur)
  using partner = await collab.open(key, ids.partner)
  await vi.waitFor(() => expect(regisseur.provider.synced && partner.provider.synced).toBe(true))

  const { awareness } = regisseur.provider
  partner.provider.awareness.setLocalState({
    user: { name: 'De rechter', color: 'red' },
    geheim: 'x',
    cursor: null,
  })
  await vi.waitFor(() => expect(awareness.getStates().get(partner.doc.clientID)).toBeDefined())
  expect(awareness.getStates().get(partner.doc.clientID)).toEqual({
    user: {
      name: 'Joke Veenstra',
      naam: 'Joke Veenstra',
      organisatie: 'Gemeente Zwaluwe',
      kleur: expect.any(Number),
      color: expect.stringMatching(/^#/),
    },
    cursor: null,
  })

  partner.provider.disconnect()
  await vi.waitFor(() => expect(awareness.getStates().has(partner.doc.clientID)).toBe(false))
})

test('[S6] a browser with an older editor reads, and cannot write', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, ['partner'])
  const key = { overlegId, document: 'beeldvorming' } as const
  const sessie = await createSessie(database.sql, ids.partner)
  using old = openDocument({ url: collab.url, key, sessie, editor: EDITOR_VERSION - 1 })
  await vi.waitFor(() => expect(old.text()).toContain('Zorg'))

  old.write('Van een oud scherm', 'Zorg')
  await vi.waitFor(() => expect(old.refused.at(-1)?.reden).toBe('editor-verouderd'))
  expect(await storedText(database.sql, key)).not.toContain('oud scherm')
})
