import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
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

test('[D1] what another sees, and what is acknowledged, is in PostgreSQL', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'procesregisseur',
    'partner',
  ])
  const key = { overlegId, document: 'beeldvorming' } as const
  using regisseur = await collab.open(key, ids.procesregisseur)
  using partner = await collab.open(key, ids.partner)
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

test('[D3] an edit that crosses the end of its fase is either in the text or refused, never both and never neither', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  for (let round = 0; round < 25; round++) {
    const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, ['partner'])
    const key = { overlegId, document: 'beeldvorming' } as const
    using partner = await collab.open(key, ids.partner)
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

test('two processes on one database show the same text and the same rights', async () => {
  await using database = await createTestDatabase()
  await using first = await createTestCollab(database.sql)
  await using second = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'procesregisseur',
    'partner',
  ])
  const key = { overlegId, document: 'beeldvorming' } as const
  using regisseur = await first.open(key, ids.procesregisseur)
  using partner = await second.open(key, ids.partner)
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
  partner.write('Zo lang dat zij bewaard blijft. '.repeat(500))
  partner.write('GEHEIMWOORD')
  await vi.waitFor(() => expect(partner.acknowledged.at(-1)).toBe(3))
  // What is made once for everybody who comes is made anew when it changed.
  using before = await openReader()
  expect(Buffer.concat(before.frames).includes('GEHEIMWOORD')).toBe(true)
  partner.doc.getXmlFragment('tekst').delete(partner.doc.getXmlFragment('tekst').length - 1, 1)
  await vi.waitFor(() => expect(partner.acknowledged.at(-1)).toBe(4))

  using reader = await openReader()
  expect(Buffer.concat(reader.frames).includes('GEHEIMWOORD')).toBe(false)
  expect(Buffer.concat(reader.frames).includes('Huisvesting')).toBe(true)

  /** Who comes with nothing, and has got all of it. */
  async function openReader() {
    const reader = openSocket({ url: collab.url, key, sessie })
    await vi.waitFor(() => expect(reader.opened()).toBe(true))
    reader.socket.send(Uint8Array.from([0, 0, 1, 0]))
    await vi.waitFor(() =>
      expect(reader.frames.some((frame) => frame[0] === 0 && frame[1] === 1)).toBe(true),
    )
    return reader
  }
})

test('the stock provider on both sides ends with equal documents after a storm of edits', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'procesregisseur',
    'casushouder',
    'partner',
  ])
  const key = { overlegId, document: 'beeldvorming' } as const
  const browsers = await Promise.all(Object.values(ids).map((id) => collab.open(key, id)))
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
