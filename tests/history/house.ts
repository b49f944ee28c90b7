import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pauze } from 'node:timers/promises'
import { createSql, type Sql } from '#db/connection.ts'
import { type BrokenPostgres, startBrokenPostgres } from '../helpers/broken-postgres.ts'
import { createFaultProxy, type FaultProxy } from '../helpers/fault-proxy.ts'
import { startTestServer, type TestServer } from '../helpers/server.ts'
import { type Browsers, startBrowsers } from './browsers.ts'
import { type Gebeurtenis, nu } from './records.ts'

const DAG_IN_MS = 86_400_000

export type House = {
  postgres: BrokenPostgres
  /** Straight to the database, past all that is broken on purpose. */
  sql: Sql
  /** Between server and database. */
  naarDatabase: FaultProxy
  serverPort: number
  origin: string
  log: () => string
  /** kill -9, and started again. */
  restart: (after: () => Promise<void>) => Promise<void>
  browsers: readonly [Browsers, Browsers, Browsers]
  [Symbol.asyncDispose](): Promise<void>
}

/** One server with one database and three rooms of browsers: two of them have another day on their clocks. */
export async function openHouse(
  meld: (overlegId: string, gebeurtenis: Gebeurtenis) => void,
): Promise<House> {
  const postgres = await startBrokenPostgres()
  const target = Number(new URL(postgres.url).port)
  const naarDatabase = await createFaultProxy({ port: target })
  const databaseUrl = naarDatabase.through(postgres.url)
  const anker = await mkdtemp(join(tmpdir(), 'focustafel-anker-'))
  const env = { AUDIT_ANCHOR_DIR: anker }
  let server: TestServer = await startTestServer({ databaseUrl, env })
  const serverPort = Number(new URL(server.origin).port)
  const sql = createSql(postgres.ownerUrl, { max: 6 })
  let vroeger = ''
  const browsers = [
    startBrowsers(0, meld),
    startBrowsers(DAG_IN_MS, meld),
    startBrowsers(-DAG_IN_MS, meld),
  ] as const

  return {
    postgres,
    sql,
    naarDatabase,
    serverPort,
    origin: server.origin,
    log: () => vroeger + server.log(),
    async restart(after) {
      await server.kill()
      vroeger += server.log()
      await after()
      server = await startTestServer({ databaseUrl, port: serverPort, env })
    },
    browsers,
    async [Symbol.asyncDispose]() {
      for (const room of browsers) await room[Symbol.asyncDispose]()
      await server.kill()
      await naarDatabase[Symbol.asyncDispose]()
      await sql.end({ timeout: 1 })
      await postgres[Symbol.asyncDispose]()
      await rm(anker, { recursive: true, force: true })
    },
  }
}

const GEDULD_IN_MS = 90_000

/** Promise 5: back at work within 5 s after a server restart, 30 s after a database return. */
export async function untilHealthy(
  { origin, log, postgres }: House,
  verteld: readonly string[] = [],
): Promise<number> {
  const deadline = nu() + GEDULD_IN_MS
  while (nu() < deadline) {
    const init = { signal: AbortSignal.timeout(15_000), headers: { connection: 'close' } }
    const response = await fetch(`${origin}/gezond`, init).catch(() => null)
    if (response?.ok) return nu()
    await pauze(50)
  }
  throw new Error(
    `The house did not come back after ${verteld.join(', ')}; PostgreSQL was revived ${postgres.revived()} times\n${log().split('\n').slice(-30).join('\n')}`,
  )
}
