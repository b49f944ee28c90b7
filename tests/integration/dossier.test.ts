import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '../helpers/database.ts'
import { seedDossier } from '../helpers/seed-dossier.ts'
import { schrijf, seedTafel } from '../helpers/seed-tafel.ts'
import { startTestServer } from '../helpers/server.ts'
import { createCookie } from '../helpers/sign-in.ts'

const database = await createTestDatabase()
const { sql } = database
const server = await startTestServer({ databaseUrl: database.url })
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})

/** By somebody who proved a moment ago who he is. */
async function download(overlegId: string, gebruikerId: string) {
  const cookie = await createCookie(sql, gebruikerId)
  await sql`update sessie set bevestigd_op = now() where gebruiker_id = ${gebruikerId}`
  const response = await fetch(`${server.origin}/overleggen/${overlegId}/dossier`, {
    headers: { cookie },
    redirect: 'manual',
  })
  const text = await response.text()
  const [client = '', rest = ''] = text.split('Deel 2. Niet voor de cliënt')
  return { response, text, client, rest }
}

test('[check 99] the dossier holds all that was written about the casus, and nothing of another', async () => {
  const { overlegId, ids, woord } = await seedDossier(sql)
  const ander = await seedDossier(sql)
  const { response, text, client, rest } = await download(overlegId, ids.procesregisseur)

  expect(response.status).toBe(200)
  for (const deel of [
    `Naam ${woord}`,
    `Bellen ${woord}`,
    `Omdat ${woord}`,
    `Over samenvatting: ${woord}`,
    `Over besluitvorming: ${woord}`,
    `Uitleg ${woord}`,
    `Verzoek ${woord}`,
    `Antwoord ${woord}`,
  ]) {
    expect(client).toContain(deel)
  }
  for (const deel of [
    `Vraag ${woord}`,
    `Over vraagstelling: ${woord}`,
    `Over beeldvorming: ${woord}`,
    `Over oordeelsvorming: ${woord}`,
    `Aanvulling ${woord}`,
    `Reden ${woord}`,
    `Toelichting ${woord}`,
    `Notitie ${woord}`,
    `Afweging ${woord}`,
    `Weigering ${woord}`,
    'Reclassering: ',
  ]) {
    expect(rest).toContain(deel)
    expect(client).not.toContain(deel)
  }
  expect(text).not.toContain(ander.woord)
})

test('[check 99] [T6] [P6] the part for the cliënt names nobody who left, and not who wrote what', async () => {
  const { overlegId, ids } = await seedDossier(sql)
  const { client, rest } = await download(overlegId, ids.procesregisseur)
  expect(client).toContain('De schulden op een rij zetten')
  expect(client).toContain('Politie')
  expect(client).not.toContain('Fleur Hoekstra')
  expect(rest).toContain('Fleur Hoekstra')
})

test('[check 79] its name says no name, and no copy of it stays anywhere', async () => {
  const { overlegId, ids, casusNummer } = await seedDossier(sql)
  const { headers } = (await download(overlegId, ids.procesregisseur)).response
  expect(headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename="dossier-${casusNummer}-\\d{4}-\\d{2}-\\d{2}\\.html"$`),
  )
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('[check 68] it is for the procesregisseur alone, who is asked about anew each time', async () => {
  const { overlegId, ids, deelnemerIds } = await seedDossier(sql)
  for (const wie of [ids.casushouder, ids.blijft, ids.vertrekt]) {
    expect((await download(overlegId, wie)).response.status).toBe(404)
  }
  expect((await download(overlegId, ids.procesregisseur)).response.status).toBe(200)
  await sql`update deelnemer set rol = 'partner' where id = ${deelnemerIds.procesregisseur}`
  expect((await download(overlegId, ids.procesregisseur)).response.status).toBe(404)
})

test('[check 49] who did not just prove who he is does so first, and a little later again', async () => {
  const { overlegId, ids } = await seedDossier(sql)
  const cookie = await createCookie(sql, ids.procesregisseur)
  const adres = `${server.origin}/overleggen/${overlegId}/dossier`
  const vraag = () => fetch(adres, { headers: { cookie }, redirect: 'manual' })
  const naar = `/bevestigen?naar=${encodeURIComponent(`/overleggen/${overlegId}/dossier`)}`
  expect((await vraag()).headers.get('location')).toBe(naar)

  const bevestig = (op: string) => sql`
    update sessie set bevestigd_op = now() - ${op}::interval where gebruiker_id = ${ids.procesregisseur}`
  await bevestig('1 minute')
  expect((await vraag()).status).toBe(200)
  await bevestig('11 minutes')
  expect((await vraag()).headers.get('location')).toBe(naar)
  expect(
    await sql`select from audit where event = 'dossier-exported' and overleg_id = ${overlegId}`,
  ).toHaveLength(1)
})

test('[check 99] every download is in the audit, and a refused one is no download', async () => {
  const { overlegId, ids } = await seedDossier(sql)
  await download(overlegId, ids.blijft)
  await download(overlegId, ids.procesregisseur)
  await download(overlegId, ids.procesregisseur)
  const rijen = await sql`
    select gebruiker_id as wie from audit where event = 'dossier-exported' and overleg_id = ${overlegId}`
  expect(rijen).toEqual([{ wie: ids.procesregisseur }, { wie: ids.procesregisseur }])
})

test('[check 99] before the plan is vastgesteld nothing of it is marked as for the cliënt', async () => {
  const { overlegId, ids, regie } = await seedTafel(sql, 'vooroverleg')
  await schrijf(sql, { ...regie, document: 'samenvatting', tekst: 'Nog niet gedeeld' })
  const { client, rest } = await download(overlegId, ids.procesregisseur)
  expect(client).not.toContain('Nog niet gedeeld')
  expect(rest).toContain('Nog niet gedeeld')
})

test('[check 71] what people wrote is text in it, also when it looks like something else', async () => {
  const { overlegId, ids, regie } = await seedTafel(sql, 'vooroverleg')
  const tekst = '</p><script>alert(1)</script><img src=x onerror=alert(1)>'
  await schrijf(sql, { ...regie, document: 'beeldvorming', tekst })
  await sql`update overleg set vraag = ${tekst} where id = ${overlegId}`
  const { text } = await download(overlegId, ids.procesregisseur)
  expect(text).toContain('&lt;script&gt;')
  expect(text).not.toMatch(/<(script|img)/)
})
