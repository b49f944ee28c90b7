import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sql } from '#db/connection.ts'

type Tool = { path: string; env: Record<string, string> }
type Wanted = { naam: 'pg_dump' | 'pg_restore'; versie: number; map: string | null; url: string }

/** The major version of the PostgreSQL that answers. */
export async function findVersie(sql: Sql): Promise<number> {
  const [row] = await sql<
    { nummer: string }[]
  >`select current_setting('server_version_num') as nummer`
  return Math.floor(Number(row?.nummer ?? 0) / 10_000)
}

/** A tool of PostgreSQL, not older than the server: an older one does not know all that there is. */
export function findTool({ naam, versie, map, url }: Wanted): Tool {
  const path = map ? join(map, naam) : naam
  const where = map ? `in ${map}` : 'in PATH'
  const found = readVersie(path)
  if (found === null) {
    throw new Error(
      `There is no ${naam} ${where}: install the client of PostgreSQL ${versie}, or set PG_BIN`,
    )
  }
  if (found < versie) {
    throw new Error(
      `${naam} ${where} is of PostgreSQL ${found}, the database of ${versie}: it must not be older`,
    )
  }
  return { path, env: toEnv(url) }
}

function readVersie(path: string): number | null {
  try {
    const text = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' })
    return Number(/\(PostgreSQL\) (\d+)/.exec(text)?.[1] ?? 0)
  } catch {
    return null
  }
}

/** Not as arguments: everybody on a machine can read those of a process. */
function toEnv(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const env = {
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode') ?? '',
    PGSSLROOTCERT: searchParams.get('sslrootcert') ?? '',
    PATH: '/usr/bin:/bin',
  }
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
}

/** All of one database, as it was at one moment. Ends with an error when pg_dump did. */
export function streamDump({ path, env }: Tool): Readable {
  const child = spawn(path, ['--format=custom', '--no-owner', '--no-privileges'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = endOf(child, 'pg_dump')
  const out = new PassThrough()
  pipeline(child.stdout, out, { end: false })
    .then(() => ended)
    .then(
      () => out.end(),
      (error: Error) => out.destroy(error),
    )
  return out
}

/** All of it, or nothing: in one transaction. */
export async function restoreDump({ path, env }: Tool, inhoud: Readable): Promise<void> {
  const args = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction']
  const child = spawn(path, [...args, `--dbname=${env.PGDATABASE}`], {
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const ended = endOf(child, 'pg_restore')
  // When it stops early, why is more than that the pipe broke.
  await Promise.all([pipeline(inhoud, child.stdin).catch(() => ended), ended])
}

/** What it said may quote what is in the rows: only its first line, which names what failed. */
function endOf(child: ChildProcess, naam: string): Promise<void> {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${naam} ended with ${code}: ${text.split('\n', 1)[0]}`))
    })
  })
}

/** Refuses when there is anything: nothing is ever restored over data. */
export async function checkEmptyDatabase(sql: Sql): Promise<void> {
  const rows = await sql`
    select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg\\_%' limit 1`
  if (rows.count > 0)
    throw new Error('This database is not empty: a backup is restored into an empty one')
}
