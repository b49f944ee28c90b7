import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSql } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { startPostgres } from '#server/postgres.ts'
import { keepOutput } from './kanaries.ts'

export const TEMPLATE = 'focustafel_sjabloon'

/**
 * One server for a whole run, with a migrated template that every test copies.
 *
 * `TEST_DATABASE_URL` names another server, such as Debian's PostgreSQL 15, by a role that may make databases.
 */
export async function startTestPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    await makeTemplate(given)
    return { url: given, stop: async () => {} }
  }

  const dataDir = await mkdtemp(join(tmpdir(), 'focustafel-test-'))
  const server = await startPostgres({ dataDir, durable: 'fleeting' })
  await makeTemplate(server.url())
  return {
    url: server.url(),
    async stop() {
      server.stop()
      await keepLog(dataDir)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** What PostgreSQL wrote down is output too. */
async function keepLog(dataDir: string) {
  const { folder } = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8'))
  keepOutput()(await readFile(join(folder, 'server.log'), 'utf8'))
}

async function makeTemplate(url: string) {
  const sql = createSql(url, { max: 1 })
  await sql`drop database if exists ${sql(TEMPLATE)} with (force)`
  await sql`create database ${sql(TEMPLATE)}`
  await sql.end()

  const template = createSql(withDatabase(url, TEMPLATE), { max: 1 })
  await migrate(template)
  await template.end()
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
