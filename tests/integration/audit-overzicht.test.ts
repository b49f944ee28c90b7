import { expect, test } from 'vitest'
import { recordAudits } from '#db/audit.ts'
import { addDagen, datumInNederland } from '#domain/datum.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { runCommand } from '../helpers/run.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'

const VANDAAG = datumInNederland(new Date())

test('[check 96] who supervises reads in plain Dutch who looked at what of one casus, by day, and that is in the record too', async () => {
  await using database = await createTestDatabase()
  const { sql, url } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const elders = await seedTafel(sql, 'met cliënt')
  const { overlegId, ids, clientPersoonId } = tafel
  await recordAudits(sql, [
    { event: 'document-read', overlegId, gebruikerId: ids.blijft, wat: 'document:beeldvorming' },
    { event: 'plan-read', overlegId, clientPersoonId, wat: 'plan' },
    { event: 'plan-read', overlegId, clientPersoonId: crypto.randomUUID(), wat: 'plan' },
    {
      event: 'overleggen-read',
      overlegId: null,
      gebruikerId: ids.casushouder,
      wat: 'overleggen',
      details: { overleggen: [overlegId] },
    },
    { event: 'meekijken-read', overlegId: elders.overlegId, gebruikerId: elders.ids.casushouder },
    { event: 'sessie-refused', overlegId: null },
  ])
  const [rij] = await sql<{ casusId: string; nummer: string; naam: string; organisatie: string }[]>`
    select casus.id as "casusId", casus.nummer, gebruiker.naam, organisatie.naam as organisatie
    from overleg join casus on casus.id = overleg.casus_id
    join gebruiker on gebruiker.id = ${ids.blijft}
    join organisatie on organisatie.id = gebruiker.organisatie_id
    where overleg.id = ${overlegId}`
  if (!rij) throw new Error('Seeded')
  const { casusId, nummer, naam, organisatie } = rij
  const overzicht = (van: string, tot: string, ...meer: string[]) =>
    runCommand('audit-overzicht', ['--van', van, '--tot', tot, ...meer], { DATABASE_URL: url })

  const { code, text } = await overzicht(VANDAAG, VANDAAG, '--casus', nummer)
  expect(code).toBe(0)
  expect(text).toContain(
    `| ${naam} (${organisatie}) | las een tekst: beeldvorming | casus ${nummer}`,
  )
  expect(text).toContain('| Cliënt | las het plan |')
  expect(text).toContain('| Kant van de cliënt | las het plan |')
  expect(text).toContain('bekeek de lijst met overleggen')
  expect(text).not.toMatch(/keek mee|in te loggen|zonder omschrijving/)

  const gelezen = await sql`select details from audit where event = 'verslag-read'`
  expect(gelezen).toEqual([{ details: { van: VANDAAG, tot: VANDAAG, casusId } }])
  const alles = await overzicht(VANDAAG, VANDAAG)
  expect(alles.text).toMatch(/keek mee[\s\S]*Onbekend \| probeerde in te loggen/)
  const gisteren = addDagen(VANDAAG, -1)
  expect((await overzicht(gisteren, gisteren)).text).toBe('0 regels.\n')
  expect((await overzicht('morgen', VANDAAG)).code).toBe(1)
  expect((await overzicht(VANDAAG, VANDAAG, '--casus', '2026-9999')).code).toBe(1)
})
