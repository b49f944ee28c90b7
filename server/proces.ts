import type { Sql } from '#db/connection.ts'
import { removeDeadProcessen, removeProces, saveProces } from '#db/processen.ts'
import { describeError, type Log } from './log.ts'

const BEAT_IN_MS = 5_000

/** Keeps this process known as living, and buries the dead. */
export async function keepAlive(sql: Sql, procesId: string, log: Log) {
  await saveProces(sql, procesId)
  await removeDeadProcessen(sql)
  const beat = setInterval(() => {
    void saveProces(sql, procesId)
      .then(() => removeDeadProcessen(sql))
      .catch((error: unknown) => log.warn({ event: 'heartbeat-missed', ...describeError(error) }))
  }, BEAT_IN_MS)

  return async () => {
    clearInterval(beat)
    await removeProces(sql, procesId)
  }
}
