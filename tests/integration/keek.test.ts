import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  finishEvaluatieAlsCasushouderCommand,
  finishEvaluatieCommand,
} from '#app/commands/finish-evaluatie.server.ts'
import { readInzageregels } from '#app/routes/client/inzagen.server.ts'
import { listClientSessies } from '#db/client-sessies.ts'
import { createSql, type Sql } from '#db/connection.ts'
import {
  countAntwoorden,
  listOverlegtellingen,
  listTellingen,
  removeEvaluatiesKlaar,
} from '#db/evaluaties.ts'
import { addDagen, type Datum, datumInNederland } from '#domain/datum.ts'
import { kwartaalOf } from '#domain/evaluatie.ts'
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'
import { addBrowser, dumpDatabase, seedTafel, type Tafel } from '../helpers/seed-tafel.ts'

const VANDAAG = datumInNederland(new Date())

let database: TestDatabase
/** As the role of the application. */
let app: Sql
beforeAll(async () => {
  database = await createTestDatabase()
  app = createSql(database.url, { max: 3 })
})
afterAll(async () => {
  await app.end()
  await database[Symbol.asyncDispose]()
})

type Lezing = { event: string; dagenGeleden: number; uur?: number }

async function lees(
  { overlegId }: Tafel,
  door: { gebruikerId: string } | { clientPersoonId: string },
  ...lezingen: Lezing[]
) {
  for (const { event, dagenGeleden, uur = 12 } of lezingen) {
    const dag = addDagen(VANDAAG, -dagenGeleden)
    await database.sql`
      insert into audit (event, overleg_id, gebruiker_id, client_persoon_id, created_at)
      values (${event}, ${overlegId}, ${'gebruikerId' in door ? door.gebruikerId : null},
        ${'clientPersoonId' in door ? door.clientPersoonId : null},
        (${dag}::date + ${uur} * interval '1 hour') at time zone 'Europe/Amsterdam')`
  }
}

const DOCUMENT = 'document-read'

async function browserVan({ clientPersoonId }: Tafel, soort = 'client') {
  await database.sql`update client_persoon set soort = ${soort} where id = ${clientPersoonId}`
  const id = await addBrowser(database.sql, clientPersoonId)
  const [row] = await database.sql<{ hash: string }[]>`
    update client_sessie set met_pin = true where id = ${id} returning id_hash as hash`
  const [browser] = await listClientSessies(database.sql, [row?.hash ?? ''])
  if (!browser) throw new Error('Made just now')
  return browser
}

async function regelsVan(tafel: Tafel): Promise<string[]> {
  const vraag = { browser: await browserVan(tafel), taal: 'nl', vandaag: VANDAAG } as const
  const regels = await readInzageregels(app, vraag)
  return regels.map(({ wie, tekst }) => `${wie}: ${tekst}`)
}

test('[K9] readings are days of an organisatie in plain words, without a name, a time, or what was read', async () => {
  const tafel = await seedTafel(database.sql, 'vastgesteld')
  const { ids, clientPersoonId } = tafel
  await lees(
    tafel,
    { gebruikerId: ids.casushouder },
    { event: DOCUMENT, dagenGeleden: 9, uur: 0 },
    { event: DOCUMENT, dagenGeleden: 9, uur: 23 },
    { event: 'plan-read', dagenGeleden: 3 },
  )
  await lees(
    tafel,
    { gebruikerId: ids.procesregisseur },
    { event: 'dossier-exported', dagenGeleden: 2 },
    { event: 'meekijken-read', dagenGeleden: 4 },
  )
  // No reading of his plan, refused, or of today: that would say the hour to who keeps looking.
  await lees(
    tafel,
    { gebruikerId: ids.blijft },
    { event: 'acties-read', dagenGeleden: 2 },
    { event: 'reading-refused', dagenGeleden: 2 },
    { event: DOCUMENT, dagenGeleden: 0 },
  )
  await lees(tafel, { clientPersoonId }, { event: 'plan-read', dagenGeleden: 1 })

  const dag = (geleden: number) =>
    new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${addDagen(VANDAAG, -geleden)}T00:00:00Z`),
    )
  expect(await regelsVan(tafel)).toEqual([
    `Reclassering: Las op 2 dagen. De laatste keer was ${dag(3)}.`,
    `Zorg- en Veiligheidshuis: Las op 2 dagen. De laatste keer was ${dag(2)}.`,
    `U zelf: Las op 1 dag: ${dag(1)}.`,
  ])
})

test('[K9] [T6] what who left did, or that he was there at all, changes nothing of what the cliënt gets', async () => {
  const tafel = await seedTafel(database.sql, 'vastgesteld')
  const { ids, deelnemerIds } = tafel
  await lees(tafel, { gebruikerId: ids.blijft }, { event: DOCUMENT, dagenGeleden: 5 })
  const zonder = await regelsVan(tafel)
  await lees(
    tafel,
    { gebruikerId: ids.vertrekt },
    { event: DOCUMENT, dagenGeleden: 5 },
    { event: 'plan-read', dagenGeleden: 1 },
  )
  expect(await regelsVan(tafel)).toEqual(zonder)

  // Nobody decided about him: no more than who left.
  await database.sql`
    update deelnemer set keuze = 'onbeslist' where id = ${deelnemerIds.blijft}`
  expect(await regelsVan(tafel)).toEqual([])
})

test('[K9] of another overleg of the same people nothing is counted', async () => {
  const tafel = await seedTafel(database.sql, 'vastgesteld')
  const ander = await seedTafel(database.sql, 'vastgesteld')
  await lees(ander, { gebruikerId: tafel.ids.blijft }, { event: DOCUMENT, dagenGeleden: 5 })
  expect(await regelsVan(tafel)).toEqual([])
})

const JA = { 'client-prettig': 'ja', 'client-zinvol': 'een-beetje' } as const

async function naTafel() {
  const tafel = await seedTafel(database.sql, 'vastgesteld')
  const { clientPersoonId } = tafel
  await lees(tafel, { clientPersoonId }, { event: 'tafel-read', dagenGeleden: 0 })
  return tafel
}

async function tellingen(kwartaal: string) {
  const rows = await listTellingen(app, '9999-9')
  return rows
    .filter((row) => row.kwartaal === kwartaal && row.aantal > 0)
    .map(({ vraag, antwoord, aantal }) => `${vraag} ${antwoord} ${aantal}`)
    .toSorted()
}

test('[K10] an answer is one more in a count, once for each cliënt and each casushouder, and only after a table', async () => {
  await database.sql`delete from evaluatie`
  const nu = kwartaalOf(VANDAAG)
  const tafel = await naTafel()
  const browser = await browserVan(tafel)
  const doe = () => finishEvaluatieCommand(app, { browser, antwoorden: JA })
  expect(await Promise.all([doe(), doe()])).toContainEqual({ ok: true, value: null })
  expect(await doe()).toMatchObject({ ok: false })
  expect(await tellingen(nu)).toEqual(['client-prettig ja 1', 'client-zinvol een-beetje 1'])

  const antwoorden = { 'casushouder-waardevol': 'nee' } as const
  const als = (gebruikerId: string) =>
    finishEvaluatieAlsCasushouderCommand(app, {
      overlegId: tafel.overlegId,
      gebruikerId,
      antwoorden,
    })
  for (const wie of ['procesregisseur', 'blijft', 'vertrekt'] as const) {
    expect(await als(tafel.ids[wie]), wie).toMatchObject({ ok: false })
  }
  expect(await als(tafel.ids.casushouder)).toMatchObject({ ok: true })
  expect(await als(tafel.ids.casushouder)).toMatchObject({ ok: false })
  expect(await tellingen(nu)).toHaveLength(3)

  const nooit = await seedTafel(database.sql, 'vastgesteld')
  const anders = { browser: await browserVan(nooit), antwoorden: JA }
  expect(await finishEvaluatieCommand(app, anders)).toMatchObject({ ok: false })
})

test('[K10] nothing in the database tells who said what: neither a row, nor the order of rows, nor the record', async () => {
  const dump = async (antwoorden: Parameters<typeof countAntwoorden>[2]) => {
    const tafel = await naTafel()
    const browser = await browserVan(tafel)
    const before = new Set((await dumpDatabase(database.sql)).split('\n'))
    await finishEvaluatieCommand(app, { browser, antwoorden })
    const after = (await dumpDatabase(database.sql)).split('\n')
    const ids = new RegExp([tafel.overlegId, browser.clientPersoonId].join('|'), 'g')
    return after
      .filter((row) => !before.has(row) && !/^\(\d{4}-\d,/.test(row))
      .map((row) => row.replace(ids, 'ID').replace(/"[\d-]+ [\d:.]+\+\d+"|^\(\d+/g, ''))
  }
  const [ja, nee, liever] = [
    await dump(JA),
    await dump({ 'client-prettig': 'nee' }),
    await dump({}),
  ]
  expect(ja).toHaveLength(2)
  expect([nee, liever]).toEqual([ja, ja])

  const [rij] = await database.sql<{ versies: number; rijen: number }[]>`
    select count(distinct xmin::text)::int as versies, count(*)::int as rijen from evaluatie
    where kwartaal = ${kwartaalOf(VANDAAG)}`
  expect(rij).toEqual({ versies: 1, rijen: 12 })
})

test('[K10] a quarter is told when it is over, and that somebody is done is forgotten', async () => {
  const voorbij = (voor: Datum) => listTellingen(app, kwartaalOf(voor))
  await countAntwoorden(app, '2025-4', JA)
  const kwartalen = (await voorbij(VANDAAG)).map(({ kwartaal }) => kwartaal)
  expect(kwartalen).toContain('2025-4')
  expect(kwartalen).not.toContain(kwartaalOf(VANDAAG))

  await removeEvaluatiesKlaar(app, addDagen(VANDAAG, 3))
  const klaar = () => database.sql`select distinct wie from evaluatie_klaar order by wie`
  expect(await klaar()).toEqual([{ wie: 'casushouder' }])
  await removeEvaluatiesKlaar(app, addDagen(VANDAAG, 30))
  expect(await klaar()).toEqual([])
})

test('[K10] of overleggen is counted to which the cliënt was invited, whether he came, and whom he brought', async () => {
  const tafel = await naTafel()
  await database.sql`update client_persoon set uitgenodigd_op = now() where id = ${tafel.clientPersoonId}`
  const nietGekomen = await seedTafel(database.sql, 'vastgesteld')
  await database.sql`
    update client_persoon set uitgenodigd_op = now() where id = ${nietGekomen.clientPersoonId}`
  await database.sql`
    update overleg set gepland_op = '2024-05-06T10:00:00Z'
    where id in (${tafel.overlegId}, ${nietGekomen.overlegId})`
  const tellingen = await listOverlegtellingen(app, kwartaalOf(VANDAAG))
  expect(tellingen).toEqual([{ kwartaal: '2024-2', uitgenodigd: 2, verschenen: 1, metSteun: 0 }])
})
