import { expect, test, vi } from 'vitest'
import { hashGeheim } from '#app/auth/geheim.server.ts'
import { givePinCommand } from '#app/commands/give-pin.server.ts'
import { signInClientCommand } from '#app/commands/sign-in-client.server.ts'
import type { ClientBrowser } from '#app/context.ts'
import { doEigenActie } from '#app/routes/client/handelingen/eigen-actie.server.ts'
import { doKiesPin } from '#app/routes/client/handelingen/pin.server.ts'
import { sendSteunpersonenAway } from '#db/client-personen.ts'
import { removeClientSessie } from '#db/client-sessies.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { lockOverleg, saveDicht } from '#db/overleggen.ts'
import { savePinHash, saveUitnodiging } from '#db/uitnodigingen.ts'
import type { Clientsoort } from '#domain/rol.ts'
import { createBrief } from '../helpers/client-side.ts'
import { addClient } from '../helpers/clienten.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'

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
  let letter: boolean | undefined
  const signedIn = await whileHeld(
    sql,
    overlegId,
    () => signInClientCommand(sql, brief),
    async (tx) => {
      const ander = { tokenHash: 'ander', nummerMerk: 'ander', codeHash: 'ander' }
      letter = await saveUitnodiging(tx, { clientPersoonId, overlegId, ...ander })
    },
  )
  expect(letter).toBe(true)
  expect(signedIn).toMatchObject({ ok: true })
})

test('a steunpersoon who gives his PIN while he is sent away wait for each other, and not both for the other', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vastgesteld')
  const { browser } = await addClient(sql, tafel, 'steunpersoon')
  await savePinHash(sql, browser.clientPersoonId, await hashGeheim('48261'))
  let away: Promise<number> | undefined
  let given: ReturnType<typeof givePinCommand> | undefined
  await sql.begin(async (tx) => {
    await tx`select from client_sessie where id_hash = ${browser.sessieHash} for update`
    given = givePinCommand(sql, { browser, pin: '48261' })
    await vi.waitFor(async () => expect(await countWaiting(sql)).toBe(1), 10_000)
    away = sql.begin((tx) => sendSteunpersonenAway(tx, tafel.overlegId, 'plan'))
    await vi.waitFor(async () => expect(await countWaiting(sql)).toBe(2), 10_000)
  })
  expect(await given).toMatchObject({ ok: true })
  expect(await away).toBe(1)
})

const markeer = (sql: Sql, browser: ClientBrowser) =>
  doEigenActie(sql, browser, { intent: 'actie', nummer: 3, status: 'gedaan', woord: '' })
const kiesPin = (sql: Sql, browser: ClientBrowser) =>
  doKiesPin(sql, browser, { intent: 'kies-pin', pin: '48261' })

test('[S3] [P3] [S5] what a browser of the client side may is asked when its turn comes, not when it began to wait', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  for (const [wie, gaat] of [
    ['client', removeClientSessie],
    ['client', (tx, _, overlegId) => saveDicht(tx, overlegId, 'dicht')],
    ['steunpersoon', (tx, _, overlegId) => sendSteunpersonenAway(tx, overlegId, 'plan')],
  ] as const satisfies readonly [Clientsoort, Gaat][]) {
    for (const doe of [markeer, kiesPin]) {
      const tafel = await seedTafel(sql, 'vastgesteld')
      const { overlegId } = tafel
      const { browser } = await addClient(sql, tafel, wie)
      const result = await whileHeld(
        sql,
        overlegId,
        () => doe(sql, browser),
        (tx) => gaat(tx, browser.sessieHash, overlegId),
      )
      expect(result).toEqual({ ok: false, refusal: { code: 'niet-gevonden' } })
    }
  }
  const geschreven = await sql`
    select from actie_status where client_persoon_id is not null
    union all select from client_persoon where pin_hash is not null
    union all select from client_sessie where met_pin`
  expect(geschreven.count).toBe(0)
})

type Gaat = (tx: Transaction, sessieHash: string, overlegId: string) => Promise<unknown>

/** What comes of it when somebody else holds the overleg, and changes something before he lets go. */
async function whileHeld<Value>(
  sql: Sql,
  overlegId: string,
  doe: () => Promise<Value>,
  change: (tx: Transaction) => Promise<unknown>,
): Promise<Value> {
  let isDone = false
  const doing = Promise.withResolvers<Value>()
  await sql.begin(async (tx) => {
    await lockOverleg(tx, overlegId)
    doe()
      .finally(() => {
        isDone = true
      })
      .then(doing.resolve, doing.reject)
    await vi.waitFor(async () => expect(isDone || (await countWaiting(sql)) > 0).toBe(true), 10_000)
    await change(tx)
  })
  return doing.promise
}

async function countWaiting(sql: Sql) {
  const rows = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return rows.count
}
