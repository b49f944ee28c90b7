import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSql } from '#db/connection.ts'
import { checkClock } from '#server/clock.ts'
import { createTestDatabase } from '../helpers/database.ts'

const ROOT = join(import.meta.dirname, '../..')
const GOED = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://tafel@127.0.0.1:1/tafel',
  PUBLIC_ORIGIN: 'https://tafel.voorbeeld.nl',
  SESSION_SECRET: 'b3f1c96e07d84a25b9e07c14f8d2a6530e9b47c1',
  NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/focustafel'),
  PORT: '1',
  HOST: '127.0.0.1',
}

/** How the real server ends, and what it says. */
async function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...GOED, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const [code] = await once(child, 'close')
  return { code, text }
}

async function createFolder(mode: number) {
  const folder = await mkdtemp(join(tmpdir(), 'focustafel-start-'))
  await chmod(folder, mode)
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

test('[check 101] a server without a secret of its own does not start, and says why without saying it', async () => {
  const gevallen = [
    ['', 'SESSION_SECRET: is needed'],
    ['kort', 'SESSION_SECRET: has fewer than 32'],
    ['verander-mij-verander-mij-verander-mij', 'SESSION_SECRET: can be guessed'],
  ] as const
  const uitkomsten = await Promise.all(
    gevallen.map(([secret]) => start({ SESSION_SECRET: secret })),
  )
  for (const [index, { code, text }] of uitkomsten.entries()) {
    expect(code).toBe(1)
    expect(text).toContain(gevallen[index]?.[1])
    expect(text).not.toContain('verander-mij')
  }
})

test('[check 101] an address without TLS does not start', async () => {
  const { code, text } = await start({ PUBLIC_ORIGIN: 'http://tafel.voorbeeld.nl' })
  expect(code).toBe(1)
  expect(text).toContain('PUBLIC_ORIGIN: must be https')
})

test('[check 101] passwords that others on the machine can read stop the start', async () => {
  await using open = await createFolder(0o700)
  await writeFile(join(open.folder, 'postgres.json'), '{}', { mode: 0o644 })
  await chmod(join(open.folder, 'postgres.json'), 0o644)
  const { code, text } = await start({ DATA_DIR: open.folder })
  expect(code).toBe(1)
  expect(text).toContain('Others can read')

  await using beschrijfbaar = await createFolder(0o777)
  expect((await start({ DATA_DIR: beschrijfbaar.folder })).text).toContain('Others can write')
})

test('[check 101] [fault 8] a clock that is more than half a minute from that of the database stops the start', async () => {
  await using database = await createTestDatabase()
  await using data = await createFolder(0o700)
  const naam = new URL(database.url).pathname.slice(1)
  // As a database on another machine, with a clock that is wrong.
  const scheef = (seconden: number) =>
    database.sql.unsafe(`
      create or replace function public.clock_timestamp() returns timestamptz language sql volatile
        as 'select pg_catalog.clock_timestamp() + make_interval(secs => ${seconden})';
      alter database ${naam} set search_path = public, pg_catalog`)
  for (const seconden of [-40, 40]) {
    await scheef(seconden)
    const { code, text } = await start({ DATABASE_URL: database.url, DATA_DIR: data.folder })
    expect(code).toBe(1)
    expect(text).toMatch(/clock of this machine .* 40 seconds apart/)
  }

  await scheef(20)
  const sql = createSql(database.url, { max: 1 })
  await checkClock(sql)
  await sql.end()
})
