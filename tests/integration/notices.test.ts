import { expect, test, vi } from 'vitest'
import { createSql } from '#db/connection.ts'
import { listenNotices } from '#db/notices.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { createFaultProxy } from '../helpers/fault-proxy.ts'

async function createScene() {
  const database = await createTestDatabase()
  const proxy = await createFaultProxy({ port: Number(new URL(database.url).port) })
  const sql = createSql(proxy.through(database.url), { max: 1 })
  await sql`select 1`
  const heard: string[] = []
  const deaf = vi.fn()
  const notices = await listenNotices(sql, { onDeaf: deaf, beatMs: 50, silenceMs: 300 })
  notices.subscribe({
    overleg: (id) => heard.push(id),
    all: () => heard.push('all'),
  })
  return {
    heard,
    deaf,
    proxy,
    ear: () => proxy.connections().slice(1),
    say: (id: string) => database.sql`select pg_notify('overleg', ${id})`,
    pids: () => database.sql<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
    sql: database.sql,
    async [Symbol.asyncDispose]() {
      proxy.heal()
      await notices.close()
      await sql.end({ timeout: 1 })
      await proxy[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

test('[S3] a connection that looks alive and brings nothing is found out, and everything is asked again', async () => {
  await using scene = await createScene()
  await scene.say('voor')
  await vi.waitFor(() => expect(scene.heard).toEqual(['voor']))

  for (const connection of scene.ear()) connection.freeze('back')
  await scene.say('verloren')
  await vi.waitFor(() => expect(scene.heard).toEqual(['voor', 'all']))
  expect(scene.deaf).toHaveBeenCalledTimes(1)
  await scene.say('na')
  await vi.waitFor(() => expect(scene.heard).toEqual(['voor', 'all', 'na']))
})

test('[S3] a connection that was cut is made again, and everything is asked again', async () => {
  await using scene = await createScene()
  const [before] = await scene.pids()
  await scene.sql`select pg_terminate_backend(${before?.pid ?? 0})`
  await vi.waitFor(() => expect(scene.heard).toContain('all'))
  await scene.say('na')
  await vi.waitFor(() => expect(scene.heard.at(-1)).toBe('na'))
})

test('a database that answers nothing at all is no reason to listen anew', async () => {
  await using scene = await createScene()
  scene.proxy.freeze()
  await new Promise((resolve) => setTimeout(resolve, 800))
  expect(scene.deaf).not.toHaveBeenCalled()
  scene.proxy.heal()
  await scene.say('na')
  await vi.waitFor(() => expect(scene.heard.at(-1)).toBe('na'))
})
