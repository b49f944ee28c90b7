import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { DocumentKey } from '#app/realtime/protocol.ts'
import { createSql } from '#db/connection.ts'
import { prepareDatabase, type Urls } from '#server/database.ts'
import { startPostgres } from '#server/postgres.ts'
import { openDocument } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { startTestServer, type TestServer } from '../helpers/server.ts'
import { createCookie } from '../helpers/sign-in.ts'

const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const
const PLAATSEN = ['procesregisseur', 'casushouder', 'partner'] as const
// 20 with ROUNDS=20.
const ROUNDS = Number(process.env.ROUNDS ?? 5)

test('[D2] kill -9 of the server in mid-typing loses nothing that was shown to another or acknowledged', async () => {
  await using database = await createTestDatabase()
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, PLAATSEN)
  const key = { overlegId, document: 'beeldvorming' } as const
  let server = await startTestServer({ databaseUrl: database.url })
  const port = Number(new URL(server.origin).port)
  const cookies = await Promise.all(Object.values(ids).map((id) => createCookie(database.sql, id)))
  const kept = new Set<string>()

  for (let round = 0; round < ROUNDS; round++) {
    const table = createTable(server, cookies, key)
    await table.synced()
    const words = await table.type(`r${round}`, { until: 15 + 9 * (round % 5) })
    await server.kill()
    table.leave()
    for (const word of words()) kept.add(word)
    expect(kept.size).toBeGreaterThan(round * 3)

    server = await startTestServer({ databaseUrl: database.url, port })
    using reader = openDocument({ url: urlOf(server), cookie: cookies[0] ?? '', key })
    await vi.waitFor(() => expect(reader.provider.synced).toBe(true), 5000)
    const text = reader.text()
    expect([...kept].filter((word) => text.split(word).length !== 2)).toEqual([])
  }
  await server.kill()
}, 240_000)

test('[D2] browsers that stay open across a kill -9 come back by themselves and bring what was not yet saved', async () => {
  await using database = await createTestDatabase()
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, PLAATSEN)
  const key = { overlegId, document: 'beeldvorming' } as const
  let server = await startTestServer({ databaseUrl: database.url })
  const port = Number(new URL(server.origin).port)
  const cookies = await Promise.all(Object.values(ids).map((id) => createCookie(database.sql, id)))
  const table = createTable(server, cookies, key)
  await table.synced()
  await table.type('eerst', { until: 20 })
  await server.kill()
  for (const [index, { write }] of table.browsers.entries()) write(`zonder-server-${index}.`)
  server = await startTestServer({ databaseUrl: database.url, port })

  await vi.waitFor(() => {
    const texts = table.browsers.map(({ text }) => text())
    expect(new Set(texts).size).toBe(1)
    for (const word of [...table.typed, 'zonder-server-0.', 'zonder-server-2.'])
      expect(texts[0]).toContain(word)
  }, 15_000)
  table.leave()
  await server.kill()
}, 60_000)

test('[D2] PostgreSQL killed and started again under a running server: nothing is told meanwhile, nothing lost after', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'focustafel-lost-'))
  const urls = await startOrphan(dataDir)
  await prepareDatabase(urls)
  const sql = createSql(urls.ownerUrl)
  const { overlegId, ids } = await seedOverleg(sql, BEELDVORMING, PLAATSEN)
  const key = { overlegId, document: 'beeldvorming' } as const
  const server = await startTestServer({ databaseUrl: urls.url })
  const cookies = await Promise.all(Object.values(ids).map((id) => createCookie(sql, id)))
  const table = createTable(server, cookies, key)
  await table.synced()
  await table.type('voor', { until: 20 })
  await sql.end()

  process.kill(await postmasterOf(dataDir), 'SIGKILL')
  await vi.waitFor(
    async () => expect((await fetch(`${server.origin}/gezond`)).status).toBe(503),
    10_000,
  )
  const [author, other] = table.browsers
  const acknowledged = author?.acknowledged.at(-1)
  author?.write('tijdens-de-storing.')
  await vi.waitFor(
    async () => expect((await fetch(`${server.origin}/gezond`)).status).toBe(503),
    10_000,
  )
  expect(author?.acknowledged.at(-1)).toBe(acknowledged)
  expect(other?.text()).not.toContain('tijdens-de-storing.')

  const postgres = await startPostgres({ dataDir })
  await vi.waitFor(() => {
    expect(other?.text()).toContain('tijdens-de-storing.')
    expect(author?.acknowledged.at(-1)).toBeGreaterThan(acknowledged ?? 0)
  }, 20_000)
  await vi.waitFor(
    () => expect(new Set(table.browsers.map(({ text }) => text())).size).toBe(1),
    10_000,
  )
  for (const word of table.typed) expect(other?.text()).toContain(word)

  await vi.waitFor(
    async () => expect((await fetch(`${server.origin}/gezond`)).status).toBe(200),
    10_000,
  )
  using reader = openDocument({ url: urlOf(server), cookie: cookies[0] ?? '', key })
  await vi.waitFor(() => expect(reader.text()).toBe(other?.text()), 10_000)

  table.leave()
  await server.kill()
  postgres.stop()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}, 120_000)

test('[D2] SIGTERM under typing writes what is pending, and ends within ten seconds', async () => {
  await using database = await createTestDatabase()
  const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, PLAATSEN)
  const key = { overlegId, document: 'beeldvorming' } as const
  let server = await startTestServer({ databaseUrl: database.url })
  const port = Number(new URL(server.origin).port)
  const cookies = await Promise.all(Object.values(ids).map((id) => createCookie(database.sql, id)))
  const table = createTable(server, cookies, key)
  await table.synced()
  await table.type('slot', { until: 20 })
  const began = Date.now()
  expect(await server.stop()).toBe(0)
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(table.browsers.map(({ closes }) => closes[0])).toEqual([1012, 1012, 1012])

  server = await startTestServer({ databaseUrl: database.url, port })
  await vi.waitFor(() => {
    const texts = table.browsers.map(({ text }) => text())
    expect(new Set(texts).size).toBe(1)
    for (const word of table.typed) expect(texts[0]).toContain(word)
  }, 15_000)
  table.leave()
  await server.kill()
}, 60_000)

test.each([
  ['exception-uncaught', 'SIGUSR2'],
  ['rejection-unhandled', 'SIGWINCH'],
] as const)(
  '[check 106] [D2] after an %s it writes what is pending and ends, never half alive, and says nothing of anybody',
  async (event, signal) => {
    await using database = await createTestDatabase()
    const { overlegId, ids } = await seedOverleg(database.sql, BEELDVORMING, PLAATSEN)
    const key = { overlegId, document: 'beeldvorming' } as const
    const inject = new URL('../helpers/inject.ts', import.meta.url).href
    const env = { NODE_OPTIONS: `--import=${inject}` }
    const broken = await startTestServer({ databaseUrl: database.url, env })
    const port = Number(new URL(broken.origin).port)
    const cookies = await Promise.all(
      Object.values(ids).map((id) => createCookie(database.sql, id)),
    )
    const table = createTable(broken, cookies, key)
    await table.synced()
    const words = await table.type('slot', { until: 20 })
    const began = Date.now()
    expect(await broken.signal(signal)).toBe(1)
    expect(Date.now() - began).toBeLessThan(10_000)
    expect(broken.log()).toContain(`"event":"${event}"`)
    expect(broken.log()).toContain('"event":"server-stopped"')
    expect(broken.log()).not.toContain('Bakkali')
    const kept = words()
    table.leave()

    await using server = await startTestServer({ databaseUrl: database.url, port })
    using reader = openDocument({ url: urlOf(server), cookie: cookies[0] ?? '', key })
    await vi.waitFor(() => expect(reader.provider.synced).toBe(true), 5000)
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter((word) => reader.text().split(word).length !== 2)).toEqual([])
  },
  60_000,
)

/** Three people who type unique words, with an account of what was acknowledged and what another has seen. */
function createTable(server: TestServer, cookies: string[], key: DocumentKey) {
  const browsers = cookies.map((cookie) => openDocument({ url: urlOf(server), cookie, key }))
  const typed: string[] = []
  const seen = new Set<string>()
  const saved = new Set<string>()
  const writes = browsers.map(() => 0)
  const wordAt = new Map<string, string>()

  return {
    browsers,
    typed,
    async synced() {
      await vi.waitFor(
        () => expect(browsers.every(({ provider }) => provider.synced)).toBe(true),
        5000,
      )
      // The answer to the server's first question is write number one.
      writes.fill(1)
    },
    /** Types until so many words have been seen; answers what was seen or acknowledged at the moment of asking. */
    async type(prefix: string, { until }: { until: number }) {
      for (let index = 0; seen.size < until && index < 2000; index++) {
        for (const [person, browser] of browsers.entries()) {
          const word = `${prefix}-${person}-${index}.`
          browser.write(word)
          typed.push(word)
          writes[person] = (writes[person] ?? 0) + 1
          wordAt.set(`${person}:${writes[person]}`, word)
        }
        await new Promise((resolve) => setTimeout(resolve, 3))
        look()
      }
      return () => {
        look()
        return [...seen, ...saved]
      }
    },
    leave() {
      for (const browser of browsers) browser[Symbol.dispose]()
    },
  }

  function look() {
    for (const [person, browser] of browsers.entries()) {
      const text = browser.text()
      for (const word of typed)
        if (!word.includes(`-${person}-`) && text.includes(word)) seen.add(word)
      for (const [at, word] of wordAt) {
        const [writer, nr] = at.split(':').map(Number)
        if (writer === person && (nr ?? 0) <= (browser.acknowledged.at(-1) ?? 0)) saved.add(word)
      }
    }
  }
}

const START = `
  const { startPostgres } = await import('#server/postgres.ts')
  const { url, appUrl } = await startPostgres({ dataDir: process.argv[1] })
  process.stdout.write(appUrl() + ' ' + url())
  setInterval(() => {}, 1000)`

/** A PostgreSQL that nobody starts again when it dies: who started it is gone. */
async function startOrphan(dataDir: string): Promise<Urls> {
  const args = ['--input-type=module', '-e', START, dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [told] = await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const [url = '', ownerUrl = ''] = String(told).split(' ')
  return { url, ownerUrl }
}

async function postmasterOf(dataDir: string): Promise<number> {
  const folders = await readdir(dataDir, { recursive: true })
  const file = folders.find((name) => name.endsWith('postmaster.pid'))
  if (file) return Number((await readFile(join(dataDir, file), 'utf8')).split('\n', 1)[0])

  const { folder } = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8'))
  return Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n', 1)[0])
}

function urlOf(server: TestServer) {
  return `${server.origin.replace(/^http/, 'ws')}/collab`
}
