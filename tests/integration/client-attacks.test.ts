import { afterAll, beforeAll, expect, test } from 'vitest'
import { submitVerzoekCommand } from '#app/commands/submit-verzoek.server.ts'
import { createSql, type Sql } from '#db/connection.ts'
import { findVolgendeAfspraak, findVorigPlan } from '#db/vorig-plan.ts'
import { sleutelOf } from '#domain/zin.ts'
import { addClient } from '../helpers/clienten.ts'
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'

let database: TestDatabase
/** As the role of the application. */
let sql: Sql
beforeAll(async () => {
  database = await createTestDatabase()
  sql = createSql(database.url, { max: 3 })
})
afterAll(async () => {
  await sql.end()
  await database[Symbol.asyncDispose]()
})

/** Two overleggen of one casus, a month after each other, each with a plan. */
async function tweePlannen() {
  const eerst = await seedTafel(database.sql, 'vastgesteld')
  const nu = await seedTafel(database.sql, 'vastgesteld')
  await database.sql`
    update overleg set casus_id = (select casus_id from overleg where id = ${eerst.overlegId})
    where id = ${nu.overlegId}`
  await database.sql`
    update client_persoon set uitgenodigd_op = now()
    where overleg_id in (${eerst.overlegId}, ${nu.overlegId})`
  return { eerst, nu }
}

async function addSteunpersoon(overlegId: string): Promise<string> {
  const [row] = await database.sql<{ id: string }[]>`
    insert into client_persoon (overleg_id, soort, naam, uitgenodigd_op)
    values (${overlegId}, 'steunpersoon', 'Mijn moeder', now()) returning id`
  return row?.id ?? ''
}

test('[K8] [T6] who is called the same as a steunpersoon of before learns nothing of a plan that he was never shown', async () => {
  const { eerst, nu } = await tweePlannen()
  const toen = await addSteunpersoon(eerst.overlegId)
  const wie = { overlegId: nu.overlegId, soort: 'steunpersoon', naam: 'Mijn moeder' } as const
  expect(await findVorigPlan(sql, wie)).toBe(null)

  await database.sql`
    insert into audit (event, overleg_id, client_persoon_id)
    values ('plan-read', ${eerst.overlegId}, ${toen})`
  expect(await findVorigPlan(sql, wie)).not.toBe(null)
  await database.sql`update client_persoon set weggestuurd_op = now() where id = ${toen}`
  expect(await findVorigPlan(sql, wie)).toBe(null)

  const client = { ...wie, soort: 'client', naam: 'A. de W.' } as const
  expect(await findVorigPlan(sql, client)).not.toBe(null)
  expect(await findVorigPlan(sql, { ...client, naam: 'B. de W.' })).toBe(null)
})

test('[F6] [T3] that something is planned about him without him, or is not in a letter yet, the cliënt does not learn', async () => {
  const { eerst, nu } = await tweePlannen()
  const wie = { overlegId: eerst.overlegId, soort: 'client', naam: 'A. de W.' } as const
  await database.sql`
    update overleg set status = 'gepland', gepland_op = now() + interval '9 days'
    where id = ${nu.overlegId}`
  expect(await findVolgendeAfspraak(sql, wie)).not.toBe(null)
  await database.sql`
    update overleg set zonder_client_reden = 'rode-lap' where id = ${nu.overlegId}`
  expect(await findVolgendeAfspraak(sql, wie)).toBe(null)
  await database.sql`update overleg set zonder_client_reden = null where id = ${nu.overlegId}`
  await database.sql`
    update client_persoon set uitgenodigd_op = null where overleg_id = ${nu.overlegId}`
  expect(await findVolgendeAfspraak(sql, wie)).toBe(null)
})

test('[K7] [S3] a request is judged by what this browser sees now, not by what it saw when it was opened', async () => {
  const tafel = await seedTafel(database.sql, 'vastgesteld')
  const { browser } = await addClient(database.sql, tafel, 'client')
  const sleutel = sleutelOf('We spraken over uw woning.')
  const vraag = (over: string) =>
    submitVerzoekCommand(sql, { browser, sleutel: over, tekst: 'Nee.' })
  expect(await vraag('zomaar')).toMatchObject({ ok: false })
  await database.sql`
    update client_sessie set toegelaten_op = null where id = ${browser.sessieId}`
  expect(await vraag(sleutel)).toMatchObject({ ok: false })
  await database.sql`
    update client_sessie set toegelaten_op = now() where id = ${browser.sessieId}`
  expect(await vraag(sleutel)).toMatchObject({ ok: true })
})
