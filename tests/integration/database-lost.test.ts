import { once } from 'node:events'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createSql } from '#db/connection.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { createFaultProxy } from '../helpers/fault-proxy.ts'

async function openThrough() {
  const database = await createTestDatabase()
  const proxy = await createFaultProxy({ port: Number(new URL(database.url).port) })
  const sql = createSql(proxy.through(database.url))
  await Promise.all(Array.from({ length: 10 }, () => sql`select pg_sleep(0.05)`))
  return {
    sql,
    proxy,
    async [Symbol.asyncDispose]() {
      await sql.end({ timeout: 1 })
      await proxy[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

for (const how of ['fin', 'rst'] as const) {
  test(`[D2] a connection that is cut in the middle of a transaction (${how}) fails that one, and not the process`, async () => {
    await using through = await openThrough()
    const { sql, proxy } = through
    const busy = Array.from({ length: 6 }, () =>
      sql.begin(async (sql) => {
        await sql`select 1`
        await sql`select pg_sleep(5)`
      }),
    )
    const failed = Promise.allSettled(busy)
    await vi.waitFor(async () => {
      const [row] =
        await sql`select count(*)::int as n from pg_stat_activity where query like '%pg_sleep(5)%' and state = 'active' and datname = current_database() and pid <> pg_backend_pid()`
      expect(row?.n).toBe(6)
    })

    proxy.cut(how)
    expect((await failed).map(({ status }) => status)).toEqual(Array(6).fill('rejected'))
    const began = performance.now()
    // Every place of the pool works again, and at once.
    await Promise.all(
      Array.from({ length: 10 }, () =>
        vi.waitFor(async () => void (await sql`select pg_sleep(0.05)`)),
      ),
    )
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test(`[D2] connections that are cut at any moment (${how}) leave no place in the pool that answers nothing`, async () => {
    await using through = await openThrough()
    const { sql, proxy } = through
    for (let round = 0; round < 15; round++) {
      const work = Array.from({ length: 20 }, (_, nr) =>
        nr % 2 ? sql`select ${nr}::int` : sql.begin((sql) => sql`select ${nr}::int`),
      )
      const settled = Promise.allSettled(work)
      await setTimeout(round % 5)
      proxy.cut(how)
      await settled
    }
    const began = performance.now()
    await Promise.all(
      Array.from({ length: 10 }, () =>
        vi.waitFor(async () => void (await sql`select pg_sleep(0.05)`)),
      ),
    )
    expect(performance.now() - began).toBeLessThan(4000)
  })
}

test('[D2] a transaction whose connection went while it did something else does nothing more, and nothing to that of another', async () => {
  await using database = await createTestDatabase()
  const owner = database.sql
  await using proxy = await createFaultProxy({ port: Number(new URL(database.url).port) })
  // One place: who comes next has the one that was lost.
  const sql = createSql(proxy.through(database.ownerUrl), { max: 1 })
  await owner`create table gedaan (wat text)`
  const buiten = new AbortController()
  const lost = sql.begin(async (sql) => {
    await sql`insert into gedaan values ('van wie weg is, 1')`
    await once(buiten.signal, 'abort')
    await sql`insert into gedaan values ('van wie weg is, 2')`
  })
  const outcome = expect(lost).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  await vi.waitFor(async () => {
    const rows = await owner`
      select from pg_stat_activity where state = 'idle in transaction' and datname = current_database()`
    expect(rows).toHaveLength(1)
  })
  proxy.cut('rst')
  await outcome

  const next = sql.begin(async (sql) => {
    await sql`insert into gedaan values ('van een ander, 1')`
    buiten.abort()
    // Long enough for what the first does when it goes on.
    await sql`select pg_sleep(0.2)`
    await sql`insert into gedaan values ('van een ander, 2')`
    throw new Error('niet door')
  })
  await expect(next).rejects.toThrow('niet door')
  expect(await owner`select wat from gedaan`).toEqual([])
  await sql.end({ timeout: 1 })
})

test('[D2] a transaction that goes on in the moment in which its connection goes fails, and not the process', async () => {
  await using through = await openThrough()
  const { sql, proxy } = through
  const uncaught = vi.fn()
  process.on('uncaughtException', uncaught)
  onTestFinished(() => void process.off('uncaughtException', uncaught))
  for (let round = 0; round < 10; round++) {
    const work = Array.from({ length: 8 }, (_, nr) =>
      sql.begin(async (sql) => {
        await sql`select 1`
        // As mail and the anchor do: something outside the database.
        for (let turn = 0; turn < nr * 3; turn++) await setImmediate()
        await sql`select 2`
      }),
    )
    const settled = Promise.allSettled(work)
    await vi.waitFor(() => expect(proxy.connections().length).toBeGreaterThan(0))
    await setTimeout(round % 4)
    proxy.cut(round % 2 === 0 ? 'rst' : 'fin')
    await settled
  }
  await vi.waitFor(() => sql`select 1`)
  expect(uncaught).not.toHaveBeenCalled()
})
