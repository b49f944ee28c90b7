import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createConnection } from '#collab/connection.ts'
import { wholeOf } from '#collab/room.ts'
import { createRooms } from '#collab/rooms.ts'
import { createWrites } from '#collab/writes.ts'
import { compactDocument } from '#db/documenten.ts'
import { appendAlinea } from '#db/yjs-inhoud.ts'
import { createSessie } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { schrijf } from '../helpers/seed-tafel.ts'

const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const
const UNLOAD_IN_MS = 31_000
const silent = { info() {}, warn() {}, error() {} }
const notices = { subscribe: () => () => true, close: async () => {} }

afterEach(() => {
  vi.useRealTimers()
})

async function createScene() {
  const database = await createTestDatabase()
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, ['partner'])
  const key = { overlegId, document: 'beeldvorming' } as const
  const { sql } = database
  return {
    ...database,
    sql,
    key,
    ids,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

test('[D2] a document is not forgotten while something of it is on its way to the database', async () => {
  await using scene = await createScene()
  let onderweg: Map<number, number>[] = [new Map()]
  const rooms = createRooms({
    sql: scene.sql,
    notices,
    procesId: randomUUID(),
    log: silent,
    inFlight: () => onderweg,
  })
  const room = await rooms.open(scene.key)
  if (!room) throw new Error('A seeded overleg has its documents')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

  rooms.left(room)
  vi.advanceTimersByTime(UNLOAD_IN_MS)
  expect(rooms.isOpen(room)).toBe(true)
  onderweg = []
  vi.advanceTimersByTime(UNLOAD_IN_MS)
  expect(rooms.isOpen(room)).toBe(false)
  vi.useRealTimers()
  expect(await rooms.open(scene.key)).not.toBe(room)
  rooms.close()
})

test('[D2] what is written and then cannot be shown is not written again, and holds up nobody', async () => {
  await using scene = await createScene()
  const { sql, key, ids } = scene
  const rooms = createRooms({
    sql,
    notices,
    procesId: randomUUID(),
    log: silent,
    inFlight: () => [],
  })
  const room = await rooms.open(key)
  if (!room) throw new Error('A seeded overleg has its documents')
  const writes = createWrites({
    sql,
    procesId: randomUUID(),
    log: silent,
    refresh: async () => {},
    compact: rooms.compact,
    reload: rooms.reload,
    drop: rooms.drop,
    schijfVol: () => false,
  })
  const closes: number[] = []
  const connection = createConnection(
    {
      ws: {
        OPEN: 1,
        readyState: 1,
        terminate() {},
        ping() {},
        close: (code) => closes.push(Number(code)),
      },
      socket: { writableLength: 0, write: () => true },
    },
    {
      room,
      persoon: { gebruikerId: ids.partner, naam: 'x', organisatie: 'y', kleur: 0 },
      sessieHash: await createSessie(sql, ids.partner),
      verouderd: false,
      toegang: 'schrijven',
      aanTafel: true,
    },
  )
  room.connections.add(connection)
  room.doc.on('beforeTransaction', () => {
    throw new Error('Something of Yjs that nobody foresaw')
  })
  const doc = new Y.Doc()
  appendAlinea(doc, '', 'Geschreven')
  writes.receive(connection, Y.encodeStateAsUpdate(doc))
  await writes.idle()

  const rows =
    await sql`select from document_update where document_id = ${room.documentId} and auteur is not null`
  expect(rows.count).toBe(1)
  expect(closes).toEqual([1012])
  expect(rooms.isOpen(room)).toBe(false)
  rooms.close()
})

test('[D4] a document that was folded is handed on as it is stored, and that is as it would be made; until the next edit', async () => {
  await using scene = await createScene()
  const { sql, key, ids } = scene
  const open = () =>
    createRooms({
      sql,
      notices,
      procesId: randomUUID(),
      log: silent,
      inFlight: () => [],
    }).open(key)
  for (const woord of ['Lang', 'Langer', 'Langst']) {
    const tekst = `${woord} verhaal. `.repeat(500)
    await schrijf(sql, { ...key, gebruikerId: ids.partner, tekst })
  }
  const before = await open()
  expect(before?.whole).toBeNull()
  await compactDocument(sql, before?.documentId ?? '')

  const room = await open()
  if (!room) throw new Error('A seeded overleg has its documents')
  const stored = room.whole
  expect(stored).not.toBeNull()
  room.whole = null
  expect(stored?.equals(wholeOf(room))).toBe(true)
  appendAlinea(room.doc, '', 'En nog iets.')
  expect(room.whole).toBeNull()
})
