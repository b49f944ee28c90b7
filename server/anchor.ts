import { findLaatsteSchakel, findSchakel } from '#db/audit-keten.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { appendAnchor, readAnchors } from './anchor-file.ts'
import type { Env } from './env.ts'
import { describeError, type Log } from './log.ts'

const EVERY_IN_MS = 5 * 60_000
const LOCK = 7_366_218

type Parts = { sql: Sql; env: Pick<Env, 'auditAnchorDir'>; log: Log }

/**
 * Writes down every few minutes where the audit ends, outside the database: without that, a tail that was cut off
 * would not be seen. Answers with what writes it once more, and stops.
 */
export function startAnchoring({ sql, env, log }: Parts) {
  const folder = env.auditAnchorDir
  let running = attempt()
  const timer = setInterval(() => {
    running = running.then(attempt)
  }, EVERY_IN_MS)
  timer.unref()

  async function attempt() {
    try {
      await sql.begin((sql) => anchor(sql, { folder, log }))
    } catch (error) {
      log.error({ event: 'audit-not-anchored', ...describeError(error) })
    }
  }

  return async () => {
    clearInterval(timer)
    await running.then(attempt)
  }
}

/** One process at a time; the others find it done. */
async function anchor(sql: Transaction, { folder, log }: { folder: string; log: Log }) {
  const [row] = await sql<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(${LOCK}) as mine`
  if (!row?.mine) return
  const laatste = await findLaatsteSchakel(sql)
  const known = (await readAnchors(folder)).lines.findLast((line) => line !== null)
  if (known && (await findSchakel(sql, known.nr))?.hash !== known.hash) {
    // It is not for us to cover up: npm run audit:verify says what is wrong.
    log.error({ event: 'audit-broken', nr: laatste?.nr ?? 0, anker: known.nr })
    return
  }
  if (!laatste || known?.nr === laatste.nr) return
  await appendAnchor(folder, { ...laatste, at: new Date().toISOString() })
  log.info({ event: 'audit-anchored', ...laatste })
}
