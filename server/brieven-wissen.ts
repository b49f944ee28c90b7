import { wisGeheimen } from '#db/brieven.ts'
import type { Sql } from '#db/connection.ts'
import { describeError, type Log } from './log.ts'

const UUR_IN_MS = 3_600_000

/** Wipes codes of letters that may not be shown any more, at start and every hour. Every process does; it is one statement. K1 */
export function startBrievenWissen(sql: Sql, log: Log): () => Promise<void> {
  let bezig = Promise.resolve()

  async function wis() {
    try {
      const aantal = await wisGeheimen(sql)
      if (aantal > 0) log.info({ event: 'letter-codes-wiped', aantal })
    } catch (error) {
      log.warn({ event: 'letter-codes-not-wiped', ...describeError(error) })
    }
  }
  function start() {
    bezig = bezig.then(wis)
  }

  start()
  const timer = setInterval(start, UUR_IN_MS)
  return async () => {
    clearInterval(timer)
    await bezig
  }
}
