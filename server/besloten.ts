import { endVerstrekenBesloten } from '#db/besloten.ts'
import type { Sql } from '#db/connection.ts'
import { describeError, type Log } from './log.ts'

const LOOK_IN_MS = 300

/**
 * Ends besloten tijd of which the time is over, also when nobody does anything. K4
 *
 * Every process looks, and PostgreSQL has the time: whichever is there does it, a moment after a restart too.
 */
export function startBeslotenEinde({ sql, log }: { sql: Sql; log: Log }): () => Promise<void> {
  let bezig: Promise<void> | null = null
  let weg = false

  async function look() {
    try {
      const aantal = await endVerstrekenBesloten(sql)
      if (aantal > 0) log.info({ event: 'besloten-tijd-ended', aantal })
      weg = false
    } catch (error) {
      // Once: a database that is away is told of by whoever needs it.
      if (!weg) log.warn({ event: 'besloten-tijd-not-ended', ...describeError(error) })
      weg = true
    }
    bezig = null
  }

  const timer = setInterval(() => {
    bezig ??= look()
  }, LOOK_IN_MS)
  return async () => {
    clearInterval(timer)
    await bezig
  }
}
