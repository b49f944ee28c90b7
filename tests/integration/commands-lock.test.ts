import { expect, test, vi } from 'vitest'
import { signInClientCommand } from '#app/commands/sign-in-client.server.ts'
import type { Sql } from '#db/connection.ts'
import { lockOverleg } from '#db/overleggen.ts'
import { saveUitnodiging } from '#db/uitnodigingen.ts'
import { createBrief } from '../helpers/client-side.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'

const MET_CLIENT = { status: 'lopend', fase: 'besluitvorming', tafel: 'met-client' } as const

async function createScene() {
  const database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids } = await seedOverleg(sql, MET_CLIENT, ['procesregisseur'])
  const [row] = await sql<{ id: string }[]>`
    insert into client_persoon (overleg_id, soort, naam) values (${overlegId}, 'steunpersoon', 'Marit')
    returning id`
  const clientPersoonId = row?.id ?? ''
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  const brief = await createBrief(sql, regie, clientPersoonId)
  return {
    sql,
    overlegId,
    clientPersoonId,
    brief,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

test('somebody who signs in and a letter that is made anew wait for each other, and not both for the other', async () => {
  await using scene = await createScene()
  const { sql, overlegId, clientPersoonId, brief } = scene
  let isIn = false
  const signingIn = Promise.withResolvers<Awaited<ReturnType<typeof signInClientCommand>>>()
  const letter = await sql.begin(async (tx) => {
    await lockOverleg(tx, overlegId)
    signInClientCommand(sql, brief)
      .finally(() => {
        isIn = true
      })
      .then(signingIn.resolve, signingIn.reject)
    await vi.waitFor(async () => expect(isIn || (await isSomebodyWaiting(sql))).toBe(true), 10_000)
    return saveUitnodiging(tx, {
      clientPersoonId,
      overlegId,
      tokenHash: 'ander',
      nummerMerk: 'ander',
      codeHash: 'ander',
    })
  })
  expect(letter).toBe(true)
  expect(await signingIn.promise).toMatchObject({ ok: true })
})

async function isSomebodyWaiting(sql: Sql) {
  const rows = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return rows.count > 0
}
