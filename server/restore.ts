import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { recordAudit } from '#db/audit.ts'
import { findLaatsteSchakel } from '#db/audit-keten.ts'
import { vernietigCasus } from '#db/bewaren.ts'
import { createSql, type Sql, type Transaction } from '#db/connection.ts'
import { endAlleSessies, hashDocumenten } from '#db/herstel.ts'
import { appendAnchor, readAnchors } from './anchor-file.ts'
import { checkAudit } from './audit-check.ts'
import { findEmptyPlace, unpackCluster } from './backup/cluster.ts'
import { checkEmptyDatabase, findTool, findVersie, restoreDump } from './backup/dump.ts'
import { checkBackup, type Kop, openBackup, readIdentity } from './backup/envelope.ts'
import { prepareDatabase } from './database.ts'
import { startPostgres } from './postgres.ts'
import { Settings, saveSettings } from './postgres-cluster.ts'
import { listVernietigd } from './vernietigd.ts'

const USE = `Restores a backup into what is empty: never over data.

  npm run restore -- /mnt/backup/focustafel-2026-12-08.age --identity focustafel-backup.key

DATABASE_OWNER_URL: an empty database, by its owner, for a backup of one; pg_restore comes from PATH, or from the folder
that PG_BIN names. DATABASE_URL beside it: the role of the application, which gets its rights.
DATA_DIR: a folder without a database, for a backup of the PostgreSQL of the demo.
DESTROYED_LIST: what was destroyed (destroyed.jsonl in DATA_DIR): put it there first, and it stays destroyed.
AUDIT_ANCHOR_DIR: where audit-anchor.jsonl is (DATA_DIR): the audit is compared with it.
`

const { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR = 'data', PG_BIN } = process.env
const { DESTROYED_LIST, AUDIT_ANCHOR_DIR = DATA_DIR } = process.env

try {
  process.stdout.write(await main())
} catch (error) {
  const cause =
    error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
  process.stderr.write(`${error instanceof Error ? error.message : error}${cause}\n\n${USE}`)
  process.exitCode = 1
}

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { identity: { type: 'string' } },
  })
  const [name] = positionals
  if (!name) throw new Error('Name the backup')
  if (!values.identity) throw new Error('--identity names the file of the key')
  const path = resolve(name)
  const identity = await readIdentity(values.identity)
  // A list that cannot be read would bring back what was destroyed: known before anything is done.
  const vernietigd = listVernietigd(DESTROYED_LIST ?? join(DATA_DIR, 'destroyed.jsonl'))
  const kop = await checkBackup(path, identity)

  const parts = { path, identity, kop, vernietigd }
  return kop.inhoud.soort === 'dump' ? restoreDatabase(parts) : restoreOwn(parts, kop.inhoud)
}

type Parts = { path: string; identity: string; kop: Kop; vernietigd: string[] }

async function restoreDatabase({ path, identity, kop, vernietigd }: Parts): Promise<string> {
  const ownerUrl = DATABASE_OWNER_URL ?? DATABASE_URL
  if (!ownerUrl) throw new Error('DATABASE_OWNER_URL names the empty database that this goes into')
  const sql = createSql(ownerUrl, { max: 1 })
  try {
    const versie = Math.max(kop.versie, await findVersie(sql))
    const tool = findTool({ naam: 'pg_restore', versie, map: PG_BIN ?? null, url: ownerUrl })
    await checkEmptyDatabase(sql)
    const { inhoud } = await openBackup(path, identity)
    await restoreDump(tool, inhoud)
    await prepareDatabase({ url: DATABASE_URL ?? ownerUrl, ownerUrl })
    return await finish(sql, { kop, vernietigd })
  } finally {
    await sql.end({ timeout: 2 })
  }
}

type Cluster = Extract<Kop['inhoud'], { soort: 'cluster' }>

async function restoreOwn({ path, identity, kop, vernietigd }: Parts, { wachtwoorden }: Cluster) {
  if (DATABASE_URL)
    throw new Error('This is a backup of a whole PostgreSQL: restore it without DATABASE_URL')
  mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 })
  const folder = findEmptyPlace(resolve(DATA_DIR))
  const settings = Settings.parse({ ...wachtwoorden, folder, port: 0 })
  const { inhoud } = await openBackup(path, identity)
  await unpackCluster(inhoud, folder)
  saveSettings(resolve(DATA_DIR), settings)
  try {
    const server = await startPostgres({ dataDir: DATA_DIR })
    await prepareDatabase({ url: server.appUrl(), ownerUrl: server.url() })
    const sql = createSql(server.url(), { max: 1 })
    try {
      return await finish(sql, { kop, vernietigd })
    } finally {
      await sql.end({ timeout: 2 })
      server.stop()
    }
  } catch (error) {
    // What is half must not be taken for a database.
    rmSync(folder, { recursive: true, force: true })
    rmSync(join(DATA_DIR, 'postgres.json'), { force: true })
    throw error
  }
}

/** Before anybody can come in: nobody is signed in, what was destroyed since is destroyed again, and the audit is whole. */
async function finish(sql: Sql, { kop, vernietigd }: Pick<Parts, 'kop' | 'vernietigd'>) {
  const verdict = await anchorRestored(sql)
  const weg = await sql.begin(async (sql) => {
    await sql`set local statement_timeout = 0`
    await endAlleSessies(sql)
    let aantal = 0
    for (const casusId of vernietigd) aantal += await vernietigWeer(sql, casusId)
    await recordAudit(sql, { event: 'backup-restored', overlegId: null, details: { van: kop.op } })
    return aantal
  })
  const { size } = await hashDocumenten(sql)
  return `Restored, as it was at ${kop.op}: ${size} documents can be read, ${weg} casussen were destroyed again.
${verdict}Everybody signs in anew. Start the server.
`
}

async function vernietigWeer(sql: Transaction, casusId: string): Promise<0 | 1> {
  const overleggen = await vernietigCasus(sql, casusId)
  if (overleggen.length === 0) return 0
  const details = { casusId, overleggen, hersteld: true }
  await recordAudit(sql, { event: 'casus-destroyed', overlegId: null, details })
  return 1
}

/** Writes down where the restored audit ends, and says what is wrong with it: a broken one is no reason to have no data. */
async function anchorRestored(sql: Sql): Promise<string> {
  const last = await findLaatsteSchakel(sql)
  if (!last) return ''
  await appendAnchor(AUDIT_ANCHOR_DIR, { ...last, at: new Date().toISOString(), restored: true })
  const { faults } = await checkAudit(sql, await readAnchors(AUDIT_ANCHOR_DIR))
  if (faults.length === 0) return 'The audit is whole. '
  process.exitCode = 1
  return `${faults.join('\n')}\nThe audit is NOT whole.\n`
}
