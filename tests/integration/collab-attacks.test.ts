import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import * as encoding from 'lib0/encoding'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { CLOSE, documentName } from '#app/realtime/protocol.ts'
import { awarenessFrame } from '#collab/awareness.ts'
import { syncFrame } from '#collab/frames.ts'
import { changeDocument } from '#db/documenten.ts'
import { TEKST } from '#domain/document.ts'
import { createSessie, createTestCollab, openDocument, openSocket } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { createRandom } from '../helpers/raw.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'

const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const

/** A victim with the stock provider, and an attacker with a bare socket, both allowed to write. */
async function createScene() {
  const database = await createTestDatabase()
  const collab = await createTestCollab(database.sql)
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, [
    'procesregisseur',
    'partner',
  ])
  const key = { overlegId, document: 'beeldvorming' } as const
  const sessie = await createSessie(database.sql, ids.partner)
  const victim = await collab.open(key, ids.procesregisseur)
  await vi.waitFor(() => expect(victim.provider.synced).toBe(true))
  return {
    sql: database.sql,
    url: collab.url,
    key,
    ids,
    sessie,
    victim,
    attack: () => openSocket({ url: collab.url, key, sessie }),
    async [Symbol.asyncDispose]() {
      victim[Symbol.dispose]()
      await collab[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}
type Scene = Awaited<ReturnType<typeof createScene>>

/** The others notice nothing: what the victim writes is written, and nothing was added to what he reads. */
async function expectUnharmed({ victim, url, key, sql, ids }: Scene) {
  const word = `heel-${randomBytes(4).toString('hex')}`
  const before = victim.text()
  victim.write(word)
  const sessie = await createSessie(sql, ids.partner)
  using reader = openDocument({ url, key, sessie })
  await vi.waitFor(() => expect(reader.text()).toBe(victim.text()))
  expect(victim.text()).toContain(word)
  expect(victim.text().replace(`<paragraph>${word}</paragraph>`, '')).toBe(before)
  expect(victim.refused).toEqual([])
}

async function sendWrite(scene: Scene, update: Uint8Array): Promise<'geweigerd' | number> {
  using attacker = scene.attack()
  await vi.waitFor(() => expect(attacker.opened()).toBe(true))
  attacker.socket.send(syncFrame('update', update))
  return await vi.waitFor(() => {
    const answer = attacker.frames.some((frame) => frame[0] === 101)
      ? 'geweigerd'
      : attacker.closed()
    expect(answer).not.toBeNull()
    return answer ?? 0
  }, 8000)
}

test('writing under the Yjs client id of another is refused, and his next words arrive whole', async () => {
  await using scene = await createScene()
  scene.victim.write('Ik verklaar')
  const squatter = new Y.Doc()
  squatter.clientID = scene.victim.doc.clientID
  await vi.waitFor(() => expect(scene.victim.acknowledged.at(-1)).toBe(2))
  Y.applyUpdate(squatter, Y.encodeStateAsUpdate(scene.victim.doc))
  const before = Y.encodeStateVector(squatter)
  squatter.clientID = scene.victim.doc.clientID
  squatter.getXmlFragment(TEKST).insert(0, [new Y.XmlElement('paragraph')])

  expect(await sendWrite(scene, Y.encodeStateAsUpdate(squatter, before))).toBe('geweigerd')
  await expectUnharmed(scene)
})

test('a struct that claims an impossible length is refused, and spends nobody’s clock', async () => {
  await using scene = await createScene()
  for (const length of [2 ** 50, 2 ** 31, 5_000_000]) {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 4242)
    encoding.writeVarUint(encoder, 0)
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, length)
    encoding.writeVarUint(encoder, 0)
    expect(await sendWrite(scene, encoding.toUint8Array(encoder))).toBe('geweigerd')
  }
  await expectUnharmed(scene)
})

test('edits whose predecessors never come are not kept, and the connection is closed', async () => {
  await using scene = await createScene()
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = new Y.XmlText()
  doc.getXmlFragment(TEKST).insert(0, [text])
  for (let index = 0; index < 300; index++) text.insert(index, 'x')

  using attacker = scene.attack()
  await vi.waitFor(() => expect(attacker.opened()).toBe(true))
  for (const update of updates.slice(2).reverse()) attacker.socket.send(syncFrame('update', update))
  await vi.waitFor(() => expect(attacker.closed()).toBe(CLOSE.malformed))
  const [{ stored = -1 } = {}] = await scene.sql<{ stored: number }[]>`
    select count(*)::int as stored from document_update where auteur = ${scene.ids.partner}`
  expect(stored).toBe(0)
  await expectUnharmed(scene)
})

test('one gap alone is asked for again, and refused when the rest does not come', async () => {
  await using scene = await createScene()
  const doc = new Y.Doc()
  doc.getXmlFragment(TEKST).insert(0, [new Y.XmlElement('paragraph')])
  const before = Y.encodeStateVector(doc)
  doc.getXmlFragment(TEKST).insert(1, [new Y.XmlElement('paragraph')])
  expect(await sendWrite(scene, Y.encodeStateAsUpdate(doc, before))).toBe('geweigerd')
  await expectUnharmed(scene)
})

test('what no editor of ours makes is refused: other roots, other nodes, other content, values and trees without end', async () => {
  await using scene = await createScene()
  const changes: Record<string, (doc: Y.Doc) => void> = {
    'another root': (doc) => doc.getMap('geheim').set('a', 1),
    'an unknown node': (doc) => doc.getXmlFragment(TEKST).insert(0, [new Y.XmlElement('script')]),
    'a link': (doc) => {
      const text = new Y.XmlText()
      doc.getXmlFragment(TEKST).insert(0, [text])
      text.insert(0, 'klik', { link: { href: 'javascript:alert(1)' } })
    },
    'a document in a document': (doc) => doc.getArray('acties').push([new Y.Doc()]),
    bytes: (doc) => doc.getArray('acties').push([new Uint8Array(10)]),
    'a deep value': (doc) =>
      doc.getArray('acties').push([JSON.parse('['.repeat(500) + ']'.repeat(500))]),
    'a deep tree': (doc) => {
      let parent: Y.XmlFragment = doc.getXmlFragment(TEKST)
      for (let depth = 0; depth < 60; depth++) {
        const child = new Y.XmlElement('listItem')
        parent.insert(0, [child])
        parent = child
      }
    },
  }
  for (const [what, change] of Object.entries(changes)) {
    const doc = new Y.Doc()
    change(doc)
    expect([what, await sendWrite(scene, Y.encodeStateAsUpdate(doc))]).toEqual([what, 'geweigerd'])
  }
  await expectUnharmed(scene)
})

test('a deep tree that is built one edit at a time is refused all the same', async () => {
  await using scene = await createScene()
  using attacker = scene.attack()
  await vi.waitFor(() => expect(attacker.opened()).toBe(true))
  const doc = new Y.Doc()
  let parent: Y.XmlFragment = doc.getXmlFragment(TEKST)
  for (let depth = 1; depth <= 60; depth++) {
    const before = Y.encodeStateVector(doc)
    const child = new Y.XmlElement('listItem')
    parent.insert(0, [child])
    parent = child
    attacker.socket.send(syncFrame('update', Y.encodeStateAsUpdate(doc, before)))
    const isAnswer = ([type]: Uint8Array) => type === 100 || type === 101
    if (depth <= 40) {
      await vi.waitFor(() => expect(attacker.frames.filter(isAnswer).length).toBe(depth), {
        interval: 2,
      })
    }
  }
  await vi.waitFor(() => expect(attacker.closed()).toBe(CLOSE.malformed), 10_000)
  const kinds = attacker.frames.map(([type]) => type).filter((type) => type === 100 || type === 101)
  expect(kinds.slice(0, 41)).toEqual([...Array.from({ length: 40 }, () => 100), 101])
  expect(kinds.filter((type) => type === 101)).toHaveLength(20)
})

test('the caret of another cannot be moved, renamed or removed', async () => {
  await using scene = await createScene()
  const { victim } = scene
  victim.provider.awareness.setLocalState({ cursor: null })
  using reader = openDocument({ url: scene.url, key: scene.key, sessie: scene.sessie })
  await vi.waitFor(() =>
    expect(reader.provider.awareness.getStates().has(victim.doc.clientID)).toBe(true),
  )

  using attacker = scene.attack()
  await vi.waitFor(() => expect(attacker.opened()).toBe(true))
  const forged = { yjsClient: victim.doc.clientID, clock: 1_000_000, cursor: null }
  attacker.socket.send(awarenessFrame([{ presence: forged, persoon: null }]))
  attacker.socket.send(
    awarenessFrame([
      {
        presence: forged,
        persoon: { gebruikerId: 'x', naam: 'De rechter', organisatie: '', kleur: 0 },
      },
    ]),
  )
  const own = { yjsClient: 77, clock: 1, cursor: null }
  attacker.socket.send(
    awarenessFrame([
      { presence: own, persoon: { gebruikerId: 'x', naam: 'Iemand', organisatie: '', kleur: 0 } },
    ]),
  )
  await vi.waitFor(() => expect(reader.provider.awareness.getStates().has(77)).toBe(true))

  const names = [...reader.provider.awareness.getStates()].map(([id, state]) => [
    id,
    state.user?.naam,
  ])
  expect(names).toContainEqual([victim.doc.clientID, 'Yasmina Bakkali'])
  expect(names).toContainEqual([77, 'Joke Veenstra'])
})

test('frames of random bytes, truncated, oversized and mutated, end no process and reach nobody', async () => {
  await using scene = await createScene()
  const random = createRandom(20260412)
  const valid = [
    syncFrame('step1', new Uint8Array([0])),
    syncFrame('update', Y.encodeStateAsUpdate(scene.victim.doc)),
    awarenessFrame([{ presence: { yjsClient: 5, clock: 1, cursor: null }, persoon: null }]),
  ]
  let sent = 0
  while (sent < 3000) {
    using attacker = scene.attack()
    await vi.waitFor(() => expect(attacker.opened()).toBe(true), { interval: 2 })
    for (let index = 0; index < 60 && attacker.opened(); index++) {
      attacker.socket.send(mutate(valid[random(valid.length)] ?? new Uint8Array(), random))
      sent += 1
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  using large = scene.attack()
  await vi.waitFor(() => expect(large.opened()).toBe(true))
  large.socket.send(Buffer.alloc(5 * 1024 * 1024))
  await vi.waitFor(() => expect([CLOSE.tooBig, 1006]).toContain(large.closed()))
  await expectUnharmed(scene)
}, 60_000)

test('bytes that are no websocket frames close that socket alone', async () => {
  await using scene = await createScene()
  const { hostname, port } = new URL(scene.url)
  const malformed = {
    'reserved bits': [0xf2, 0x80, 0, 0, 0, 0],
    'bad opcode': [0x8b, 0x80, 0, 0, 0, 0],
    'stray continuation': [0x80, 0x81, 0, 0, 0, 0, 1],
    'unmasked frame': [0x82, 0x01, 1],
    'length 2^63': [0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    'bad close code': [0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe7],
    'long control frame': [0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0],
    'close of one byte': [0x88, 0x81, 0, 0, 0, 0, 0x03],
  }
  for (const bytes of Object.values(malformed)) {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    socket.write(
      `GET /collab/${documentName(scene.key)} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nCookie: sessie=${scene.sessie}\r\n\r\n`,
    )
    await new Promise((resolve) => socket.once('data', resolve))
    socket.write(Buffer.from(bytes))
    await new Promise((resolve) => socket.once('close', resolve))
  }
  await expectUnharmed(scene)
})

test('a browser that sends without end is closed, and the others are not kept waiting', async () => {
  await using scene = await createScene()
  using attacker = scene.attack()
  await vi.waitFor(() => expect(attacker.opened()).toBe(true))
  for (let index = 0; index < 2000; index++)
    attacker.socket.send(syncFrame('update', new Uint8Array([0, 0])))
  await vi.waitFor(() => expect(attacker.closed()).toBe(CLOSE.tooMany))
  await expectUnharmed(scene)
})

test('a document grows no further than its limit, and says so', async () => {
  await using scene = await createScene()
  const { sql, key, ids } = scene
  for (let index = 0; index < 3; index++) {
    await changeDocument(sql, { ...key, gebruikerId: ids.procesregisseur }, (doc) => {
      doc.getXmlFragment(TEKST).insert(0, [new Y.XmlText('x'.repeat(2_700_000))])
    })
  }
  await using collab = await createTestCollab(sql)
  using partner = openDocument({ url: collab.url, key, sessie: scene.sessie })
  await vi.waitFor(() => expect(partner.provider.synced).toBe(true), 10_000)
  partner.write('y'.repeat(500_000))
  await vi.waitFor(() => expect(partner.refused.at(-1)?.reden).toBe('te-groot'))
})

function mutate(frame: Uint8Array, random: (below: number) => number): Uint8Array {
  const kind = random(4)
  if (kind === 0) return Uint8Array.from({ length: random(400) }, () => random(256))
  if (kind === 1) return frame.slice(0, random(frame.length + 1))
  const copy = Uint8Array.from(frame)
  for (let count = random(6) + 1; count > 0; count--) copy[random(copy.length)] = random(256)
  return copy
}
