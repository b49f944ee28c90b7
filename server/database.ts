import { createSql, type Sql } from '#db/connection.ts'
import { hasDemoAccounts } from '#db/demo-accounts.ts'
import { applyGrants, listTooMuch } from '#db/grants.ts'
import { checkMigrated, migrate } from '#db/migrate.ts'
import { checkClock } from './clock.ts'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import { startPostgres } from './postgres.ts'

// No statement of the application takes more than five seconds: see db/connection.ts.
const SILENT_MS = 8000

export type Urls = { url: string; ownerUrl: string }
export type Database = {
  sql: Sql
  url: string
  /** Of the owner of the tables; null when only others know it. */
  ownerUrl: string | null
  close(): Promise<void>
}

/** The database of the configuration, or one of our own; with its schema as this program knows it. */
export async function openDatabase(env: Env, log: Log): Promise<Database> {
  const { url, ownerUrl } = env.databaseUrl
    ? urlsOf(env, env.databaseUrl)
    : await startOwn(env, log)
  if (ownerUrl) {
    for (const bestand of await prepareDatabase({ url, ownerUrl })) {
      log.info({ event: 'migration-ran', bestand })
    }
  }
  const sql = createSql(url, { silentMs: SILENT_MS })
  try {
    await checkClock(sql)
    await checkMigrated(sql)
    if (env.mode === 'production') await checkProduction(sql)
  } catch (error) {
    await sql.end({ timeout: 2 })
    throw error
  }
  return { sql, url, ownerUrl, close: () => sql.end({ timeout: 2 }) }
}

/** Migrates as the owner, who is gone again when this is done, and gives the application its rights. */
export async function prepareDatabase({ url, ownerUrl }: Urls): Promise<string[]> {
  const owner = createSql(ownerUrl, { max: 1 })
  try {
    const ran = await migrate(owner)
    const role = decodeURIComponent(new URL(url).username)
    if (role !== decodeURIComponent(new URL(ownerUrl).username)) await applyGrants(owner, role)
    return ran
  } finally {
    await owner.end({ timeout: 2 })
  }
}

async function checkProduction(sql: Sql) {
  const tooMuch = await listTooMuch(sql)
  if (tooMuch.length > 0) {
    throw new Error(
      `The role of DATABASE_URL may more than the application should (${tooMuch.join('; ')}). ` +
        'Give that of the owner as DATABASE_OWNER_URL, and another one here: see README, Production',
    )
  }
  if (await hasDemoAccounts(sql)) {
    throw new Error(
      'This database has the accounts of the demo, with passwords that everybody knows',
    )
  }
}

/** Outside production one role may do everything: a database to try things in. */
function urlsOf({ mode, databaseOwnerUrl }: Env, url: string) {
  return { url, ownerUrl: databaseOwnerUrl ?? (mode === 'production' ? null : url) }
}

/** It stops by itself when this process ends. */
async function startOwn({ dataDir }: Env, log: Log): Promise<Urls> {
  const server = await startPostgres({
    dataDir,
    onWait: () => log.info({ event: 'database-awaited' }),
    onRevive: () => log.warn({ event: 'database-revived' }),
  })
  return { url: server.appUrl(), ownerUrl: server.url() }
}
