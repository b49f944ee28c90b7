import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { syncFrame } from '#collab/frames.ts'
import type { Sql } from '#db/connection.ts'
import { appendAlinea } from '#db/yjs-inhoud.ts'
import {
  createSessie,
  createTestCollab,
  openDocument,
  openSocket,
  storedText,
} from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { holdEdits } from '../helpers/hold-edits.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'

const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const

async function createScene(wrap: (sql: Sql) => Sql = (sql) => sql) {
  const database = await createTestDatabase()
  const { sql } = database
  const collab = await createTestCollab(wrap(sql))
  const { overlegId, ids } = await seedOverleg(sql, BEELDVORMING, ['procesregisseur', 'partner'])
  const key = { overlegId, document: 'beeldvorming' } as const
  return {
    sql,
    url: collab.url,
    key,
    ids,
    stored: () => storedText(sql, key),
    open: async (gebruikerId: string) => {
      const sessie = await createSessie(sql, gebruikerId)
      const browser = openDocument({ url: collab.url, key, sessie })
      await vi.waitFor(() => expect(browser.provider.synced).toBe(true))
      return { ...browser, sessie }
    },
    async [Symbol.asyncDispose]() {
      await collab[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

test('[D1] what is on its way to the database is not told saved to a second connection that sends it again', async () => {
  await using scene = await createScene()
  const partner = await scene.open(scene.ids.partner)
  await using held = await holdEdits(scene.sql, scene.key.overlegId)
  partner.write('Nog onderweg')
  await wait(100)
  partner.provider.disconnect()
  await wait(50)
  partner.acknowledged.length = 0
  partner.provider.connect()
  await vi.waitFor(() => expect(partner.provider.synced).toBe(true))
  await wait(300)

  expect(await scene.stored()).not.toContain('Nog onderweg')
  expect(partner.acknowledged).toEqual([])
  await held.release()
  await vi.waitFor(() => expect(partner.acknowledged.at(-1)).toBe(1))
  expect(await scene.stored()).toContain('Nog onderweg')
  partner[Symbol.dispose]()
})

test('[D1] an edit that was refused on its way is written when it is sent again, and not taken for known', async () => {
  await using scene = await createScene()
  const doc = new Y.Doc()
  appendAlinea(doc, '', 'Twee keer gestuurd')
  const frame = syncFrame('update', Y.encodeStateAsUpdate(doc))
  const eerste = await createSessie(scene.sql, scene.ids.partner)
  using socket = openSocket({ url: scene.url, key: scene.key, sessie: eerste })
  await vi.waitFor(() => expect(socket.opened()).toBe(true))

  const ander = await scene.open(scene.ids.procesregisseur)
  await using held = await holdEdits(scene.sql, scene.key.overlegId)
  ander.write('Houdt de rij bezet')
  await wait(100)
  socket.socket.send(frame)
  await wait(100)
  await scene.sql`delete from sessie where id_hash = ${eerste}`
  await vi.waitFor(() => expect(socket.closed()).not.toBeNull())
  await held.release()
  await wait(200)
  expect(await scene.stored()).not.toContain('Twee keer')

  const tweede = await createSessie(scene.sql, scene.ids.partner)
  using again = openSocket({ url: scene.url, key: scene.key, sessie: tweede })
  await vi.waitFor(() => expect(again.opened()).toBe(true))
  again.socket.send(frame)
  await vi.waitFor(() => expect(again.frames.some(([type]) => type === 100)).toBe(true))
  expect(await scene.stored()).toContain('Twee keer')
  ander[Symbol.dispose]()
})

test('an edit of another that is on its way cannot be replaced by what somebody else says that it is', async () => {
  await using scene = await createScene()
  const victim = await scene.open(scene.ids.procesregisseur)
  const reader = await scene.open(scene.ids.partner)
  victim.write('Ik begin')
  await vi.waitFor(() => expect(reader.text()).toContain('Ik begin'))
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(victim.doc))
  const before = Y.encodeStateVector(forged)
  // One struct earlier than what is on its way, so that a merge of the two would keep this one.
  forged.clientID = victim.doc.clientID
  appendAlinea(forged, '', 'leugens!')
  const own = new Y.Doc()
  appendAlinea(own, '', 'van mij')

  await using held = await holdEdits(scene.sql, scene.key.overlegId)
  victim.write('waarheid')
  await wait(100)
  using attacker = openSocket({ url: scene.url, key: scene.key, sessie: reader.sessie })
  await vi.waitFor(() => expect(attacker.opened()).toBe(true))
  const merged = Y.mergeUpdates([Y.encodeStateAsUpdate(forged, before), Y.encodeStateAsUpdate(own)])
  attacker.socket.send(syncFrame('update', merged))
  await vi.waitFor(() => expect(attacker.frames.some(([type]) => type === 101)).toBe(true))
  await held.release()
  await vi.waitFor(() => expect(reader.text()).toContain('waarheid'))
  expect(reader.text()).toBe(victim.text())

  // Now that it is written he may say it again; it goes no further.
  attacker.socket.send(syncFrame('update', merged))
  await vi.waitFor(() => expect(victim.text()).toContain('van mij'))
  const rows = await scene.sql<{ bytes: Buffer }[]>`select bytes from document_update`
  expect(rows.filter(({ bytes }) => bytes.includes('leugens'))).toEqual([])
  victim[Symbol.dispose]()
  reader[Symbol.dispose]()
})

test('[D3] a commit of which the answer was lost is not refused as well, when its fase ends before it is tried again', async () => {
  let overlegId: string | null = null
  await using scene = await createScene(
    (sql) =>
      new Proxy(sql, {
        apply(target, self, args: unknown[]) {
          const query = Reflect.apply(target, self, args)
          const [strings] = args
          const isEdit = Array.isArray(strings) && strings.join('').includes('vast as (')
          const id = overlegId
          if (!isEdit || !id) return query
          overlegId = null
          return loseAnswer(
            query,
            () => sql`update overleg set fase = 'oordeelsvorming' where id = ${id}`,
          )
        },
      }),
  )
  const partner = await scene.open(scene.ids.partner)
  overlegId = scene.key.overlegId
  partner.write('Het antwoord ging verloren')

  await vi.waitFor(() => expect(partner.acknowledged.at(-1)).toBe(2))
  expect(await scene.stored()).toContain('Het antwoord ging verloren')
  expect(partner.refused).toEqual([])
  partner[Symbol.dispose]()
})

async function loseAnswer(query: Promise<unknown>, meanwhile: () => Promise<unknown>) {
  await query
  await meanwhile()
  throw Object.assign(new Error('lost'), { code: 'CONNECTION_CLOSED' })
}

test('[S3] what waits for the overleg while its session ends is not written', async () => {
  await using scene = await createScene()
  const { sql, key, ids } = scene
  using partner = await scene.open(ids.partner)
  using regie = await scene.open(ids.procesregisseur)
  {
    await using _held = await holdEdits(sql, key.overlegId)
    partner.write('Na het uitloggen')
    await vi.waitFor(async () => {
      const wacht = await sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      expect(wacht.count).toBe(1)
    })
    await sql`delete from sessie where gebruiker_id = ${ids.partner}`
  }
  regie.write('Daarna')
  await vi.waitFor(async () => expect(await scene.stored()).toContain('Daarna'))
  expect(await scene.stored()).not.toContain('Na het uitloggen')
})
