import type { Audit } from './audit.ts'

type Options = { write: (audit: Audit) => Promise<void>; failed: (error: unknown) => void }
type Tries = { audit: Audit; again: number; ms: number; timer: NodeJS.Timeout }

const SAME_TRY_IN_MS = 10_000
const LONGEST_IN_MS = 5 * 60_000
const MAX_TRIES = 10_000

/**
 * One row for the first try, and one with a count for all that repeat it, so that nobody can fill the record.
 *
 * Who goes on trying is told of less and less often.
 */
export function createRefusals({ write, failed }: Options) {
  const tries = new Map<string, Tries>()
  const writing = new Set<Promise<void>>()

  function add(key: string, audit: Audit) {
    const known = tries.get(key)
    if (known) {
      known.again += 1
      return
    }
    if (tries.size >= MAX_TRIES) return failed(new Error('Too many different refusals to record'))
    tries.set(key, { audit, again: 0, ms: SAME_TRY_IN_MS, timer: later(key, SAME_TRY_IN_MS) })
    put(audit)
  }

  function later(key: string, ms: number) {
    return setTimeout(() => close(key), ms).unref()
  }

  function close(key: string) {
    const known = tries.get(key)
    if (!known) return
    if (known.again === 0) return tries.delete(key)
    tell(known)
    known.ms = Math.min(LONGEST_IN_MS, known.ms * 2)
    known.timer = later(key, known.ms)
  }

  function tell(known: Tries) {
    const { audit, again } = known
    known.again = 0
    put({ ...audit, details: { ...audit.details, nogmaals: again } })
  }

  function put(audit: Audit) {
    const done = write(audit).catch(failed)
    writing.add(done)
    void done.finally(() => writing.delete(done))
  }

  return {
    add,
    async settle() {
      for (const known of tries.values()) {
        clearTimeout(known.timer)
        if (known.again > 0) tell(known)
      }
      tries.clear()
      await Promise.all(writing)
    },
  }
}
