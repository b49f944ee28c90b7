import { type Audit, recordAudits } from './audit.ts'
import type { Sql } from './connection.ts'
import { createRefusals } from './record-refusals.ts'
import { isUuid } from './uuid.ts'

type Recorder = {
  /** A row of its own. Done when it is committed: what is read leaves only after that. */
  write(audit: Audit): Promise<void>
  /** The same, but the same thing by the same `sessie` within five minutes is one row: pages look again by themselves. */
  read(sessie: string, audit: Audit): Promise<void>
  /** A try that was refused. Nobody waits for it: how long an answer takes must not say what exists. */
  refused(sessie: string, audit: Audit): void
  /** Writes what is counted and not yet told. */
  settle(): Promise<void>
}

type Options = { failed?: (error: unknown) => void; now?: () => number }
type Item = { audit: Audit; done: () => void; failed: (error: unknown) => void }

const SAME_READING_IN_MS = 5 * 60_000
const MAX_REMEMBERED = 50_000
const MAX_ROWS = 500

// One per pool. This module is loaded twice (in the bundle, and by Node in server/): see app/context.ts.
const KEY = Symbol.for('focustafel.recorders')
const shared: typeof globalThis & { [KEY]?: WeakMap<Sql, Recorder> } = globalThis
shared[KEY] ??= new WeakMap()
const recorders = shared[KEY]

export function recordOf(sql: Sql): Recorder {
  return recorders.get(sql) ?? createRecorder(sql)
}

/** Whatever reads or is refused in this process says so here: rows of the same moment go in one INSERT. */
export function createRecorder(sql: Sql, options: Options = {}): Recorder {
  const { failed = () => {}, now = () => performance.now() } = options
  const gatherer = createGatherer((audits) => recordAudits(sql, audits))
  const refusals = createRefusals({ write: writeRefused, failed })
  const remembered = new Map<string, { at: number; written: Promise<void> }>()

  function read(sessie: string, audit: Audit): Promise<void> {
    const key = keyOf(sessie, audit)
    const known = remembered.get(key)
    if (known && now() - known.at < SAME_READING_IN_MS) return known.written

    const written = gatherer.add(audit)
    remembered.delete(key)
    remembered.set(key, { at: now(), written })
    written.catch(() => {
      if (remembered.get(key)?.written === written) remembered.delete(key)
    })
    forget()
    return written
  }

  /** The oldest are in front. Who is forgotten too early gets one more row. */
  function forget() {
    for (const [key, { at }] of remembered) {
      if (remembered.size <= MAX_REMEMBERED && now() - at < SAME_READING_IN_MS) return
      remembered.delete(key)
    }
  }

  /** What does not exist is in nobody's record. */
  async function writeRefused(audit: Audit) {
    const { overlegId } = audit
    if (overlegId !== null) {
      if (!isUuid(overlegId)) return
      const rows = await sql`select from overleg where id = ${overlegId}`
      if (rows.count === 0) return
    }
    await gatherer.add(audit)
  }

  const recorder = {
    write: gatherer.add,
    read,
    refused: (sessie: string, audit: Audit) => refusals.add(keyOf(sessie, audit), audit),
    settle: refusals.settle,
  }
  recorders.set(sql, recorder)
  return recorder
}

/** While one INSERT runs the next gathers. */
function createGatherer(insert: (audits: Audit[]) => Promise<void>) {
  let queue: Item[] = []
  let running = false

  async function run() {
    running = true
    // What was asked in this turn of the event loop goes together.
    await new Promise((resolve) => setImmediate(resolve))
    while (queue.length > 0) {
      const batch = queue.slice(0, MAX_ROWS)
      queue = queue.slice(MAX_ROWS)
      await insert(batch.map(({ audit }) => audit)).then(
        () => {
          for (const { done } of batch) done()
        },
        (error: unknown) => {
          for (const { failed } of batch) failed(error)
        },
      )
    }
    running = false
  }

  return {
    add(audit: Audit): Promise<void> {
      return new Promise((done, failed) => {
        queue.push({ audit, done, failed })
        if (!running) void run()
      })
    },
  }
}

function keyOf(sessie: string, { event, overlegId, wat, details = {} }: Audit): string {
  return JSON.stringify([sessie, event, overlegId, wat, details])
}
