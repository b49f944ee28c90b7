import { createSql, type Sql } from '#db/connection.ts'
import { hasDemoAccounts } from '#db/demo-accounts.ts'
import { migrate } from '#db/migrate.ts'
import { checkClock } from './clock.ts'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import { startPostgres } from './postgres.ts'

export type Database = { sql: Sql; close(): Promise<void> }

/** The database of the configuration, or one of our own; with its schema as this program knows it. */
export async function openDatabase(env: Env, log: Log): Promise<Database> {
  const sql = createSql(env.databaseUrl ?? (await startOwn(env, log)))
  await checkClock(sql)
  for (const bestand of await migrate(sql)) log.info({ event: 'migration-ran', bestand })
  if (env.mode === 'production' && (await hasDemoAccounts(sql))) {
    await sql.end({ timeout: 2 })
    throw new Error(
      'This database has the accounts of the demo, with passwords that everybody knows',
    )
  }
  return { sql, close: () => sql.end({ timeout: 2 }) }
}

/** It stops by itself when this process ends. */
async function startOwn({ dataDir }: Env, log: Log): Promise<string> {
  const server = await startPostgres({
    dataDir,
    onWait: () => log.info({ event: 'database-awaited' }),
    onRevive: () => log.warn({ event: 'database-revived' }),
  })
  return server.url()
}
