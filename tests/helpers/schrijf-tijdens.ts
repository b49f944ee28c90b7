import { expect, vi } from 'vitest'
import type { Sql } from '#db/connection.ts'
import { createTestCollab } from './collab.ts'
import type { Tafel } from './seed-tafel.ts'

/** Words that were acknowledged before the work began, and how many while it went on. */
export async function schrijfTijdens<T>(sql: Sql, tafel: Tafel, work: () => Promise<T>) {
  await using collab = await createTestCollab(sql)
  const bevestigd: string[] = []
  let klaar = false
  const schrijf = async (wie: string, gebruikerId: string) => {
    const key = { overlegId: tafel.overlegId, document: 'besluitvorming' } as const
    using open = await collab.open(key, gebruikerId)
    await vi.waitFor(() => expect(open.provider.synced).toBe(true))
    for (let nr = 1; !klaar; nr++) {
      const voor = open.acknowledged.length
      open.write(`${wie}-${nr}.`)
      await vi.waitFor(() => expect(open.acknowledged.length).toBeGreaterThan(voor), {
        timeout: 20_000,
        interval: 5,
      })
      bevestigd.push(`${wie}-${nr}.`)
    }
  }
  const bezig = [schrijf('anna', tafel.ids.casushouder), schrijf('bert', tafel.ids.blijft)]
  await vi.waitFor(() => expect(bevestigd.length).toBeGreaterThan(20), 30_000)
  const vooraf = [...bevestigd]
  const uitkomst = await work()
  const tijdens = bevestigd.length - vooraf.length
  klaar = true
  await Promise.all(bezig)
  return { vooraf, tijdens, uitkomst }
}
