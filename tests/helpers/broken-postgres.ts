import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDatabase } from '#server/database.ts'
import { startPostgres } from '#server/postgres.ts'

const SCHIJF_IN_MB = 400

/**
 * A durable PostgreSQL of the test's own, that the test may kill, freeze and choke. It comes back by itself.
 *
 * When we are root it stands on a small disk of its own, that can be filled.
 */
export async function startBrokenPostgres() {
  const dataDir = await mkdtemp(join(tmpdir(), 'focustafel-stuk-'))
  const heeftSchijf = mountDisk(dataDir)
  let revived = 0
  const server = await startPostgres({
    dataDir,
    onRevive: () => {
      revived += 1
    },
  })
  await prepareDatabase({ url: server.appUrl(), ownerUrl: server.url() })
  const ballast = join(dataDir, 'ballast')

  return {
    /** For a server, which runs as the application; and for the test. */
    url: server.appUrl(),
    ownerUrl: server.url(),
    /** Null when there is a disk that can be filled; else why there is none. */
    geenSchijf: heeftSchijf ? null : 'only root may mount a small disk to fill',
    revived: () => revived,
    /** kill -9 of the postmaster; its children end with it. */
    kill() {
      const [postmaster] = pidsOf(dataDir)
      if (postmaster) process.kill(postmaster, 'SIGKILL')
    },
    /** Every process of it stands still, connections stay. Answers with how it goes on. */
    freeze(): () => void {
      const pids = pidsOf(dataDir).filter((pid) => signal(pid, 'SIGSTOP'))
      return () => {
        for (const pid of pids) signal(pid, 'SIGCONT')
      }
    },
    /** Leaves so many bytes. */
    async fill(rest: number) {
      const { bavail, bsize } = statfsSync(dataDir)
      const bytes = Buffer.alloc(Math.max(0, bavail * bsize - rest))
      // Somebody else took the last of it: then it is full too.
      await writeFile(ballast, bytes).catch(() => {})
    },
    empty: () => rm(ballast, { force: true }),
    folder: dataDir,
    async [Symbol.asyncDispose]() {
      server.stop()
      if (heeftSchijf) execFileSync('umount', ['-l', dataDir])
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
export type BrokenPostgres = Awaited<ReturnType<typeof startBrokenPostgres>>

function mountDisk(folder: string): boolean {
  if (process.getuid?.() !== 0) return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SCHIJF_IN_MB}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}

/** The postmaster first, then its children. */
function pidsOf(dataDir: string): number[] {
  const file = join(dataDir, 'postgres/postmaster.pid')
  const folder = existsSync(file) ? file : join(clusterOf(dataDir), 'postmaster.pid')
  if (!existsSync(folder)) return []
  const postmaster = Number(readFileSync(folder, 'utf8').split('\n', 1)[0])
  return [postmaster, ...childrenOf(postmaster)]
}

function clusterOf(dataDir: string): string {
  const { folder }: { folder: string } = JSON.parse(
    readFileSync(join(dataDir, 'postgres.json'), 'utf8'),
  )
  return folder
}

function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return text.split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name)
    return true
  } catch {
    return false
  }
}
