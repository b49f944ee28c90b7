import { expect, test } from 'vitest'
import { longestBlock, seedCrowd } from '../helpers/crowd.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { startTestServer } from '../helpers/server.ts'

// 2,000 with STORM=2000: that takes a machine to itself.
const SIZE = Number(process.env.STORM ?? 300)
const AT_WORK_WITHIN_MS = 10_000
const LONGEST_BLOCK_IN_MS = 250
const CLOSED_WITHIN_MS = 1000

test(`[D2] ${SIZE} browsers that come back at once after a restart are all at work within ten seconds`, async () => {
  await using database = await createTestDatabase()
  let server = await startTestServer({ databaseUrl: database.url })
  const { origin } = server
  const crowd = await seedCrowd({ sql: database.sql, origin, overleggen: SIZE / 10, people: 10 })
  const before = crowd.arrive()
  await Promise.all(before.map(({ atWork }) => atWork))
  expect(await server.stop()).toBe(0)
  await Promise.all(before.map(({ closed }) => closed))

  server = await startTestServer({ databaseUrl: database.url, port: Number(new URL(origin).port) })
  const begin = performance.now()
  const after = crowd.arrive(SIZE + 1)
  const times = await Promise.all(after.map(({ atWork }) => atWork))
  const longest = Math.round(Math.max(...times) - begin)
  // The longest is said once a second.
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const blocked = longestBlock(server.log())
  say(`${SIZE} at work after ${longest} ms; longest block of the event loop ${blocked} ms`)
  expect(longest).toBeLessThan(AT_WORK_WITHIN_MS)
  expect(blocked).toBeLessThan(LONGEST_BLOCK_IN_MS)
  for (const { browser } of after) browser.close()
  await server.kill()
}, 120_000)

test('[S3] [T8] of five hundred sockets the last is closed within a second of the commit', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using server = await startTestServer({ databaseUrl: database.url })
  const { origin } = server
  const een = await seedCrowd({ sql, origin, overleggen: 1, people: 250 })
  const meer = await seedCrowd({ sql, origin, overleggen: 25, people: 10 })
  const people = [...een.arrive(), ...meer.arrive(1000)]
  await Promise.all(people.map(({ atWork }) => atWork))
  expect(people).toHaveLength(500)

  const overlegIds = [...een.overlegIds, ...meer.overlegIds]
  await sql`update overleg set dicht_op = now() where id = any(${overlegIds}::uuid[])`
  const committed = performance.now()
  const times = await Promise.all(people.map(({ closed }) => closed))
  const longest = Math.round(Math.max(...times) - committed)
  say(`the last of ${people.length} closed after ${longest} ms`)
  expect(longest).toBeLessThan(CLOSED_WITHIN_MS)
}, 60_000)

function say(figures: string) {
  if (process.env.STORM) process.stdout.write(`${figures}\n`)
}
