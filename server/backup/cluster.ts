import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import postgres from 'postgres'
import { clusterFolder, type Settings } from '../postgres-cluster.ts'
import { findAccount } from '../postgres-program.ts'

const DATA = 'd'.charCodeAt(0)

/**
 * The folder of a PostgreSQL that runs, with the WAL that makes it whole, as PostgreSQL's own BASE_BACKUP sends it.
 *
 * What was committed before it began is in it. It checks the checksum of every page that it reads.
 */
export async function streamCluster({ port, ownerPassword }: Settings): Promise<Readable> {
  const sql = postgres(`postgres://postgres:${ownerPassword}@127.0.0.1:${port}/postgres`, {
    max: 1,
    fetch_types: false,
    connect_timeout: 10,
    connection: { replication: 'true', application_name: 'focustafel-backup' },
    onnotice: () => {},
  })
  const slot = `backup_${process.pid}`
  // Until it is done no WAL from here on is thrown away. It goes with this connection.
  await sql.unsafe(`CREATE_REPLICATION_SLOT "${slot}" TEMPORARY PHYSICAL RESERVE_WAL`).simple()
  const copy = await sql
    .unsafe(`BASE_BACKUP (LABEL 'focustafel', CHECKPOINT 'fast', WAL true, MANIFEST 'no')`)
    .readable()

  const tar = new PassThrough()
  // One message a time: the first byte says what the others are.
  copy.on('data', (message: Buffer) => {
    if (message[0] === DATA && !tar.write(message.subarray(1))) copy.pause()
  })
  tar.on('drain', () => copy.resume())
  copy.once('end', () => tar.end())
  copy.once('error', (error) => tar.destroy(error))
  const gzip = createGzip({ level: 1 })
  pipeline(tar, gzip)
    .catch(() => {})
    .finally(() => sql.end({ timeout: 2 }))
  return gzip
}

/** Where a cluster would come, when there is none yet. Refuses when there is anything: nothing is ever restored over data. */
export function findEmptyPlace(dataDir: string): string {
  const folder = clusterFolder(dataDir, findAccount())
  const isTaken = existsSync(folder) && readdirSync(folder).length > 0
  if (isTaken || existsSync(join(dataDir, 'postgres.json'))) {
    throw new Error(`There is a database in ${dataDir}: a backup is restored into an empty folder`)
  }
  return folder
}

/** Unpacks beside the place, and moves it there when it is whole. */
export async function unpackCluster(inhoud: Readable, folder: string): Promise<void> {
  const account = findAccount()
  const half = `${folder}-half`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true, mode: 0o700 })
  if (account) chownSync(half, account.uid, account.gid)
  try {
    // Found before the folder is: the other account cannot look in ours.
    const tar = spawn('tar', ['-x', '-f', '-', '-C', half], {
      ...account,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    let text = ''
    tar.stderr.on('data', (chunk: Buffer) => {
      text += chunk
    })
    const code = new Promise<number | null>((resolve, reject) => {
      tar.once('error', reject)
      tar.once('close', resolve)
    })
    await Promise.all([pipeline(inhoud, createGunzip(), tar.stdin), code])
    if ((await code) !== 0) throw new Error(`tar could not unpack the backup: ${text.trim()}`)
    rmSync(join(half, 'server.log'), { force: true })
    rmSync(folder, { recursive: true, force: true })
    renameSync(half, folder)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    throw error
  }
}
