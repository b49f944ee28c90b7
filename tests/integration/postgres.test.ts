import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createSql } from '#db/connection.ts'
import { startPostgres } from '#server/postgres.ts'

async function createFolder() {
  const dataDir = await mkdtemp(join(tmpdir(), 'focustafel-postgres-'))
  return {
    dataDir,
    pid: () =>
      Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]),
    [Symbol.asyncDispose]: () => rm(dataDir, { recursive: true, force: true }),
  }
}

test('a PostgreSQL that dies is started again on its place, with what was in it', async () => {
  await using folder = await createFolder()
  const onRevive = vi.fn()
  const server = await startPostgres({ dataDir: folder.dataDir, onRevive })
  const sql = createSql(server.url())
  await sql`create table bewaard (id integer)`
  await sql`insert into bewaard values (7)`

  process.kill(folder.pid(), 'SIGKILL')
  await vi.waitFor(() => expect(onRevive).toHaveBeenCalled(), 20_000)

  await vi.waitFor(async () => expect(await sql`select id from bewaard`).toEqual([{ id: 7 }]))
  await sql.end()
  server.stop()
})

test('its folder is for one server at a time, and the next one finds what was in it', async () => {
  await using folder = await createFolder()
  const first = await startPostgres({ dataDir: folder.dataDir })
  const sql = createSql(first.url())
  await sql`create table bewaard (id integer)`
  await sql.end()
  const waiting = vi.fn()

  const second = startPostgres({ dataDir: folder.dataDir, onWait: waiting })
  await vi.waitFor(() => expect(waiting).toHaveBeenCalled())
  first.stop()

  const server = await second
  const again = createSql(server.url())
  expect(await again`select id from bewaard`).toEqual([])
  await again.end()
  server.stop()
})

test('its password is in a file that is for us alone, and it is no superuser that we are', async () => {
  await using folder = await createFolder()
  const server = await startPostgres({ dataDir: folder.dataDir })
  const sql = createSql(server.url())
  const [role] = await sql`select rolsuper from pg_roles where rolname = current_user`
  expect(role).toEqual({ rolsuper: false })
  await sql.end()

  const url = new URL(server.url())
  url.password = 'geraden'
  const stranger = createSql(url.href)
  await expect(stranger`select 1`).rejects.toThrow('password')
  await stranger.end()
  server.stop()
})
