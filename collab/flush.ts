import postgres from 'postgres'
import type { Sql } from '#db/connection.ts'
import { type Edit, insertEdits } from '#db/edits.ts'
import type { Log } from './log.ts'

/** What waits to be written: the row, and what becomes of it. */
export type Pending = Edit & {
  written: () => void
  /** The database does not take it: it is refused, and the rest goes on. */
  failed: () => void
  /** A commit of it was tried, and the answer never came: it may be there. */
  onzeker?: boolean
}

type Options<Item extends Pending> = {
  sql: Sql
  procesId: string
  log: Log
  /** Judged by the rights of the moment at which they are written; false when it was refused there. */
  rejudge: (stale: Item[]) => Promise<Item[]>
  /** All that one commit wrote. */
  onWritten: (items: Item[]) => void
}

const MAX_EDITS = 500
const MAX_BYTES = 8 * 1024 * 1024
const LONGEST_PAUSE_MS = 2000

// A commit costs as much as ten edits, here and in PostgreSQL. From so many edits a second on it waits for more of them.
const BUSY_PER_SECOND = 160
const GATHER_MS = 25

/**
 * Writes the edits of all documents together: while one commit runs, the next flush gathers.
 *
 * An edit goes in only under the version of rights that it was judged by; the row of the overleg is held meanwhile, so
 * an edit and a change of rights never cross: it is either in before, or judged again after.
 */
export function createFlush<Item extends Pending>({
  sql,
  procesId,
  log,
  rejudge,
  onWritten,
}: Options<Item>) {
  let queue: Item[] = []
  let current: Item[] = []
  let running: Promise<void> | null = null
  let started = 0
  const rate = createRate()

  async function run() {
    // The frames that arrived in this turn of the event loop go into the first commit together.
    await new Promise((resolve) => setImmediate(resolve))
    let failures = 0
    while (queue.length > 0) {
      await gather()
      current = takeBatch(queue)
      queue = queue.slice(current.length)
      try {
        await write(current)
        failures = 0
      } catch (error) {
        failures += 1
        await recover(current, error, failures)
      }
      current = []
    }
    // In the same step as the last look at the queue: an edit that is added after it starts a new run.
    running = null
  }

  async function gather() {
    const pause = started + GATHER_MS - performance.now()
    if (pause > 0 && rate.perSecond() > BUSY_PER_SECOND)
      await new Promise((resolve) => setTimeout(resolve, pause))
    started = performance.now()
  }

  async function write(batch: Item[]) {
    const written = await insertEdits(sql, procesId, batch)
    const stale = batch.filter((_, index) => !written.has(index))
    onWritten(batch.filter((_, index) => written.has(index)))
    if (stale.length === 0) return
    // In front, so that the order of each writer stays. Those that were written have had their answer: they are not
    // tried again when the others cannot be judged now.
    const still = await rejudge(stale).catch((error: unknown) => {
      log.warn({ event: 'edits-not-judged', edits: stale.length, code: codeOf(error) })
      return stale
    })
    queue = [...still, ...queue]
  }

  async function recover(batch: Item[], error: unknown, failures: number) {
    if (!isRefusedByDatabase(error)) {
      log.warn({ event: 'flush-failed', edits: batch.length, failures, code: codeOf(error) })
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(LONGEST_PAUSE_MS, 50 * 2 ** failures)),
      )
      for (const item of batch) item.onzeker = true
      queue = [...batch, ...queue]
      return
    }
    const [only] = batch
    if (only && batch.length === 1) {
      log.error({ event: 'edit-failed', documentId: only.documentId, code: codeOf(error) })
      only.failed()
      return
    }
    // One of them is not accepted; alone it will show which.
    for (const item of batch)
      await write([item]).catch((reason: unknown) => recover([item], reason, failures))
  }

  return {
    add(item: Item) {
      queue.push(item)
      rate.count()
      running ??= run()
    },
    /** What is on its way to the database, in order. */
    pending: (): Item[] => [...current, ...queue],
    /** Takes back what is still waiting. */
    remove(match: (item: Item) => boolean): Item[] {
      const removed = queue.filter(match)
      queue = queue.filter((item) => !match(item))
      return removed
    },
    async idle() {
      while (running) await running
    },
  }
}

/** How many a second, of about the last quarter of one. */
function createRate() {
  const WINDOW_MS = 250
  let weight = 0
  let at = performance.now()
  function fade() {
    const now = performance.now()
    weight *= Math.exp((at - now) / WINDOW_MS)
    at = now
  }
  return {
    count() {
      fade()
      weight += 1
    },
    perSecond: () => {
      fade()
      return (weight * 1000) / WINDOW_MS
    },
  }
}

function takeBatch<Item extends Pending>(queue: Item[]): Item[] {
  let bytes = 0
  const end = queue.findIndex((item, index) => {
    bytes += item.bytes.length
    return index > 0 && (index >= MAX_EDITS || bytes > MAX_BYTES)
  })
  return end < 0 ? queue : queue.slice(0, end)
}

// Connection, resources, operator, rollback: those pass. What is left is about the rows themselves.
function isRefusedByDatabase(error: unknown): boolean {
  return error instanceof postgres.PostgresError && /^2[23]/.test(error.code)
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : 'unknown'
}
