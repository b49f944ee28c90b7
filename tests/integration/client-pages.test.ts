import { test as base, expect } from 'vitest'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { unseatClientCommand } from '#app/commands/unseat-client.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import type { Sql } from '#db/connection.ts'
import { createBrief, openTelefoon } from '../helpers/client-side.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { schrijf, seedTafel } from '../helpers/seed-tafel.ts'
import { startTestServer, type TestServer } from '../helpers/server.ts'
import { cookieOf, createCookie, post } from '../helpers/sign-in.ts'

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

const NAMEN = ['Terpstra', 'Aydin', 'Hoekstra', 'Kuiper', 'Politie', 'Reclassering', 'Wijkteam']

function open(url: string, cookie = '') {
  return fetch(url, { headers: { cookie }, redirect: 'manual' })
}

async function textOf(origin: string, cookie: string): Promise<string> {
  const paden = [
    '/mijn-plan',
    '/mijn-plan.data',
    '/mijn-plan.data?_routes=routes%2Fclient%2Fmijn-plan',
  ]
  const answers = await Promise.all(paden.map((pad) => open(`${origin}${pad}`, cookie)))
  return (await Promise.all(answers.map((answer) => answer.text()))).join('\n')
}

test('[S5] opening the letter uses nothing up, and says the same for every token', async ({
  house: { sql, server },
}) => {
  const tafel = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const pagina = async (token: string) => {
    const answer = await open(`${server.origin}/uitnodiging/${token}`)
    const tekst = (await answer.text()).replaceAll(token, '…').replace(/nonce="[^"]*"/g, '')
    return { status: answer.status, cookies: answer.headers.getSetCookie(), tekst }
  }

  const rijen = () => sql`select * from client_persoon left join client_sessie on true`
  const before = await rijen()
  const echt = await pagina(brief.token)
  expect(await pagina('bestaat-niet')).toEqual(echt)
  expect(echt.cookies).toEqual([])
  expect(await rijen()).toEqual(before)

  const url = `${server.origin}/uitnodiging/${brief.token}`
  const fout = await post(url, { code: 'AAAA-AAAA' })
  const onbekend = await post(`${server.origin}/uitnodiging/bestaat-niet`, { code: 'AAAA-AAAA' })
  expect([fout.status, onbekend.status]).toEqual([403, 403])
  const binnen = await post(url, { code: brief.code, pin: '' })
  expect(binnen.headers.get('location')).toBe('/mijn-plan')
  expect(binnen.headers.getSetCookie()[0]).toMatch(
    /^focustafel_client=\w+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
  )
  expect(await (await open(`${server.origin}/mijn-plan`, cookieOf(binnen))).text()).toContain(
    'U bent in de wachtkamer',
  )
  expect(server.log()).not.toContain(brief.token)
})

test('[T2, T3, T5, S2] page and loader hold what this browser may see now, and no word more', async ({
  house: { sql, server },
}) => {
  const tafel = await seedTafel(sql, 'vooroverleg')
  for (const document of ['vraagstelling', 'beeldvorming', 'oordeelsvorming'] as const) {
    await schrijf(sql, { ...tafel.regie, document, tekst: 'GEHEIM' })
  }
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const { cookie, sessieId } = await openTelefoon(sql, brief)

  const wachtkamer = async () => {
    const tekst = await textOf(server.origin, cookie)
    expect(tekst).toContain('U bent in de wachtkamer')
    for (const woord of [...NAMEN, 'GEHEIM', 'We spraken over uw woning', tafel.overlegId]) {
      expect(tekst).not.toContain(woord)
    }
  }
  await wachtkamer()
  await seatClientCommand(sql, { ...tafel.regie, sessieIds: [sessieId] })
  const aanTafel = await textOf(server.origin, cookie)
  expect(aanTafel).toContain('We spraken over uw woning')
  for (const woord of ['GEHEIM', 'Hoekstra', ...Object.values(tafel.ids), tafel.overlegId]) {
    expect(aanTafel).not.toContain(woord)
  }
  await unseatClientCommand(sql, tafel.regie)
  await wachtkamer()

  for (const pad of ['/overleggen', `/overleggen/${tafel.overlegId}`, '/acties']) {
    expect((await open(`${server.origin}${pad}`, cookie)).status).toBe(302)
  }
  expect((await open(`${server.origin}/mijn-plan`)).status).toBe(401)
  const professional = await createCookie(sql, tafel.ids.blijft)
  expect((await open(`${server.origin}/mijn-plan`, professional)).status).toBe(401)
})

test('[P3] the cliënt marks his own actie as done, and nothing else of the plan', async ({
  house: { sql, server },
}) => {
  const tafel = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const { cookie, sessieId } = await openTelefoon(sql, brief)
  const tweede = await openTelefoon(sql, brief)
  await seatClientCommand(sql, { ...tafel.regie, sessieIds: [sessieId] })
  await vaststellenCommand(sql, tafel.regie)
  const url = `${server.origin}/mijn-plan`
  const meld = async (nummer: string, status: string, met = cookie) =>
    (await post(url, { intent: 'actie', nummer, status }, met)).status

  expect(await meld('3', 'gedaan')).toBe(302)
  expect(await (await open(url, cookie)).text()).toContain('actie__stand--gedaan')
  expect(await meld('3', 'vervallen')).toBe(400)
  expect(await meld('1', 'gedaan')).toBe(403)
  expect(await meld('9', 'gedaan')).toBe(404)
  expect(await meld('3', 'open', tweede.cookie)).toBe(404)
  expect((await post(url, { intent: 'iets' }, cookie)).status).toBe(400)
  const rows = await sql`select status from actie_status where client_persoon_id is not null`
  expect(rows.map((row) => row.status)).toEqual(['gedaan'])
})

test('nobody is sent to another site by signing in', async ({ house: { sql, server } }) => {
  const tafel = await seedTafel(sql, 'vooroverleg')
  const cookie = await createCookie(sql, tafel.ids.blijft)
  const naar = async (pad: string) => {
    const query = new URLSearchParams({ naar: pad })
    return (await open(`${server.origin}/inloggen?${query}`, cookie)).headers.get('location')
  }
  expect(await naar('/acties')).toBe('/acties')
  for (const pad of ['//evil.nl', 'https://evil.nl', '/\\evil.nl', 'javascript:alert(1)']) {
    expect(await naar(pad)).toBe('/overleggen')
  }
})
