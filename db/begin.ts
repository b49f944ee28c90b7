import { setImmediate } from 'node:timers/promises'
import type { Sql } from './connection.ts'
import { checkTime } from './deadline.ts'
import { lost } from './patient-socket.ts'

/** A patient socket tells in so many turns of the event loop that it is gone, counted from its first word; by a reset it takes one more. */
const TURNS = 4

/**
 * A pool of which no transaction does anything after it was given up.
 *
 * Because its time was over: a request can wait for a connection for as long as the database is away. Who was told that it
 * failed has done something else by then, and a change that came after that would be one that nobody made.
 *
 * Or because its connection is gone. postgres.js says so to who began it, but what he does meanwhile goes on, and asks the
 * same place in the pool: that is empty by then, which ends the process, or has a transaction of another on it, which gets
 * his words and his commit. (Work that swallows what a question threw, and goes on, would still do that: it must not.)
 */
export function keepTransactions(sql: Sql): Sql {
  const begin = sql.begin.bind(sql)
  function beginKept(...args: unknown[]): unknown {
    const work = args.pop()
    if (typeof work !== 'function') throw new TypeError('A transaction needs something to do')
    let isOver = false

    async function kept(transaction: unknown) {
      checkTime()
      const guarded = guard(Object(transaction), () => isOver)
      try {
        const value: unknown = await Reflect.apply(Object(work), undefined, [guarded])
        checkTime()
        return value
      } catch (error) {
        for (let turn = 0; turn < TURNS && !isOver; turn++) await setImmediate()
        throw error
      } finally {
        // Who is told has been told. What would come now is a commit, or a rollback, on what is another's.
        if (isOver) await new Promise(() => {})
      }
    }

    const done = Promise.resolve(Reflect.apply(begin, sql, [...args, kept]))
    const end = () => {
      isOver = true
    }
    done.then(end, end)
    return done
  }
  return Object.assign(sql, { begin: beginKept })
}

function guard(transaction: object, isOver: () => boolean): unknown {
  function check() {
    if (isOver()) throw lost()
  }
  return new Proxy(transaction, {
    apply(target, self, args) {
      check()
      return Reflect.apply(Object(target), self, args)
    },
    get(target, key) {
      check()
      return Reflect.get(target, key)
    },
  })
}
