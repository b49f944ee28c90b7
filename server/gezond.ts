import { setTimeout as wait } from 'node:timers/promises'
import type { Sql } from '#db/connection.ts'

const PATIENCE_IN_MS = 2_000
const FRESH_IN_MS = 500

/** Whether the database answers; asked at most twice a second, however many ask. */
export function createHealth(sql: Sql): () => Promise<boolean> {
  let asking: Promise<boolean> | null = null
  let goodUntil = 0

  async function ask(): Promise<boolean> {
    const good = await answers(sql)
    goodUntil = good ? performance.now() + FRESH_IN_MS : 0
    asking = null
    return good
  }

  return async () => {
    if (performance.now() < goodUntil) return true
    asking ??= ask()
    return asking
  }
}

async function answers(sql: Sql): Promise<boolean> {
  try {
    const late = wait(PATIENCE_IN_MS).then(() => Promise.reject(new Error('too late')))
    await Promise.race([sql`select 1`, late])
    return true
  } catch {
    return false
  }
}
