import { statfs } from 'node:fs/promises'
import { describeError, type Log } from './log.ts'

const WARN_BELOW = 0.1
const FULL_BELOW = 0.05
/** Not at one edit full and at the next not. */
const FREE_AGAIN_FROM = 0.06
const LOOK_IN_MS = 5_000
const SAY_AGAIN_IN_MS = 3_600_000

/** The part of a disk that is free for who is not root, 0 to 1. */
export async function freeOf(path: string): Promise<number> {
  const { bavail, blocks } = await statfs(path)
  return blocks > 0 ? bavail / blocks : 1
}

type Schijf = { isVol(): boolean; stop(): void }

type Options = {
  /** Where PostgreSQL keeps its data. Null: on a machine that is not seen from here. */
  path: string | null
  log: Log
  free?: (path: string) => Promise<number>
  lookInMs?: number
}

/**
 * Watches the disk of the database: it warns in time, and says that it is full while there is room for what is on its way.
 *
 * PostgreSQL itself stops in the middle of whatever it does when there is none at all.
 */
export async function watchSchijf(options: Options): Promise<Schijf> {
  const { path, log, free = freeOf, lookInMs = LOOK_IN_MS } = options
  if (path === null) return { isVol: () => false, stop() {} }
  const disk = path
  let vol = false
  let saidAt = Number.NEGATIVE_INFINITY

  async function look() {
    const part = await free(disk)
    const was = vol
    vol = part < (was ? FREE_AGAIN_FROM : FULL_BELOW)
    const percent = Math.floor(part * 100)
    if (vol !== was) return log.warn({ event: vol ? 'disk-full' : 'disk-free-again', percent })
    if (part >= WARN_BELOW || performance.now() - saidAt < SAY_AGAIN_IN_MS) return
    saidAt = performance.now()
    log.warn({ event: 'disk-nearly-full', percent })
  }

  const failed = (error: unknown) => log.warn({ event: 'disk-not-seen', ...describeError(error) })
  await look().catch(failed)
  const timer = setInterval(() => void look().catch(failed), lookInMs)
  timer.unref()
  return { isVol: () => vol, stop: () => clearInterval(timer) }
}
