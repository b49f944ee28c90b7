import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { type Account, isReachable, sharedFolder } from './postgres-program.ts'

export const Settings = z.object({
  folder: z.string(),
  port: z.number(),
  password: z.string(),
  ownerPassword: z.string(),
  // Older folders have none: the role is made with it.
  appPassword: z.string().default(createPassword),
})
export type Settings = z.infer<typeof Settings>

type Parts = { dataDir: string; account: Account | null; program: string }

export function readSettings(dataDir: string): Settings | null {
  const path = settingsPath(dataDir)
  if (!existsSync(path)) return null
  const settings = Settings.parse(JSON.parse(readFileSync(path, 'utf8')))
  if (!existsSync(join(settings.folder, 'PG_VERSION'))) return null
  return settings
}

export function saveSettings(dataDir: string, settings: Settings) {
  const path = settingsPath(dataDir)
  writeFileSync(`${path}.new`, JSON.stringify(settings), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** The settings are written last: what was made only half is made anew. */
export function createCluster({ dataDir, account, program }: Parts): Settings {
  const settings = {
    folder: clusterFolder(dataDir, account),
    port: 0,
    password: createPassword(),
    ownerPassword: createPassword(),
    appPassword: createPassword(),
  }
  const half = `${settings.folder}-half`
  rmSync(half, { recursive: true, force: true })
  rmSync(settings.folder, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  if (account) chownSync(half, account.uid, account.gid)

  const passwordFile = `${half}.password`
  writeFileSync(passwordFile, settings.ownerPassword, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  try {
    initialise({ folder: half, account, program, passwordFile })
  } finally {
    rmSync(passwordFile)
  }
  renameSync(half, settings.folder)
  saveSettings(dataDir, settings)
  return settings
}

function createPassword(): string {
  return randomBytes(24).toString('hex')
}

type InitialiseParts = {
  folder: string
  account: Account | null
  program: string
  passwordFile: string
}

function initialise({ folder, account, program, passwordFile }: InitialiseParts) {
  const args = [
    ['-D', folder, '-U', 'postgres', '--encoding=UTF8', '--locale=C'],
    ['--locale-provider=icu', '--icu-locale=nl-NL'],
    // Other users of the machine can reach loopback too.
    ['--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ['--set', 'listen_addresses=127.0.0.1', '--set', 'unix_socket_directories='],
    ['--set', 'max_connections=200', '--set', 'timezone=UTC'],
  ].flat()
  execFileSync(join(program, 'initdb'), args, {
    ...account,
    cwd: '/',
    stdio: 'pipe',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  })
}

export function clusterFolder(dataDir: string, account: Account | null): string {
  if (!account || isReachable(dataDir)) return join(dataDir, 'postgres')
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return sharedFolder(`data-${name}`)
}

function settingsPath(dataDir: string): string {
  return join(dataDir, 'postgres.json')
}

/** The port that was used before, if nobody has taken it. */
export async function findFreePort(preferred: number): Promise<number> {
  return (await tryPort(preferred)) ?? (await tryPort(0)) ?? 0
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(isAddress(address) ? address.port : null))
    })
  })
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
