import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { unseatClientCommand } from '#app/commands/unseat-client.server.ts'
import type { Sql } from '#db/connection.ts'
import { createBrief, openTelefoon } from '../helpers/client-side.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { createTestSockets, openSocket } from '../helpers/sockets.ts'

async function cutAllConnections(sql: Sql) {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where backend_type = 'client backend' and datname = current_database() and pid <> pg_backend_pid()`
}

test('who is here is right again after rows were lost, and after a process died', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const { overlegId, ids } = await seedTafel(sql, 'vooroverleg')
  using socket = openSocket(sockets.url, { cookie: await createCookie(sql, ids.blijft), overlegId })
  await socket.answer
  const here = async () => {
    const rows = await sql`select gebruiker_id as id from aanwezigheid`
    return rows.map(({ id }) => id)
  }
  await vi.waitFor(async () => expect(await here()).toEqual([ids.blijft]))

  const [proces] = await sql<{ id: string }[]>`select proces_id as id from aanwezigheid`
  await sql`delete from aanwezigheid`
  await sql`
    insert into aanwezigheid (id, proces_id, overleg_id, gebruiker_id)
    values (${randomUUID()}, ${proces?.id ?? ''}, ${overlegId}, ${ids.casushouder})`
  await vi.waitFor(async () => expect(await here()).toEqual([ids.blijft]), { timeout: 8000 })
})

test('[S3] sockets outlive a database that drops its connections, and rights hold after it', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'met cliënt')
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const telefoon = await openTelefoon(sql, brief)
  await sql`update client_sessie set toegelaten_op = now() where id = ${telefoon.sessieId}`
  const { overlegId, ids } = tafel
  using client = openSocket(sockets.url, { cookie: telefoon.cookie, namespace: '/client' })
  using partner = openSocket(sockets.url, {
    cookie: await createCookie(sql, ids.blijft),
    overlegId,
  })
  await vi.waitFor(() => expect(client.beelden().at(-1)?.weergave).toBe('tafel'))
  await partner.answer

  await cutAllConnections(sql)
  // The first question on a connection that is gone fails, as it would for a person.
  await vi.waitFor(() => unseatClientCommand(sql, tafel.regie), { timeout: 3000 })
  await vi.waitFor(() => expect(client.beelden().at(-1)?.weergave).toBe('wachtkamer'), {
    timeout: 3000,
  })
  expect(partner.socket.connected).toBe(true)
})

test('a frame that is no frame closes its own socket, and nobody notices', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const { overlegId, ids } = await seedTafel(sql, 'vooroverleg')
  const cookie = await createCookie(sql, ids.blijft)
  using partner = openSocket(sockets.url, { cookie, overlegId })
  await partner.answer

  const begin = `40/overleg,{"overlegId":"${overlegId}"}`
  const slecht = [
    '42/overleg,["join","x"]',
    '42/overleg,[',
    '42/overleg,["__proto__",{"a":1}]',
    '451-/overleg,["x",{"_placeholder":true,"num":9}]',
    '5',
    '9',
    'x'.repeat(10_000),
    '40/overleg,{"overlegId":["a","b"]}',
    '40/overleg,null',
    `421${'['.repeat(5000)}`,
  ]
  for (const frame of slecht) {
    const ws = new WebSocket(
      `${sockets.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
      { headers: { cookie } },
    )
    await once(ws, 'message')
    ws.send(begin)
    await once(ws, 'message')
    ws.send(frame)
    ws.send(Buffer.from([1, 2, 3]))
    await Promise.race([once(ws, 'close'), new Promise((resolve) => setTimeout(resolve, 300))])
    ws.terminate()
  }
  expect(partner.socket.connected).toBe(true)
  using later = openSocket(sockets.url, { cookie, overlegId })
  expect(await later.answer).toBe('open')
})
