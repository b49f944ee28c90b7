import { test as base, expect } from 'vitest'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import type { Sql } from '#db/connection.ts'
import { listVerzoeken } from '#db/verzoeken.ts'
import { findVolgendeAfspraak, findVorigPlan } from '#db/vorig-plan.ts'
import { zinVan } from '#domain/verzoek.ts'
import { createClientCookie } from '../helpers/client-side.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { KANARIE } from '../helpers/kanaries.ts'
import { readPdf } from '../helpers/pdf.ts'
import { schrijf, seedTafel, type Tafel } from '../helpers/seed-tafel.ts'
import { startTestServer, type TestServer } from '../helpers/server.ts'
import { createCookie, post } from '../helpers/sign-in.ts'

// Starting a server is most of what these tests cost.
const test = base.extend<{ $file: { house: { sql: Sql; server: TestServer } } }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads which fixtures are needed from it
    async ({}, use) => {
      await using database = await createTestDatabase()
      await using server = await startTestServer({ databaseUrl: database.url })
      await use({ sql: database.sql, server })
    },
    { scope: 'file' },
  ],
})

const ZIN = 'We spraken over uw woning.'
/** Of who left, and of what the professionals write among themselves. */
const NIET = ['Hoekstra', 'GEHEIM', KANARIE]

function open(url: string, cookie: string) {
  return fetch(url, { headers: { cookie }, redirect: 'manual' })
}

async function papier(url: string, cookie: string) {
  const response = await open(url, cookie)
  expect(response.status).toBe(200)
  return { response, pdf: await readPdf(new Uint8Array(await response.arrayBuffer())) }
}

test('[K7] [P3] [S2] what is wrong goes to the casushouder, and comes back beside the sentence: on the page, on paper, and for who reads the plan', async ({
  house: { sql, server },
}) => {
  const tafel = await seedTafel(sql, 'vastgesteld')
  const { overlegId, ids, clientPersoonId } = tafel
  const cookie = await createClientCookie(sql, { clientPersoonId, metPin: true })
  const url = `${server.origin}/mijn-plan`
  const gevraagd = await post(
    url,
    { intent: 'verzoek', zin: zinVan(ZIN).sleutel, tekst: 'Ik huur al.' },
    cookie,
  )
  expect(gevraagd.status).toBe(302)
  const foutief = await post(url, { intent: 'verzoek', zin: 'x', tekst: 'Ik huur al.' }, cookie)
  expect(foutief.status).toBe(409)

  const plan = `${server.origin}/overleggen/${overlegId}/plan`
  const lees = async (gebruikerId: string, pad = plan) =>
    (await open(pad, await createCookie(sql, gebruikerId))).text()
  expect(await lees(ids.casushouder)).toContain('Ik huur al.')
  expect(await lees(ids.casushouder, `${server.origin}/overleggen`)).toContain('Lees en antwoord')
  // Until there is an answer it is between these two.
  expect(await lees(ids.blijft)).not.toContain('Ik huur al.')

  const [verzoek] = await listVerzoeken(sql, overlegId)
  const doel = verzoek?.id ?? ''
  const casushouder = await createCookie(sql, ids.casushouder)
  expect((await post(plan, { intent: 'afwijzen', doel, tekst: '' }, casushouder)).status).toBe(422)
  await post(plan, { intent: 'afwijzen', doel, tekst: 'Het contract begint in mei.' }, casushouder)

  for (const tekst of [await lees(ids.blijft), await (await open(url, cookie)).text()]) {
    expect(tekst).toContain('Ik huur al.')
  }
  expect(await (await open(url, cookie)).text()).toContain('Het contract begint in mei.')
  const kijktMee = `${server.origin}/overleggen/${overlegId}/meekijken`
  expect(await lees(ids.procesregisseur, kijktMee)).toContain('Ik huur al.')
  expect(await lees(ids.vertrekt)).not.toContain('Ik huur al.')
  const { pdf } = await papier(`${url}/papier`, cookie)
  expect(pdf.tekst).toContain('Ik huur al.')
})

test('[K7] past its term a request is red for the casushouder and for the procesregisseur', async ({
  house: { sql, server },
}) => {
  const { ids, overlegId, clientPersoonId } = await seedTafel(sql, 'vastgesteld')
  await sql`
    insert into verzoek (plan_id, client_persoon_id, zin, tekst, ingediend_op)
    select id, ${clientPersoonId}, ${ZIN}, 'Nee.', now() - interval '40 days'
    from plan where overleg_id = ${overlegId}`
  const werklijst = async (gebruikerId: string) =>
    (await open(`${server.origin}/overleggen`, await createCookie(sql, gebruikerId))).text()

  expect(await werklijst(ids.casushouder)).toContain('row--te-laat')
  expect(await werklijst(ids.procesregisseur)).toContain('row--te-laat')
  expect(await werklijst(ids.blijft)).not.toContain('row--te-laat')
})

test('[P2] [P3] [S1] the cliënt reads how it stands, and what was written for him: no note, no author', async ({
  house: { sql, server },
}) => {
  const tafel = await seedTafel(sql, 'vastgesteld')
  const { overlegId, actieIds, ids, clientPersoonId } = tafel
  const cookie = await createClientCookie(sql, { clientPersoonId, metPin: true })
  const url = `${server.origin}/mijn-plan`
  await updateActieCommand(sql, {
    overlegId,
    actieId: actieIds[1] ?? '',
    status: 'vervallen',
    notitie: 'GEHEIM',
    uitleg: 'De schulden zijn al betaald.',
    gebruikerId: ids.vertrekt,
  })
  const form = { intent: 'actie', nummer: '3', status: 'gedaan', woord: 'Ik belde op maandag.' }
  expect((await post(url, form, cookie)).status).toBe(302)
  expect((await post(url, { ...form, woord: 'a'.repeat(301) }, cookie)).status).toBe(400)

  const pagina = await (await open(url, cookie)).text()
  expect(pagina).toContain('De schulden zijn al betaald.')
  expect(pagina).toContain('Ik belde op maandag.')
  for (const woord of [...NIET, ...Object.values(ids), ...actieIds, overlegId]) {
    expect(pagina).not.toContain(woord)
  }
  const kijktMee = `${server.origin}/overleggen/${overlegId}/meekijken`
  const regie = await createCookie(sql, ids.procesregisseur)
  const meegekeken = await (await open(kijktMee, regie)).text()
  expect(meegekeken).toContain('De schulden zijn al betaald.')
  expect(meegekeken).toContain('actie__stand--vervallen')
  for (const woord of ['GEHEIM', 'Ik belde op maandag.']) {
    expect(meegekeken).not.toContain(woord)
  }
  const plan = `${server.origin}/overleggen/${overlegId}/plan`
  const leest = async (wie: keyof typeof ids) =>
    (await open(plan, await createCookie(sql, ids[wie]))).text()
  expect(await leest('casushouder')).toContain('Ik belde op maandag.')
  expect(await leest('procesregisseur')).toContain('Ik belde op maandag.')
  expect(await leest('blijft')).not.toContain('Ik belde op maandag.')
})

test('[S1] [S2] [T6] [check 71] the plan on paper is one sheet with tags, title and language, and nothing of what the cliënt may not see', async ({
  house: { sql, server },
}) => {
  const tafel = await seedTafel(sql, 'vastgesteld')
  const { overlegId, ids, clientPersoonId, casusNummer } = tafel
  await schrijf(sql, { ...tafel.regie, document: 'beeldvorming', tekst: 'GEHEIM' })
  const cookie = await createClientCookie(sql, { clientPersoonId, metPin: true })
  const { response, pdf } = await papier(`${server.origin}/mijn-plan/papier`, cookie)

  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-disposition')).toBe('inline; filename="mijn-plan.pdf"')
  expect(pdf).toMatchObject({ isUa: true, gemerkt: true, titel: 'Mijn plan', taal: 'nl' })
  expect(pdf.auteur).toBeUndefined()
  expect(pdf.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'LI', 'P']))
  expect(pdf.perPagina).toHaveLength(1)
  expect(pdf.tekst).toContain('Blad 1 van 1')
  expect(pdf.tekst).toContain(ZIN)
  expect(pdf.tekst).toContain('Dit doet iemand van Politie.')
  for (const woord of [...NIET, ...Object.values(ids), overlegId, casusNummer]) {
    expect(pdf.tekst).not.toContain(woord)
  }

  const gelezen = await sql`
    select event from audit where overleg_id = ${overlegId} and client_persoon_id = ${clientPersoonId}`
  expect(gelezen.map(({ event }) => event)).toContain('plan-read')
  const zonderPin = await createClientCookie(sql, { clientPersoonId })
  const naar = await open(`${server.origin}/mijn-plan/papier`, zonderPin)
  expect([naar.status, naar.headers.get('location')]).toEqual([302, '/mijn-plan'])
})

test('[K8] [T6] [S1] who had the plan before sees what is different; who comes in new is told of no other plan', async ({
  house: { sql, server },
}) => {
  const oud = await seedTafel(sql, 'vastgesteld')
  const nieuw = await seedTafel(sql, 'vastgesteld')
  await sql`
    update overleg set casus_id = (select casus_id from overleg where id = ${oud.overlegId})
    where id = ${nieuw.overlegId}`
  const persoon = { overlegId: nieuw.overlegId, soort: 'client', naam: 'a. de  W.' } as const
  expect(await findVorigPlan(sql, persoon)).toBeNull()

  await sql`update client_persoon set uitgenodigd_op = now() where overleg_id = ${oud.overlegId}`
  expect(await findVorigPlan(sql, persoon)).not.toBeNull()
  for (const ander of [
    { ...persoon, naam: 'B. de W.' },
    { ...persoon, soort: 'steunpersoon' } as const,
    { ...persoon, overlegId: oud.overlegId },
  ]) {
    expect(await findVorigPlan(sql, ander)).toBeNull()
  }
  const cookie = await createClientCookie(sql, {
    clientPersoonId: nieuw.clientPersoonId,
    metPin: true,
  })
  await veranderPlan(sql, oud)
  const pagina = await (await open(`${server.origin}/mijn-plan`, cookie)).text()
  expect(pagina).toContain('U had toen een tent.')

  await sql`update overleg set dicht_op = now() where id = ${oud.overlegId}`
  expect(await findVorigPlan(sql, persoon)).toBeNull()
  await sql`update overleg set dicht_op = null, status = 'gepland', gepland_op = now() + interval '9 days' where id = ${oud.overlegId}`
  expect(await findVolgendeAfspraak(sql, persoon)).not.toBeNull()
  expect(await findVolgendeAfspraak(sql, { ...persoon, naam: 'B. de W.' })).toBeNull()
})

/** What it said then; the database has to be told that this is a test. */
async function veranderPlan(sql: Sql, { overlegId }: Tafel) {
  const samenvatting = [{ soort: 'alinea', tekst: [{ tekst: 'U had toen een tent.' }] }]
  await sql`alter table plan disable trigger plan_blijft`
  await sql`
    update plan set samenvatting = ${sql.json(samenvatting)}, vastgesteld_op = now() - interval '90 days'
    where overleg_id = ${overlegId}`
  await sql`alter table plan enable trigger plan_blijft`
}
