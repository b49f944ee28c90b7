import { createSql, type Sql } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import { startPostgres } from './postgres.ts'

export type Database = { sql: Sql; close(): Promise<void>; stopServer(): void }

/** The database of the configuration, or one of our own; with its schema as this program knows it. */
export async function openDatabase(env: Env, log: Log): Promise<Database> {
  const server = env.databaseUrl
    ? null
    : await startPostgres({
        dataDir: env.dataDir,
        onWait: () => log.info({ event: 'database-awaited' }),
        onRevive: () => log.warn({ event: 'database-revived' }),
      })
  const sql = createSql(env.databaseUrl ?? server?.url() ?? '')
  const stopServer = () => server?.stop()
  try {
    for (const bestand of await migrate(sql)) log.info({ event: 'migration-ran', bestand })
  } catch (error) {
    await sql.end({ timeout: 1 })
    stopServer()
    throw error
  }
  return { sql, close: () => sql.end({ timeout: 2 }), stopServer }
}
