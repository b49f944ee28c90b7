import type { Sql } from '#db/connection.ts'

const MAX_SKEW_IN_MS = 30_000

/**
 * Stops a start with a clock that is not the database's.
 *
 * Ends of sessions, codes of a second factor and days of destruction are judged by the one or the other.
 */
export async function checkClock(sql: Sql): Promise<void> {
  const before = Date.now()
  const [row] = await sql<{ ms: number }[]>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`
  const after = Date.now()
  // An answer that was long on its way is no sign of a clock that is wrong.
  const theirs = row?.ms ?? 0
  const skew = theirs < before ? before - theirs : Math.max(0, theirs - after)
  if (skew <= MAX_SKEW_IN_MS) return
  const seconds = Math.round(skew / 1000)
  throw new Error(`The clock of this machine and that of the database are ${seconds} seconds apart`)
}
