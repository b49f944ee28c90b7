import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sql, Transaction } from './connection.ts'

const FOLDER = join(import.meta.dirname, 'migrations')
const FILE_PATTERN = /^(\d{4})_[a-z0-9_]+\.sql$/
const LOCK = 7_366_215

type Migration = { nummer: number; bestand: string; sha256: string; tekst: string }
type Applied = Pick<Migration, 'nummer' | 'bestand' | 'sha256'>

/**
 * Brings the schema up to the newest file, forward only. Answers with the names of the files that it ran.
 *
 * Each file has a transaction of its own. Processes that start together wait for each other at the lock.
 */
export async function migrate(sql: Sql, folder = FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder)
  await sql.begin(prepare)

  const ran: string[] = []
  for (const migration of migrations) {
    const isNew = await sql.begin((sql) => applyMigration(sql, migration, migrations))
    if (isNew) ran.push(migration.bestand)
  }
  return ran
}

/** That the schema is the one that this program knows; for who may not change it. */
export async function checkMigrated(sql: Sql, folder = FOLDER): Promise<void> {
  const migrations = await readMigrations(folder)
  const applied = await listApplied(sql)
  checkHistory(applied, migrations)
  if (applied.length < migrations.length) {
    throw new Error('The database is older than this program: run npm run migrate first')
  }
}

/** None when it was never migrated, or when this role may not know. */
async function listApplied(sql: Sql): Promise<Applied[]> {
  const [row] = await sql<{ leesbaar: boolean }[]>`
    select coalesce(has_table_privilege(to_regclass('migratie'), 'select'), false) as leesbaar`
  return row?.leesbaar
    ? sql<Applied[]>`select nummer, bestand, sha256 from migratie order by nummer`
    : []
}

async function lock(sql: Transaction) {
  await sql`set local statement_timeout = 0`
  await sql`select pg_advisory_xact_lock(${LOCK})`
}

async function prepare(sql: Transaction) {
  await lock(sql)
  await sql`
    create table if not exists migratie (
      nummer integer primary key,
      bestand text not null,
      sha256 text not null,
      uitgevoerd_op timestamptz not null default now()
    )`
}

async function applyMigration(sql: Transaction, migration: Migration, all: Migration[]) {
  await lock(sql)
  const applied = await sql<Applied[]>`select nummer, bestand, sha256 from migratie order by nummer`
  checkHistory(applied, all)
  if (applied.some(({ nummer }) => nummer === migration.nummer)) return false

  try {
    await sql.unsafe(migration.tekst)
  } catch (error) {
    throw new Error(`Migration ${migration.bestand} failed; nothing of it was kept`, {
      cause: error,
    })
  }
  await sql`
    insert into migratie (nummer, bestand, sha256)
    values (${migration.nummer}, ${migration.bestand}, ${migration.sha256})`
  return true
}

function checkHistory(applied: Applied[], migrations: Migration[]) {
  for (const { nummer, bestand, sha256 } of applied) {
    const file = migrations.find((migration) => migration.nummer === nummer)
    if (!file) throw new Error(`The database is newer than this program: it already ran ${bestand}`)
    if (file.bestand !== bestand || file.sha256 !== sha256) {
      throw new Error(
        `${file.bestand} is not what this database ran as ${bestand}: never change a migration that ran, add one`,
      )
    }
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (bestand, index) => {
      const nummer = Number(FILE_PATTERN.exec(bestand)?.[1])
      if (nummer !== index + 1) {
        throw new Error(`Migrations are numbered without gaps; ${bestand} is not ${index + 1}`)
      }
      const tekst = await readFile(join(folder, bestand), 'utf8')
      return { nummer, bestand, tekst, sha256: createHash('sha256').update(tekst).digest('hex') }
    }),
  )
}
