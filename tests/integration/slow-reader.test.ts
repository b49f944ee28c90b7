import { readdir, readFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { COLLAB_PATH, EDITOR_VERSION } from '#app/realtime/protocol.ts'
import { openDocument, openSocket } from '../helpers/collab.ts'
import { seedCrowd } from '../helpers/crowd.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { startTestServer } from '../helpers/server.ts'
import { createCookie } from '../helpers/sign-in.ts'

const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const
const STEP1 = Uint8Array.from([0, 0, 1, 0])
const ROUNDS = 40
const GROWTH_IN_MB = 40
const HELD_IN_MB = 70

test('[check 14] who asks and does not read is cut off within ten seconds, and nobody else notices', async () => {
  await using database = await createTestDatabase()
  // In a process of its own: what it holds is all that is measured.
  await using server = await startTestServer({ databaseUrl: database.url })
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, ['partner', 'blijft'])
  const url = `${server.origin.replace('http', 'ws')}${COLLAB_PATH}`
  const key = { overlegId, document: 'beeldvorming' } as const
  const cookie = await createCookie(database.sql, ids.blijft)
  using writer = openDocument({ url, key, cookie, editor: EDITOR_VERSION })
  await vi.waitFor(() => expect(writer.provider.synced).toBe(true))
  writer.write('x'.repeat(3_000_000))
  await vi.waitFor(() => expect(writer.acknowledged.at(-1)).toBe(2))
  const before = await useOf(server.pid)

  const other = await createCookie(database.sql, ids.partner)
  using slow = openSocket({ url, key, cookie: other })
  await vi.waitFor(() => expect(slow.opened()).toBe(true))
  slow.socket.pause()
  // Each is answered with the whole text.
  for (let n = 0; n < 25; n++) slow.socket.send(STEP1)
  await vi
    .waitFor(() => expect(slow.socket.readyState).not.toBe(slow.socket.OPEN), 10_000)
    .catch(() => slow.socket.resume())
  await vi.waitFor(() => expect(slow.closed()).not.toBeNull(), 10_000)
  expect((await useOf(server.pid)).megabytes - before.megabytes).toBeLessThan(HELD_IN_MB)

  writer.write('Niemand merkt er iets van.')
  await vi.waitFor(() => expect(writer.acknowledged.at(-1)).toBe(3))
  expect(writer.closes).toEqual([])
})

test('forty times twenty people who come and go leave no socket and no memory behind', async () => {
  await using database = await createTestDatabase()
  await using server = await startTestServer({ databaseUrl: database.url })
  const { origin, pid } = server
  const crowd = await seedCrowd({ sql: database.sql, origin, overleggen: 2, people: 10 })
  const comeAndGo = async (round: number) => {
    const people = crowd.arrive(1 + round * crowd.size)
    await Promise.all(people.map(({ atWork }) => atWork))
    for (const { browser } of people) browser.close()
  }
  for (let round = 0; round < ROUNDS / 4; round++) await comeAndGo(round)
  const before = await useOf(pid)
  for (let round = ROUNDS / 4; round < ROUNDS; round++) await comeAndGo(round)

  // Its pool for the database may have grown to ten.
  await vi.waitFor(async () => expect((await useOf(pid)).files).toBeLessThan(before.files + 10))
  expect((await useOf(pid)).megabytes - before.megabytes).toBeLessThan(GROWTH_IN_MB)
}, 90_000)

async function useOf(pid: number) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1])
  const files = await readdir(`/proc/${pid}/fd`)
  return { megabytes: kilobytes / 1024, files: files.length }
}
