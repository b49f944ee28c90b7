import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { signInClientCommand } from '#app/commands/sign-in-client.server.ts'
import { lockOverleg } from '#db/overleggen.ts'
import { saveUitnodiging } from '#db/uitnodigingen.ts'
import { createBrief } from '../helpers/client-side.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'

const MET_CLIENT = { status: 'lopend', fase: 'besluitvorming', tafel: 'met-client' } as const
// An argon2 hash, and what follows it.
const SIGNING_IN_IN_MS = 600

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
  const both = await sql.begin(async (tx) => {
    await lockOverleg(tx, overlegId)
    const signingIn = signInClientCommand(sql, brief)
    await wait(SIGNING_IN_IN_MS)
    const letter = { clientPersoonId, overlegId, tokenHash: 'ander', codeHash: 'ander' }
    return { letter: await saveUitnodiging(tx, letter), signedIn: await signingIn }
  })
  expect(both).toMatchObject({ letter: true, signedIn: { ok: true } })
})
