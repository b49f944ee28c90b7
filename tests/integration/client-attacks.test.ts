import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerCommand } from '#app/commands/answer.server.ts'
import { submitVerzoekCommand } from '#app/commands/submit-verzoek.server.ts'
import { writeEigenWoordenCommand } from '#app/commands/write-eigen-woorden.server.ts'
import type { ClientBrowser } from '#app/context.ts'
import { loadMeeting } from '#app/routes/overleg/document-data.server.ts'
import { createSql, type Sql } from '#db/connection.ts'
import { findDeelnemerschap } from '#db/overleggen.ts'
import { findVolgendeAfspraak, findVorigPlan } from '#db/vorig-plan.ts'
import { sleutelOf } from '#domain/zin.ts'
import { addClient } from '../helpers/clienten.ts'
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'

const ZIN = sleutelOf('We spraken over uw woning.')

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
  const vraag = (over: string) =>
    submitVerzoekCommand(sql, { browser, sleutel: over, tekst: 'Nee.' })
  expect(await vraag('zomaar')).toMatchObject({ ok: false })
  await database.sql`
    update client_sessie set toegelaten_op = null where id = ${browser.sessieId}`
  expect(await vraag(ZIN)).toMatchObject({ ok: false })
  await database.sql`
    update client_sessie set toegelaten_op = now() where id = ${browser.sessieId}`
  expect(await vraag(ZIN)).toMatchObject({ ok: true })
})

test('[K3] [S3] an answer counts from who sits at the table, of words that stand there, and for his own overleg alone', async () => {
  const tafel = await seedTafel(database.sql, 'met cliënt')
  const elders = await seedTafel(database.sql, 'met cliënt')
  const zeg = (browser: ClientBrowser, sleutel: string) =>
    answerCommand(sql, { browser, vraag: { soort: 'zin', sleutel, antwoord: 'klopt-niet' } })
  const antwoorden = () => database.sql`select * from antwoord`.then((rijen) => rijen.length)

  const { browser } = await addClient(database.sql, tafel, 'client')
  const steun = await addClient(database.sql, tafel, 'steunpersoon')
  const wacht = await addClient(database.sql, tafel, 'vertegenwoordiger', 'wachtkamer')
  const vreemd = await addClient(database.sql, elders, 'client')
  // The hand of one browser, the overleg of another.
  const vervalst = { ...vreemd.browser, overlegId: tafel.overlegId }
  const leeg = await antwoorden()
  for (const wie of [steun.browser, wacht.browser]) {
    expect(await zeg(wie, ZIN)).toMatchObject({ ok: false })
  }
  await zeg(vervalst, ZIN)
  expect(await zeg(browser, sleutelOf('Dit staat er niet.'))).toMatchObject({ ok: false })
  expect(await antwoorden()).toBe(leeg)
  expect(await zeg(browser, ZIN)).toMatchObject({ ok: true })
  expect(await antwoorden()).toBe(leeg + 1)
})

test('[K4] what the cliënt answers and writes while he is alone is in no page of a professional before that is over', async () => {
  const tafel = await seedTafel(database.sql, 'met cliënt')
  const { browser } = await addClient(database.sql, tafel, 'client')
  const { overlegId, ids } = tafel
  await database.sql`
    update overleg set besloten_tot = now() + interval '10 minutes' where id = ${overlegId}`
  const woorden = {
    browser,
    veld: 'wil',
    tekst: 'Alleen voor mijzelf',
    versie: 0,
    wijze: 'zo',
  } as const
  expect(await writeEigenWoordenCommand(sql, woorden)).toMatchObject({ ok: true })

  const pagina = async (gebruikerId: string) => {
    const deelnemerschap = await findDeelnemerschap(sql, { overlegId, gebruikerId })
    if (!deelnemerschap) throw new Error('A deelnemer')
    const document = 'samenvatting' as const
    return JSON.stringify(await loadMeeting({ sql, deelnemerschap, document, now: new Date() }))
  }
  for (const wie of ['procesregisseur', 'casushouder', 'blijft'] as const) {
    expect(await pagina(ids[wie]), wie).not.toContain('Alleen voor mijzelf')
  }
  await database.sql`update overleg set besloten_tot = null where id = ${overlegId}`
  expect(await pagina(ids.blijft)).toContain('Alleen voor mijzelf')
  expect(await pagina(ids.vertrekt)).not.toContain('Alleen voor mijzelf')
})
