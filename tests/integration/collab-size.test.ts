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

function vectorOf(writers: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, writers)
  for (let index = 0; index < writers; index++) {
    encoding.writeVarUint(encoder, randomInt(2 ** 32))
    encoding.writeVarUint(encoder, 1)
  }
  return encoding.toUint8Array(encoder)
}
