import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { lstat, mkdtemp, readdir, readFile, readlink, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSql } from '#db/connection.ts'
import { prepareDatabase } from '#server/database.ts'
import { startPostgres } from '#server/postgres.ts'
import { keepOutput } from './kanaries.ts'

export const TEMPLATE = 'focustafel_sjabloon'
const APP = 'focustafel_proef'
const PREFIX = 'focustafel-test-'
const MEMORY = '/dev/shm'
const ENOUGH_IN_BYTES = 3 * 2 ** 30
// What lies there is memory, and the run itself needs some too.
const SPARE_IN_BYTES = 2 * ENOUGH_IN_BYTES

/** A server by its owner, who makes databases, and by the application, which has no more rights than in production. */
export type ServerUrls = { url: string; appUrl: string }

/**
 * One server for a whole run, with a migrated template that every test copies.
 *
 * `TEST_DATABASE_URL` names another server, such as Debian's PostgreSQL 15, by a role that may make databases and roles.
 */
export async function startTestPostgres(): Promise<ServerUrls & { stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    const urls = { url: given, appUrl: await createApp(given) }
    await makeTemplate(urls)
    return { ...urls, stop: async () => {} }
  }

  const prefix = `${PREFIX}${await pidNamespace()}-${process.pid}-`
  const dataDir = await mkdtemp(join(await fastFolder(), prefix))
  const server = await startPostgres({ dataDir, durable: 'fleeting' })
  const urls = { url: server.url(), appUrl: server.appUrl() }
  await Promise.all([cheapPassword(urls.url), cheapPassword(urls.appUrl)])
  await makeTemplate(urls)
  return {
    ...urls,
    async stop() {
      server.stop()
      await keepLog(dataDir)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** In memory where there is enough: every database is a thousand small files. */
async function fastFolder(): Promise<string> {
  const memory = await statfs(MEMORY).catch(() => null)
  if (!memory) return tmpdir()
  await removeLeftOver()
  const isRoomy = memory.bavail * memory.bsize > ENOUGH_IN_BYTES
  return isRoomy && process.availableMemory() > SPARE_IN_BYTES ? MEMORY : tmpdir()
}

/** What a run of ours that was killed left behind would fill the memory. */
async function removeLeftOver() {
  const namespace = await pidNamespace()
  if (!namespace) return
  const ours = new RegExp(`^${PREFIX}${namespace}-(\\d+)-`)
  for (const name of await readdir(MEMORY)) {
    const pid = ours.exec(name)?.[1]
    // What cannot be removed takes room, which is counted; it stops no run.
    if (pid && !existsSync(`/proc/${pid}`)) await removeOwn(join(MEMORY, name)).catch(() => {})
  }
}

async function removeOwn(folder: string) {
  const { uid } = await lstat(folder)
  if (uid === process.getuid?.()) await rm(folder, { recursive: true, force: true })
}

/** Containers may share this memory and not their pids: a pid that is free here may be a run that lives there. */
async function pidNamespace(): Promise<string | null> {
  const link = await readlink('/proc/self/ns/pid').catch(() => '')
  const number = /\d+/.exec(link)?.[0]
  return number ? `ns${number}` : null
}

/** Thousands of connections are made in a run; what a guess costs is not what they are about. */
async function cheapPassword(url: string) {
  const { password } = new URL(url)
  const sql = createSql(url, { max: 1 })
  await sql`set scram_iterations = 1`
  // ALTER ROLE takes no parameters; the password is one of ours, of letters and digits.
  await sql.unsafe(`alter role current_user password '${password}'`)
  await sql.end()
}

/** What PostgreSQL wrote down is output too. */
async function keepLog(dataDir: string) {
  const { folder } = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8'))
  keepOutput()(await readFile(join(folder, 'server.log'), 'utf8'))
}

async function createApp(url: string): Promise<string> {
  const password = randomBytes(24).toString('hex')
  const sql = createSql(url, { max: 1 })
  const [role] = await sql`select from pg_roles where rolname = ${APP}`
  const verb = role ? 'alter' : 'create'
  await sql.unsafe(`${verb} role ${APP} login password '${password}'`)
  await sql.unsafe(`grant ${APP} to current_user`)
  await sql.end()
  const appUrl = new URL(url)
  appUrl.username = APP
  appUrl.password = password
  return appUrl.href
}

async function makeTemplate({ url, appUrl }: ServerUrls) {
  const sql = createSql(url, { max: 1 })
  await sql`drop database if exists ${sql(TEMPLATE)} with (force)`
  await sql`create database ${sql(TEMPLATE)}`
  await sql.end()

  await prepareDatabase({ url: appUrl, ownerUrl: withDatabase(url, TEMPLATE) })
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
