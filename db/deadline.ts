import { AsyncLocalStorage } from 'node:async_hooks'
import type { Sql } from './connection.ts'

const deadline = new AsyncLocalStorage<number>()

// As PostgreSQL says of a question that took too long: it passes, and is nobody's mistake.
const TOO_LATE = '57014'

/** What is asked of the database by `work` changes nothing any more after so long: its answer has been given up. */
export function within<Value>(ms: number, work: () => Value): Value {
  return deadline.run(performance.now() + ms, work)
}

/**
 * A transaction that began too late does nothing, and one that is done too late is undone.
 *
 * A request can wait for a connection for as long as the database is away. Who was told that it failed has done something
 * else by then: a change that came after that would be one that nobody made.
 */
export function keepDeadlines(sql: Sql): Sql {
  const begin = sql.begin.bind(sql)
  function beginInTime(...args: unknown[]): unknown {
    const work = args.pop()
    if (typeof work !== 'function') throw new TypeError('A transaction needs something to do')
    async function inTime(transaction: unknown) {
      checkTime()
      const value: unknown = await Reflect.apply(Object(work), undefined, [transaction])
      checkTime()
      return value
    }
    return Reflect.apply(begin, sql, [...args, inTime])
  }
  return Object.assign(sql, { begin: beginInTime })
}

function checkTime() {
  const until = deadline.getStore()
  if (until === undefined || performance.now() < until) return
  throw Object.assign(new Error('Given up before it was done'), { code: TOO_LATE })
}
