import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import {
  createCluster,
  findFreePort,
  readSettings,
  type Settings,
  saveSettings,
} from './postgres-cluster.ts'
import { type Account, findAccount, findProgram } from './postgres-program.ts'

const DATABASE = 'focustafel'
const APP = 'focustafel_app'
const OWNER_LOCK = 7_366_214
const PATIENCE_IN_MS = 20_000
const LINE_OF_PORT = 3

export type EmbeddedPostgres = {
  /** As the owner of the database. */
  url: (database?: string) => string
  /** As the application: with the rights that db/grants.ts gives it, and no others. */
  appUrl: (database?: string) => string
  stop: () => void
}

type Options = {
  dataDir: string
  /** Tests do without the disk; what they write need not outlive them, and nobody cleans up in a database that is being dropped. */
  durable?: 'durable' | 'fleeting'
  onWait?: () => void
  /** It died under us, and was started again. */
  onRevive?: () => void
}
type Parts = { settings: Settings; account: Account | null; program: string }

/**
 * A real PostgreSQL of our own, in `dataDir`, on loopback.
 *
 * One that outlived a kill -9 of ours is adopted. One that another living server holds is waited for: it may be
 * stopping. One that dies is started again. `stop` is synchronous, so that it also works in an exit handler.
 */
export async function startPostgres(options: Options): Promise<EmbeddedPostgres> {
  const parts = prepare(resolve(options.dataDir))
  const { settings } = parts
  let stopped = false
  let isOurs = false
  let release = async () => {}
  process.once('exit', stop)
  await takeHold()

  async function takeHold() {
    const deadline = Date.now() + PATIENCE_IN_MS
    for (;;) {
      isOurs = (await ensureRunning(parts, options)) === 'started'
      try {
        release = await claim(settings, revive)
        isOurs = true
        return
      } catch (error) {
        const text = `Another server uses ${options.dataDir}, or its database does not answer.`
        if (Date.now() > deadline) throw new Error(text, { cause: error })
      }
      options.onWait?.()
      await wait(300)
    }
  }

  function revive() {
    if (stopped) return
    takeHold().then(
      () => options.onRevive?.(),
      () => setTimeout(revive, 1000),
    )
  }

  function stop() {
    if (stopped) return
    stopped = true
    process.off('exit', stop)
    void release()
    if (isOurs) control(parts, ['stop', '-m', 'fast', '-w'])
  }

  const at = (login: string, database: string) =>
    `postgres://${login}@127.0.0.1:${settings.port}/${database}`
  return {
    url: (database = DATABASE) => at(`${DATABASE}:${settings.password}`, database),
    appUrl: (database = DATABASE) => at(`${APP}:${settings.appPassword}`, database),
    stop,
  }
}

function prepare(dataDir: string): Parts {
  const account = findAccount()
  mkdirSync(dataDir, { recursive: true })
  // The other account must walk through, and need not see what is there.
  chmodSync(dataDir, account ? 0o711 : 0o700)
  const program = findProgram(account)
  const settings = readSettings(dataDir) ?? createCluster({ dataDir, account, program })
  return { settings, account, program }
}

async function ensureRunning(
  parts: Parts,
  { dataDir, durable }: Options,
): Promise<'started' | 'there'> {
  const { settings } = parts
  if (control(parts, ['status'])) {
    settings.port = readPort(settings.folder)
    return 'there'
  }
  settings.port = await findFreePort(settings.port)
  const fleeting =
    durable === 'fleeting' ? '-c fsync=off -c full_page_writes=off -c autovacuum=off' : ''
  const log = join(settings.folder, 'server.log')
  // Of what went wrong not the row, nor what was asked: both hold what people wrote.
  const discreet = '-c log_error_verbosity=terse -c log_min_error_statement=panic'
  const options = `-p ${settings.port} ${discreet} ${fleeting}`
  const args = ['-w', '-t', '60', '-l', log, '-o', options]
  // If this fails another process may have been first; the next round sees its server.
  if (!control(parts, ['start', ...args])) return 'there'
  saveSettings(resolve(dataDir), settings)
  return 'started'
}

function control(parts: Parts, args: string[]): boolean {
  const { program, account, settings } = parts
  try {
    execFileSync(join(program, 'pg_ctl'), ['-D', settings.folder, ...args], {
      ...account,
      cwd: '/',
      stdio: 'ignore',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    })
    return true
  } catch {
    return false
  }
}

/** 0: it does not run. */
export function readPort(folder: string): number {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[LINE_OF_PORT])
  } catch {
    return 0
  }
}

/** Holds a lock as long as we live, so that no second server stops the database under us. */
async function claim(settings: Settings, onLost: () => void): Promise<() => Promise<void>> {
  const { ownerPassword, port } = settings
  let held = false
  const sql = postgres(`postgres://postgres:${ownerPassword}@127.0.0.1:${port}/postgres`, {
    max: 1,
    connect_timeout: 5,
    max_lifetime: null,
    onnotice: () => {},
    onclose() {
      if (!held) return
      held = false
      void sql.end({ timeout: 0 })
      onLost()
    },
  })
  try {
    const [row] = await sql<{ locked: boolean }[]>`
      select pg_try_advisory_lock(${OWNER_LOCK}) as locked`
    if (!row?.locked) throw new Error('Another server is using this folder')
    await createDatabase(sql, settings)
    held = true
    return async () => {
      held = false
      await sql.end({ timeout: 0 })
    }
  } catch (error) {
    await sql.end({ timeout: 0 })
    throw error
  }
}

/** The application is no superuser, not even in a database of its own. */
async function createDatabase(sql: postgres.Sql, { password, appPassword }: Settings) {
  const roles = await sql<{ naam: string }[]>`select rolname as naam from pg_roles`
  const has = (name: string) => roles.some(({ naam }) => naam === name)
  // Made by ourselves from hexadecimal digits; a utility statement takes no parameters.
  if (!has(DATABASE)) {
    await sql.unsafe(`create role ${DATABASE} login createdb password '${password}'`)
  }
  // Under the lock of `claim`: who holds the folder says what the password is.
  const verb = has(APP) ? 'alter' : 'create'
  await sql.unsafe(`${verb} role ${APP} login password '${appPassword}'`)
  // Who owns the database may end the connections of the application.
  await sql.unsafe(`grant ${APP} to ${DATABASE}`)
  const [database] = await sql`select 1 from pg_database where datname = ${DATABASE}`
  if (!database) await sql.unsafe(`create database ${DATABASE} owner ${DATABASE}`)
}
