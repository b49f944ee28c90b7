import { expect, test, vi } from 'vitest'
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
      await new Promise((resolve) => setTimeout(resolve, round % 5))
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
