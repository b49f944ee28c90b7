import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { CLOSE, EDITOR_VERSION } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import { readDocument } from '#db/documenten.ts'
import { DOCUMENTEN } from '#domain/document.ts'
import { blokkenOf, platteTekst } from '#domain/inhoud.ts'
import { createSessie, createTestCollab, openDocument, openSocket } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'

const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const
const BESLUITVORMING = { status: 'lopend', fase: 'besluitvorming', tafel: 'vooroverleg' } as const

test('[D1] what another sees, and what is acknowledged, is in PostgreSQL', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'procesregisseur',
    'partner',
  ])
  const key = { overlegId, document: 'beeldvorming' } as const
  using regisseur = openDocument({
    url: collab.url,
    key,
    sessie: await createSessie(database.sql, ids.procesregisseur),
  })
  using partner = openDocument({
    url: collab.url,
    key,
    sessie: await createSessie(database.sql, ids.partner),
  })
  await vi.waitFor(() => expect(partner.text()).toContain('Huisvesting'))

  const writes = new Promise<string>((resolve) => {
    partner.doc.on('update', () => {
      if (partner.text().includes('Huurachterstand')) resolve(storedText(database.sql, key))
    })
  })
  await vi.waitFor(() => expect(regisseur.text()).toContain('Huisvesting'))
  const before = regisseur.acknowledged.at(-1) ?? 0
  regisseur.write('Huurachterstand van drie maanden', 'Huisvesting')

  expect(await writes).toContain('Huurachterstand van drie maanden')
  await vi.waitFor(() => expect(regisseur.acknowledged.at(-1)).toBeGreaterThan(before))
  expect(regisseur.refused).toEqual([])
})

test('[S3] a connection that was open can only read once its fase is over, and its write is answered', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'procesregisseur',
    'partner',
  ])
  const key = { overlegId, document: 'beeldvorming' } as const
  using regisseur = openDocument({
    url: collab.url,
    key,
    sessie: await createSessie(database.sql, ids.procesregisseur),
  })
  using partner = openDocument({
    url: collab.url,
    key,
    sessie: await createSessie(database.sql, ids.partner),
  })
  await vi.waitFor(() => expect(partner.text()).toContain('Schulden'))

  await database.sql`update overleg set fase = 'oordeelsvorming' where id = ${overlegId}`
  partner.write('Te laat geschreven', 'Schulden')

  await vi.waitFor(() => expect(partner.refused.at(-1)?.reden).toBe('fase-al-afgerond'))
  expect(await storedText(database.sql, key)).not.toContain('Te laat')
  expect(regisseur.text()).not.toContain('Te laat')
})

test('[D3] an edit that crosses the end of its fase is either in the text or refused, never both and never neither', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  for (let round = 0; round < 25; round++) {
    const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, ['partner'])
    const key = { overlegId, document: 'beeldvorming' } as const
    using partner = openDocument({
      url: collab.url,
      key,
      sessie: await createSessie(database.sql, ids.partner),
    })
    await vi.waitFor(() =>
      expect(partner.acknowledged.length + partner.text().length).toBeGreaterThan(20),
    )
    await vi.waitFor(() => expect(partner.provider.synced).toBe(true))

    const words = Array.from({ length: 12 }, (_, index) => `woord${round}x${index}`)
    const closing = database.sql`
      update overleg set fase = 'oordeelsvorming' where id = ${overlegId} and pg_sleep(${(round % 5) / 500}) is not null`
    for (const word of words) {
      partner.write(word, 'Zorg')
      await new Promise((resolve) => setImmediate(resolve))
    }
    await closing
    const stored = await storedText(database.sql, key)
    await vi.waitFor(async () => {
      const kept = words.filter((word) => stored.includes(word)).length
      const refused = new Set(partner.refused.map(({ nr }) => nr)).size
      expect(kept + refused).toBe(words.length)
    })
    expect(await storedText(database.sql, key)).toBe(stored)
  }
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
  using regisseur = openDocument({
    url: collab.url,
    key,
    sessie: await createSessie(database.sql, ids.procesregisseur),
  })
  await vi.waitFor(() => expect(sockets.every(({ opened }) => opened())).toBe(true))
  await vi.waitFor(() => expect(regisseur.text()).toContain('Wat wilt u bereiken'))

  await database.sql`update overleg set tafel = 'met-client' where id = ${overlegId}`
  await vi.waitFor(
    () => expect(sockets.map(({ closed }) => closed())).toEqual(keys.map(() => CLOSE.forbidden)),
    { timeout: 1000 },
  )

  const heard = sockets.reduce((sum, { frames }) => sum + frames.length, 0)
  using blijft = openDocument({
    url: collab.url,
    key,
    sessie: await createSessie(database.sql, ids.procesregisseur),
  })
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
  using regisseur = openDocument({
    url: collab.url,
    key,
    sessie: await createSessie(database.sql, ids.procesregisseur),
  })
  using partner = openDocument({
    url: collab.url,
    key,
    sessie: await createSessie(database.sql, ids.partner),
  })
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

test('two processes on one database show the same text and the same rights', async () => {
  await using database = await createTestDatabase()
  await using first = await createTestCollab(database.sql)
  await using second = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'procesregisseur',
    'partner',
  ])
  const key = { overlegId, document: 'beeldvorming' } as const
  using regisseur = openDocument({
    url: first.url,
    key,
    sessie: await createSessie(database.sql, ids.procesregisseur),
  })
  using partner = openDocument({
    url: second.url,
    key,
    sessie: await createSessie(database.sql, ids.partner),
  })
  await vi.waitFor(() => expect(regisseur.provider.synced && partner.provider.synced).toBe(true))

  regisseur.write('Van de een', 'Zorg')
  partner.write('Van de ander', 'Schulden')
  await vi.waitFor(() => {
    expect(regisseur.text()).toContain('Van de ander')
    expect(partner.text()).toContain('Van de een')
    expect(partner.text()).toBe(regisseur.text())
  })
})

test('[D2] a new process has every word that was acknowledged, and compaction loses none', async () => {
  await using database = await createTestDatabase()
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, ['partner'])
  const key = { overlegId, document: 'beeldvorming' } as const
  const sessie = await createSessie(database.sql, ids.partner)
  const words = Array.from({ length: 600 }, (_, index) => `w${index}.`)
  {
    await using collab = await createTestCollab(database.sql)
    using partner = openDocument({ url: collab.url, key, sessie })
    await vi.waitFor(() => expect(partner.provider.synced).toBe(true))
    for (const [index, word] of words.entries()) {
      partner.write(word)
      if (index % 100 === 99)
        await vi.waitFor(() => expect(partner.acknowledged.at(-1)).toBe(index + 2))
    }
  }
  const [{ rows = 0 } = {}] = await database.sql<{ rows: number }[]>`
    select count(*)::int as rows from document_update
    where document_id = (select id from document where overleg_id = ${overlegId} and soort = 'beeldvorming')`
  expect(rows).toBeLessThan(words.length)

  await using collab = await createTestCollab(database.sql)
  using partner = openDocument({ url: collab.url, key, sessie })
  await vi.waitFor(() => expect(partner.text()).toContain('w599.'))
  expect(words.filter((word) => !partner.text().includes(word))).toEqual([])
})

test('[D4] text that was deleted is in nothing that a new reader receives', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, ['partner'])
  const key = { overlegId, document: 'beeldvorming' } as const
  const sessie = await createSessie(database.sql, ids.partner)
  using partner = openDocument({ url: collab.url, key, sessie })
  await vi.waitFor(() => expect(partner.provider.synced).toBe(true))
  partner.write('GEHEIMWOORD')
  partner.doc.getXmlFragment('tekst').delete(partner.doc.getXmlFragment('tekst').length - 1, 1)
  await vi.waitFor(() => expect(partner.acknowledged.at(-1)).toBe(3))

  using reader = openSocket({ url: collab.url, key, sessie })
  await vi.waitFor(() => expect(reader.opened()).toBe(true))
  reader.socket.send(Uint8Array.from([0, 0, 1, 0]))
  await vi.waitFor(() =>
    expect(reader.frames.some((frame) => frame[0] === 0 && frame[1] === 1)).toBe(true),
  )
  expect(Buffer.concat(reader.frames).includes('GEHEIMWOORD')).toBe(false)
  expect(Buffer.concat(reader.frames).includes('Huisvesting')).toBe(true)
})

async function storedText(
  sql: Sql,
  key: { overlegId: string; document: (typeof DOCUMENTEN)[number] },
) {
  return platteTekst(blokkenOf((await readDocument(sql, key)).knopen))
}

test('the stock provider on both sides ends with equal documents after a storm of edits', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'procesregisseur',
    'casushouder',
    'partner',
  ])
  const key = { overlegId, document: 'beeldvorming' } as const
  const browsers = await Promise.all(
    Object.values(ids).map(async (id) =>
      openDocument({ url: collab.url, key, sessie: await createSessie(database.sql, id) }),
    ),
  )
  await vi.waitFor(() => expect(browsers.every(({ provider }) => provider.synced)).toBe(true))
  for (let round = 0; round < 60; round++) {
    for (const [index, browser] of browsers.entries()) browser.write(`r${round}b${index}.`)
    if (round === 30) browsers[0]?.provider.disconnect()
    if (round === 40) browsers[0]?.provider.connect()
    if (round % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  await vi.waitFor(() => {
    const states = browsers.map(
      ({ doc }) => Buffer.from(Y.encodeStateVector(doc)).toString('hex').length,
    )
    expect(new Set(states).size).toBe(1)
    expect(new Set(browsers.map(({ text }) => text())).size).toBe(1)
    expect(browsers[0]?.text()).toContain('r59b2.')
  })
  expect(browsers.flatMap(({ refused }) => refused)).toEqual([])
  for (const browser of browsers) browser[Symbol.dispose]()
})
