import { expect, test, vi } from 'vitest'
import { createSql } from '#db/connection.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { createFaultProxy } from '../helpers/fault-proxy.ts'

const SILENT_MS = 1500
const VERBINDINGEN = 10

test('a network that stops without a word is left, in all connections at once, and what is asked then is answered', async () => {
  await using database = await createTestDatabase()
  const { hostname, port } = new URL(database.url)
  await using proxy = await createFaultProxy({ host: hostname, port: Number(port) })
  const sql = createSql(proxy.through(database.url), { max: VERBINDINGEN, silentMs: SILENT_MS })
  const ask = () => sql`select 1 as nr`
  // So that there is a connection for each.
  await Promise.all(Array.from({ length: VERBINDINGEN }, () => sql`select pg_sleep(0.2)`))
  expect(proxy.connections()).toHaveLength(VERBINDINGEN)

  // Not the network to come: these alone are half-open.
  for (const connection of proxy.connections()) connection.freeze()
  const gevraagd = performance.now()
  await expect(ask()).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  // Who asks in the moment in which they are left hears so too, and asks again.
  await vi.waitFor(() => Promise.all(Array.from({ length: VERBINDINGEN }, ask)), SILENT_MS)
  expect(performance.now() - gevraagd).toBeLessThan(4 * SILENT_MS)
  await sql.end({ timeout: 1 })
})

test('a connection that answers in time, or was asked nothing, is kept', async () => {
  await using database = await createTestDatabase()
  const { hostname, port } = new URL(database.url)
  await using proxy = await createFaultProxy({ host: hostname, port: Number(port) })
  const sql = createSql(proxy.through(database.url), { max: 2, silentMs: SILENT_MS })
  await Promise.all([sql`select pg_sleep(0.1)`, sql`select pg_sleep(0.1)`])
  const eerst = proxy.connections()
  // One is at work for less than the limit, again and again; the other has nothing to do for longer than it.
  for (const _ of [1, 2, 3]) await sql`select pg_sleep(${(SILENT_MS * 0.6) / 1000})`
  expect(proxy.connections()).toEqual(eerst)
  await sql.end({ timeout: 1 })
})
