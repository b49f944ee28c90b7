import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { recordAudit } from '#db/audit.ts'
import { createSql, type Sql } from '#db/connection.ts'
import { streamCluster } from './backup/cluster.ts'
import { findTool, findVersie, streamDump } from './backup/dump.ts'
import { encrypterFor, type Kop, writeBackup } from './backup/envelope.ts'
import { readPort, startPostgres } from './postgres.ts'
import { readSettings, type Settings } from './postgres-cluster.ts'

const USE = `Writes an encrypted backup of the database, while it is in use.

  BACKUP_RECIPIENT=age1… npm run backup -- /mnt/backup/focustafel-2026-12-08.age

BACKUP_RECIPIENT: who can open it, one or more with commas between (npm run backup:key makes a pair).
DATABASE_OWNER_URL: the database, by its owner (DATABASE_URL when that is one); pg_dump comes from PATH, or from the
folder that PG_BIN names. Without either: the PostgreSQL of the demo, in DATA_DIR.
`

const { BACKUP_RECIPIENT = '', DATA_DIR = 'data', PG_BIN } = process.env
const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL
const recipients = BACKUP_RECIPIENT.split(',')
  .map((text) => text.trim())
  .filter(Boolean)

try {
  process.stdout.write(await main(process.argv[2]))
} catch (error) {
  const cause =
    error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
  process.stderr.write(`${error instanceof Error ? error.message : error}${cause}\n\n${USE}`)
  process.exitCode = 1
}

async function main(name: string | undefined): Promise<string> {
  if (!name) throw new Error('Name the file that the backup comes in')
  if (recipients.length === 0) throw new Error('BACKUP_RECIPIENT is needed')
  try {
    encrypterFor(recipients)
  } catch {
    // It may be a key: not said again.
    throw new Error('BACKUP_RECIPIENT holds what is no recipient: it begins with age1')
  }
  const path = resolve(name)
  if (existsSync(path)) throw new Error(`${path} is there already`)

  const begin = Date.now()
  const size = url ? await backupDatabase(path, url) : await backupOwn(path)
  return `${path}: ${size} bytes in ${((Date.now() - begin) / 1000).toFixed(1)} s\n`
}

async function backupDatabase(path: string, url: string): Promise<number> {
  const sql = createSql(url, { max: 1 })
  try {
    const versie = await findVersie(sql)
    const tool = findTool({ naam: 'pg_dump', versie, map: PG_BIN ?? null, url })
    await record(sql)
    const kop = kopOf(versie, { soort: 'dump' })
    return await writeBackup(path, { recipients, kop, inhoud: streamDump(tool) })
  } finally {
    await sql.end({ timeout: 2 })
  }
}

/** Beside the server that holds it, or when none does. */
async function backupOwn(path: string): Promise<number> {
  const settings = readSettings(DATA_DIR)
  if (!settings)
    throw new Error(`There is no database in ${DATA_DIR}; DATABASE_OWNER_URL names another`)
  const port = readPort(settings.folder)
  if (port && (await answers({ ...settings, port })))
    return backupCluster(path, { ...settings, port })

  const server = await startPostgres({ dataDir: DATA_DIR })
  try {
    return await backupCluster(path, { ...settings, port: Number(new URL(server.url()).port) })
  } finally {
    server.stop()
  }
}

async function answers(settings: Settings): Promise<boolean> {
  const sql = createSql(urlOf(settings), { max: 1 })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 0 })
  }
}

async function backupCluster(path: string, settings: Settings): Promise<number> {
  const sql = createSql(urlOf(settings), { max: 1 })
  try {
    await record(sql)
    const { folder: _, port: __, ...wachtwoorden } = settings
    const kop = kopOf(await findVersie(sql), { soort: 'cluster', wachtwoorden })
    return await writeBackup(path, { recipients, kop, inhoud: await streamCluster(settings) })
  } finally {
    await sql.end({ timeout: 2 })
  }
}

/** Before it begins, so that it is in it. */
function record(sql: Sql) {
  return recordAudit(sql, { event: 'backup-begun', overlegId: null })
}

function kopOf(versie: number, inhoud: Kop['inhoud']): Kop {
  return { focustafel: 'backup', op: new Date().toISOString(), versie, inhoud }
}

function urlOf({ ownerPassword, port }: Settings): string {
  return `postgres://postgres:${ownerPassword}@127.0.0.1:${port}/focustafel`
}
