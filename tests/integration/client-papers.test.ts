import { afterAll, expect, test } from 'vitest'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import { DOCUMENTEN } from '#domain/document.ts'
import { leesAllen } from '../e2e/geheimen.ts'
import { dataAdres } from '../helpers/http-tabel.ts'
import { openHuis } from '../helpers/huis.ts'
import { unfoldPdf } from '../helpers/pdf-bytes.ts'
import { adresOf, ROUTES } from '../helpers/routes.ts'
import { schrijf } from '../helpers/seed-tafel.ts'

const huis = await openHuis(['met cliënt', 'vastgesteld'])
afterAll(() => huis[Symbol.asyncDispose]())
const { sql, origin } = huis

const GEHEIM = 'Merkwoord-van-tafel'
const CLIENTROUTES = ROUTES.filter((route) => /^\/(u|uitnodiging|mijn-plan|taal)\b/.test(route))

function get(path: string, cookie: string) {
  return fetch(origin + path, { headers: { cookie }, redirect: 'manual' })
}

/** What professionals know and the client side may not: in V, B and O, in notes, and who left. */
async function verzegel(moment: 'met cliënt' | 'vastgesteld') {
  const { tafel } = huis.plek(moment)
  const { overlegId, regie, ids, deelnemerIds, actieIds } = tafel
  for (const document of DOCUMENTEN.filter((d) => d !== 'samenvatting' && d !== 'besluitvorming')) {
    await schrijf(sql, { ...regie, document, tekst: GEHEIM })
  }
  await sql`update deelnemer set taak = ${GEHEIM} where id = ${deelnemerIds.vertrekt}`
  await leesAllen(sql, overlegId)
  const [actieId] = actieIds
  if (actieId) {
    const update = { overlegId, actieId, status: 'loopt', notitie: GEHEIM } as const
    await updateActieCommand(sql, { ...update, gebruikerId: ids.casushouder })
  }
  const rijen = Object.values({ ...ids, ...deelnemerIds })
  return [GEHEIM, 'Hoekstra', 'niet-betrokken', overlegId, tafel.clientPersoonId, ...rijen]
}

test('[S1] [S2] [T6] on the paper of the plan, unpacked to the last byte, is nothing but what the page says', async () => {
  const nooit = await verzegel('vastgesteld')
  const { tafel, cookies } = huis.plek('vastgesteld')
  const papier = `/overleggen/${tafel.overlegId}/plan/papier`
  for (const [path, wie] of [
    ['/mijn-plan/papier', 'plan'],
    [papier, 'blijft'],
  ] as const) {
    const response = await get(path, cookies[wie])
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const tekst = await unfoldPdf(new Uint8Array(await response.arrayBuffer()))
    expect(tekst).toContain('We spraken over uw woning')
    expect(nooit.filter((woord) => tekst.includes(woord))).toEqual([])
  }

  const statussen = async (path: string, wie: readonly (keyof typeof cookies)[]) =>
    Promise.all(wie.map(async (een) => (await get(path, cookies[een])).status))
  expect(await statussen(papier, ['vertrekt', 'elders', 'beheerder'])).toEqual([404, 404, 404])
  expect(await statussen('/mijn-plan/papier', ['wachtkamer', 'blijft', 'niemand'])).toEqual([
    302, 302, 302,
  ])
  const bezig = huis.plek('met cliënt').cookies
  expect((await get('/mijn-plan/papier', bezig.tafel)).status).toBe(302)
})

test('[S1] [S2] [T3] [T6] [K9] whatever a browser of the client side asks for, as a page or as data, has no id and nothing of who left', async () => {
  for (const moment of ['met cliënt', 'vastgesteld'] as const) {
    const nooit = await verzegel(moment)
    const { cookies, tafel } = huis.plek(moment)
    for (const wie of ['wachtkamer', 'tafel', 'plan'] as const) {
      for (const route of CLIENTROUTES.filter((route) => !route.endsWith('/papier'))) {
        const path = adresOf(route, tafel.overlegId)
        for (const adres of [path, dataAdres(path)]) {
          const response = await get(adres, cookies[wie])
          const headers = JSON.stringify([...response.headers])
          const alles = headers + (await response.text())
          expect(
            nooit.filter((woord) => alles.includes(woord)),
            `${adres} ${wie}`,
          ).toEqual([])
        }
      }
    }
  }
})

test('[K9] [K10] of who looked a steunpersoon gets nothing, nor is he asked anything', async () => {
  const { tafel, cookies } = huis.plek('vastgesteld')
  await leesAllen(sql, tafel.overlegId)
  expect(await (await get('/mijn-plan/wie-keek', cookies.plan)).text()).toContain('Wijkteam Noord')

  await sql`update client_persoon set soort = 'steunpersoon' where id = ${tafel.clientPersoonId}`
  for (const path of ['/mijn-plan/wie-keek', dataAdres('/mijn-plan/wie-keek')]) {
    const response = await get(path, cookies.plan)
    expect([response.status, (await response.text()).includes('Wijkteam Noord')]).toEqual([
      404,
      false,
    ])
  }
  expect(await (await get('/mijn-plan/evaluatie', cookies.plan)).text()).toContain(
    'Er zijn nu geen vragen voor u',
  )
  await sql`update client_persoon set soort = 'client' where id = ${tafel.clientPersoonId}`
})
