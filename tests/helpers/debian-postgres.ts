import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { findFreePort } from '#server/postgres-cluster.ts'
import { findAccount } from '#server/postgres-program.ts'

/** Where Debian puts PostgreSQL 15, with pg_dump; in CI it may not be there. */
export const DEBIAN_BIN = '/usr/lib/postgresql/15/bin'
export const HAS_DEBIAN = existsSync(join(DEBIAN_BIN, 'pg_dump'))

const PASSWORD = 'proef-van-een-huis'

/** A server as an administrator has it: not of our packages, and older. */
export async function startDebianPostgres(dataDir: string) {
  const account = findAccount()
  const folder = join(dataDir, 'debian')
  const passwordFile = join(dataDir, 'wachtwoord')
  mkdirSync(folder, { mode: 0o700 })
  writeFileSync(passwordFile, PASSWORD)
  if (account) for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid)
  const args = [
    '-D',
    folder,
    '-U',
    'postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--auth=scram-sha-256',
  ]
  execFileSync(join(DEBIAN_BIN, 'initdb'), [...args, `--pwfile=${passwordFile}`], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  })
  const port = await findFreePort(0)
  const control = (...args: string[]) =>
    execFileSync(join(DEBIAN_BIN, 'pg_ctl'), ['-D', folder, '-w', ...args], {
      ...account,
      cwd: '/',
      stdio: 'ignore',
    })
  control(
    'start',
    '-l',
    join(folder, 'server.log'),
    '-o',
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`,
  )
  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
  const admin = postgres(url('postgres', PASSWORD, 'postgres'), { max: 1 })
  await admin`create role huis login password 'proef'`
  return {
    async create(database: string) {
      await admin`create database ${admin(database)} owner huis`
      return url('huis', 'proef', database)
    },
    async [Symbol.asyncDispose]() {
      await admin.end({ timeout: 1 })
      control('stop', '-m', 'immediate')
    },
  }
}
