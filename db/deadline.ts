import { AsyncLocalStorage } from 'node:async_hooks'

const deadline = new AsyncLocalStorage<number>()

// As PostgreSQL says of a question that took too long: it passes, and is nobody's mistake.
const TOO_LATE = '57014'

/** What is asked of the database by `work` changes nothing any more after so long: its answer has been given up. */
export function within<Value>(ms: number, work: () => Value): Value {
  return deadline.run(performance.now() + ms, work)
}

/** Throws when the answer to what goes on here has been given up. */
export function checkTime() {
  const until = deadline.getStore()
  if (until === undefined || performance.now() < until) return
  throw tooLate('Given up before it was done')
}

/** What passes, and may be asked again. */
export function tooLate(message: string): Error {
  return Object.assign(new Error(message), { code: TOO_LATE })
}
