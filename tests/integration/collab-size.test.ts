import { randomInt } from 'node:crypto'
import * as encoding from 'lib0/encoding'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '#app/realtime/protocol.ts'
import { syncFrame } from '#collab/frames.ts'
import { TEKST } from '#domain/document.ts'
import { createSessie, createTestCollab, openSocket } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'

const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const

test('text that was written and deleted again does not count for the size of a document', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, ['partner'])
  using partner = await collab.open({ overlegId, document: 'beeldvorming' }, ids.partner)
  await vi.waitFor(() => expect(partner.provider.synced).toBe(true))

  const tekst = partner.doc.getXmlFragment(TEKST)
  // Twelve times 1 MB, where a document may take 8.
  for (let round = 0; round < 12; round++) {
    tekst.insert(0, [new Y.XmlText('x'.repeat(1_000_000))])
    tekst.delete(0, 1)
    await vi.waitFor(() => expect(partner.acknowledged.at(-1)).toBe(partner.sent()), 10_000)
    expect(partner.refused).toEqual([])
  }
})

test('a state vector of more writers than any document has is no question', async () => {
  await using database = await createTestDatabase()
  await using collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, ['partner'])
  const key = { overlegId, document: 'beeldvorming' } as const
  const sessie = await createSessie(database.sql, ids.partner)
  using attack = openSocket({ url: collab.url, key, sessie })
  await vi.waitFor(() => expect(attack.opened()).toBe(true))
  attack.socket.send(syncFrame('step1', vectorOf(20_000)))
  await vi.waitFor(() => expect(attack.closed()).toBe(CLOSE.malformed))
})

test('[fault 4] [D3] while the disk of the database is full an edit is refused in its own words and stored nowhere; with room again a new one is taken', async () => {
  await using database = await createTestDatabase()
  const schijf = { vol: false }
  await using collab = await createTestCollab(database.sql, undefined, () => schijf.vol)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'partner',
    'casushouder',
  ])
  const key = { overlegId, document: 'beeldvorming' } as const
  using partner = await collab.open(key, ids.partner)
  using casushouder = await collab.open(key, ids.casushouder)
  await vi.waitFor(() => expect(partner.provider.synced && casushouder.provider.synced).toBe(true))
  const tekst = partner.doc.getXmlFragment(TEKST)

  schijf.vol = true
  tekst.insert(0, [new Y.XmlText('te veel')])
  await vi.waitFor(() => expect(partner.refused.map(({ reden }) => reden)).toEqual(['schijf-vol']))
  const [row] = await database.sql<{ aantal: number }[]>`
    select count(*)::int as aantal from document_update where auteur = ${ids.partner}`
  expect(row?.aantal).toBe(0)

  schijf.vol = false
  casushouder.doc.getXmlFragment(TEKST).insert(0, [new Y.XmlText('er is weer ruimte')])
  await vi.waitFor(() => expect(casushouder.acknowledged.at(-1)).toBe(casushouder.sent()))
  expect(casushouder.refused).toEqual([])
})

function vectorOf(writers: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, writers)
  for (let index = 0; index < writers; index++) {
    encoding.writeVarUint(encoder, randomInt(2 ** 32))
    encoding.writeVarUint(encoder, 1)
  }
  return encoding.toUint8Array(encoder)
}
