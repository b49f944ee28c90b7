import { expect, test, vi } from 'vitest'
import { answerInbrengCommand } from '#app/commands/answer-inbreng.server.ts'
import { askInbrengCommand, withdrawInbrengCommand } from '#app/commands/ask-inbreng.server.ts'
import { breakOffCommand } from '#app/commands/break-off.server.ts'
import { exportDossierCommand } from '#app/commands/export-dossier.server.ts'
import { giveBeslotenTijdCommand } from '#app/commands/give-besloten-tijd.server.ts'
import { parkInbrengCommand } from '#app/commands/park-inbreng.server.ts'
import { setKeuzeCommand } from '#app/commands/set-keuze.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import type { Sql } from '#db/connection.ts'
import { listInbrengvragen } from '#db/inbreng.ts'
import { BEWAARTERMIJNEN } from '#domain/bewaren.ts'
import { addClient, type Clienttelefoon, leesTafel } from '../helpers/clienten.ts'
import { createTestCollab, storedText } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { listRecord } from '../helpers/record.ts'
import { dumpDatabase, seedTafel, type Tafel } from '../helpers/seed-tafel.ts'
import { createTestSockets, openSocket } from '../helpers/sockets.ts'

const TEKST = 'De buren helpen graag.'
const ONDERWERP = 'Over de buren'
const NIET_GEVONDEN = { ok: false, refusal: { code: 'niet-gevonden' } }

function auteur({ overlegId, ids, inbrengId }: Tafel) {
  return { overlegId, gebruikerId: ids.blijft, inbrengId }
}

function key({ overlegId }: Tafel) {
  return { overlegId, document: 'besluitvorming' } as const
}

async function vraagVan(sql: Sql, { overlegId }: Tafel): Promise<string> {
  const [vraag] = await listInbrengvragen(sql, overlegId)
  return vraag?.sleutel ?? ''
}

async function antwoord(
  sql: Sql,
  { browser }: Clienttelefoon,
  vraag: string,
  antwoord: 'ja' | 'nee',
) {
  return answerInbrengCommand(sql, { browser, vraag, antwoord })
}

test('[K5] the cliënt is asked who and about what, and not what; after his yes it stands in the plan, in every process, once', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using hier = await createTestCollab(sql)
  await using daar = await createTestCollab(sql)
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'met cliënt')
  const client = await addClient(sql, tafel, 'client')
  using scherm = openSocket(sockets.url, { cookie: client.cookie, namespace: '/client' })
  using een = await hier.open(key(tafel), tafel.ids.procesregisseur)
  using twee = await daar.open(key(tafel), tafel.ids.casushouder)
  await vi.waitFor(() => expect([een, twee].every((d) => d.provider.synced)).toBe(true))
  await vi.waitFor(() => expect(leesTafel(scherm)?.inbreng).toBeNull())
  expect(JSON.stringify(scherm.events)).not.toContain('buren')

  expect(await askInbrengCommand(sql, auteur(tafel))).toMatchObject({ ok: true })
  await vi.waitFor(() =>
    expect(leesTafel(scherm)?.inbreng).toMatchObject({
      naam: 'Mehmet Aydin',
      organisatie: 'Wijkteam Noord',
      onderwerp: ONDERWERP,
    }),
  )
  expect(JSON.stringify(scherm.events)).not.toContain(TEKST)
  expect(JSON.stringify(scherm.events)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)

  const vraag = leesTafel(scherm)?.inbreng?.sleutel ?? ''
  // Two telephones, at the same moment, and a tap too many.
  const antwoorden = await Promise.all([1, 2, 3].map(() => antwoord(sql, client, vraag, 'ja')))
  expect(antwoorden.filter(({ ok }) => ok)).toHaveLength(1)
  for (const { text } of [een, twee]) {
    await vi.waitFor(() => expect(text().split(TEKST)).toHaveLength(2))
    expect(text()).toContain(
      'Inbreng van Mehmet Aydin, Wijkteam Noord, met toestemming van de cliënt',
    )
  }
  await vi.waitFor(() => expect(JSON.stringify(leesTafel(scherm)?.inhoud)).toContain(TEKST))
  expect((await sql`select from inbreng`).count).toBe(0)
  // What is written after it builds on it, by whoever.
  een.write('Mooi.')
  twee.write('Dank.')
  await vi.waitFor(async () => {
    const tekst = await storedText(sql, key(tafel))
    for (const woord of ['Mooi.', 'Dank.']) expect(tekst).toContain(woord)
  })
  expect([...een.refused, ...twee.refused]).toEqual([])
  expect((await storedText(sql, key(tafel))).split(TEKST)).toHaveLength(2)
})

test('[K5] before a yes nobody else gets a word of it: not the procesregisseur, not the dossier, not the record', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  await askInbrengCommand(sql, auteur(tafel))
  const now = new Date()
  const dossier = await exportDossierCommand(sql, {
    ...tafel.regie,
    termijnen: BEWAARTERMIJNEN,
    now,
  })
  expect(JSON.stringify(dossier)).toContain('We spraken over uw woning.')
  expect(JSON.stringify(dossier)).not.toContain('buren')
  const audit = await sql`select to_jsonb(rij)::text as rij from audit as rij`
  expect(audit.length).toBeGreaterThan(2)
  expect(audit.map(({ rij }) => rij).join()).not.toContain('buren')

  for (const wie of ['procesregisseur', 'casushouder', 'vertrekt'] as const) {
    const anders = { ...auteur(tafel), gebruikerId: tafel.ids[wie] }
    for (const command of [askInbrengCommand, withdrawInbrengCommand]) {
      expect((await command(sql, anders)).ok, wie).toBe(false)
    }
    const wijzig = { ...anders, onderwerp: 'Van mij', tekst: 'Van mij' }
    expect((await parkInbrengCommand(sql, wijzig)).ok, wie).toBe(false)
  }
})

test('[K5] nobody says yes but the cliënt and who is there in his place, at the table, to what is asked now', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const elders = await seedTafel(sql, 'met cliënt')
  const client = await addClient(sql, tafel, 'client')
  await askInbrengCommand(sql, auteur(tafel))
  const vraag = await vraagVan(sql, tafel)
  const vreemden = {
    steunpersoon: await addClient(sql, tafel, 'steunpersoon'),
    'in de wachtkamer': await addClient(sql, tafel, 'client', 'wachtkamer'),
    'van een ander overleg': await addClient(sql, elders, 'client'),
  }
  const before = await dumpDatabase(sql)
  for (const [wie, vreemde] of Object.entries(vreemden)) {
    expect(await antwoord(sql, vreemde, vraag, 'ja'), wie).toEqual(NIET_GEVONDEN)
    expect(await antwoord(sql, vreemde, vraag, 'nee'), wie).toEqual(NIET_GEVONDEN)
  }
  for (const anders of ['', '0'.repeat(16), tafel.inbrengId, `${vraag}0`]) {
    expect(await antwoord(sql, client, anders, 'ja')).toEqual(NIET_GEVONDEN)
  }
  expect(await dumpDatabase(sql)).toBe(before)

  // Of an asking that is over, a form that was kept says nothing.
  await withdrawInbrengCommand(sql, auteur(tafel))
  expect(await antwoord(sql, client, vraag, 'ja')).toEqual(NIET_GEVONDEN)
  await askInbrengCommand(sql, auteur(tafel))
  expect(await antwoord(sql, client, vraag, 'ja')).toEqual(NIET_GEVONDEN)

  const vertegenwoordiger = await addClient(sql, tafel, 'vertegenwoordiger')
  expect((await antwoord(sql, vertegenwoordiger, await vraagVan(sql, tafel), 'ja')).ok).toBe(true)
  expect(await storedText(sql, key(tafel))).toContain(TEKST)
})

test('[K5] a nee leaves the text with its author, who asks once more at most; the record knows only that it was a nee', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const client = await addClient(sql, tafel, 'client')
  for (const keer of [1, 2]) {
    expect((await askInbrengCommand(sql, auteur(tafel))).ok, `${keer}`).toBe(true)
    expect(await askInbrengCommand(sql, auteur(tafel))).toEqual({
      ok: false,
      refusal: { code: 'inbreng-wordt-gevraagd' },
    })
    expect((await antwoord(sql, client, await vraagVan(sql, tafel), 'nee')).ok).toBe(true)
  }
  expect(await askInbrengCommand(sql, auteur(tafel))).toEqual({
    ok: false,
    refusal: { code: 'inbreng-vaak-genoeg' },
  })
  expect(await sql`select tekst from inbreng`).toEqual([{ tekst: TEKST }])
  const [nee] = await listRecord(sql, { ...tafel, event: 'inbreng-declined' })
  expect(nee).toMatchObject({ details: {}, gebruikerId: null, wat: null })
})

test('[K5] [T2] who vertrekt cannot ask, and what he asked is not asked any more once he has left', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'met cliënt')
  const client = await addClient(sql, tafel, 'client')
  using scherm = openSocket(sockets.url, { cookie: client.cookie, namespace: '/client' })
  await askInbrengCommand(sql, auteur(tafel))
  await vi.waitFor(() => expect(leesTafel(scherm)?.inbreng).not.toBeNull())
  const vraag = await vraagVan(sql, tafel)

  // While the cliënt is alone nobody asks him anything.
  await giveBeslotenTijdCommand(sql, tafel.regie)
  await vi.waitFor(() => expect(leesTafel(scherm)?.inbreng).toBeNull())
  expect(await antwoord(sql, client, vraag, 'ja')).toEqual(NIET_GEVONDEN)
  await sql`update overleg set besloten_tot = null where id = ${tafel.overlegId}`
  await vi.waitFor(() => expect(leesTafel(scherm)?.inbreng).not.toBeNull())

  const weg = { deelnemerId: tafel.deelnemerIds.blijft, keuze: 'vertrekt' } as const
  await setKeuzeCommand(sql, { ...tafel.regie, ...weg, vertrekreden: 'niet-betrokken' })
  await vi.waitFor(() => expect(leesTafel(scherm)?.inbreng).toBeNull())
  expect(await antwoord(sql, client, vraag, 'ja')).toEqual(NIET_GEVONDEN)
  expect(await askInbrengCommand(sql, auteur(tafel))).toEqual({
    ok: false,
    refusal: { code: 'inbreng-vertrekt' },
  })
})

test('[K5] without a yes it is destroyed with the end of the overleg, however that ends; the record says how many', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const plan = await seedTafel(sql, 'met cliënt')
  const af = await seedTafel(sql, 'vooroverleg')
  const blijft = await seedTafel(sql, 'vooroverleg')
  await askInbrengCommand(sql, auteur(plan))
  expect((await vaststellenCommand(sql, plan.regie)).ok).toBe(true)
  await breakOffCommand(sql, { ...af.regie, reden: 'Niemand kon.' })
  expect(await sql`select overleg_id as id from inbreng`).toEqual([{ id: blijft.overlegId }])
  for (const { overlegId } of [plan, af]) {
    const [weg] = await listRecord(sql, { overlegId, event: 'inbreng-destroyed' })
    expect(weg?.details).toEqual({ aantal: 1 })
  }
  await sql`delete from inbreng`
  expect(await dumpDatabase(sql)).not.toContain('buren')
})

test('[K5] what the cliënt was asked about cannot become something else under his hands', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  await askInbrengCommand(sql, auteur(tafel))
  const anders = { ...auteur(tafel), onderwerp: ONDERWERP, tekst: 'Heel iets anders.' }
  expect(await parkInbrengCommand(sql, anders)).toEqual({
    ok: false,
    refusal: { code: 'inbreng-wordt-gevraagd' },
  })
})
