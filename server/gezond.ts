import { setTimeout as wait } from 'node:timers/promises'
import type { Sql } from '#db/connection.ts'

const PATIENCE_IN_MS = 2_000
const FRESH_IN_MS = 500

/** `traag`: it did not say yet. Busy or silent, that is for who asked for something to find out. */
type Antwoord = 'goed' | 'weg' | 'traag'

/** Whether the database answers; asked at most twice a second, however many ask. */
export function createHealth(sql: Sql): () => Promise<Antwoord> {
  let asking: Promise<Antwoord> | null = null
  let goodUntil = 0
  let known: Antwoord = 'goed'

  async function ask(): Promise<Antwoord> {
    const answer = await answerOf(sql)
    goodUntil = answer === 'goed' ? performance.now() + FRESH_IN_MS : 0
    asking = null
    // While it is away a question waits for the next attempt to connect.
    if (answer !== 'traag') known = answer
    return answer === 'traag' && known === 'weg' ? 'weg' : answer
  }

  return async () => {
    if (performance.now() < goodUntil) return 'goed'
    asking ??= ask()
    return asking
  }
}

function answerOf(sql: Sql): Promise<Antwoord> {
  return Promise.race([
    sql`select 1`.then(
      () => 'goed' as const,
      () => 'weg' as const,
    ),
    wait(PATIENCE_IN_MS, 'traag' as const),
  ])
}
