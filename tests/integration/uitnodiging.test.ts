import { afterAll, expect, test } from 'vitest'
import { createCode, createToken } from '#app/auth/uitnodigingscode.ts'
import { signInClientCommand } from '#app/commands/sign-in-client.server.ts'
import { readClientbeelden } from '#app/routes/client/clientbeeld.server.ts'
import { listClientAanwezigen } from '#db/client-personen.ts'
import { addMaanden, datumInNederland } from '#domain/datum.ts'
import { createBrief, openTelefoon } from '../helpers/client-side.ts'
import { dumpInhoud, openHuis } from '../helpers/huis.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { post } from '../helpers/sign-in.ts'

const huis = await openHuis(['vooroverleg', 'afgebroken'])
afterAll(() => huis[Symbol.asyncDispose]())
const { sql, origin } = huis
const { tafel, cookies } = huis.plek('vooroverleg')

const SCANNERS = [
  'Mozilla/5.0 (compatible; SafeLinks)',
  'Barracuda Sentinel (EE)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 HeadlessChrome/140.0',
  'Googlebot/2.1',
  'curl/8.0',
  '',
]

test('[check 84] [check 70] a token of a letter has 128 bits of chance in it, a code is one of 150 milliard, and none comes twice', () => {
  const tokens = Array.from({ length: 2_000 }, createToken)
  expect(tokens.every((token) => /^[\w-]{22}$/.test(token))).toBe(true)
  expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 16)).toBe(true)
  expect(new Set(tokens).size).toBe(2_000)
  expect(new Set(Array.from({ length: 2_000 }, createCode)).size).toBe(2_000)
  const bits = tokens.flatMap((token) => [...Buffer.from(token, 'base64url')])
  const ones = bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
  expect(ones / (bits.length * 8)).toBeGreaterThan(0.48)
  expect(ones / (bits.length * 8)).toBeLessThan(0.52)
})

test('[check 84] [check 85] whoever opens the letter by machine uses nothing up; after its page the token is in no address, header, answer or log', async () => {
  const { token, code } = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const url = `${origin}/uitnodiging/${token}`
  const before = await dumpInhoud(sql)
  for (const agent of SCANNERS) {
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await fetch(url, { method, headers: { 'user-agent': agent } })
      const html = await response.text()
      expect(response.status).toBe(200)
      expect(response.headers.get('referrer-policy')).toBe('strict-origin')
      expect(response.headers.getSetCookie()).toEqual([])
      // What runs scripts follows links too, and sends forms by itself only when a page does that.
      expect(html).not.toMatch(/http-equiv="refresh"|requestSubmit|\.submit\(\)/)
      expect(html.match(/href="(?!\/|data:|#)[^"]*"/g) ?? []).toEqual([])
    }
  }
  expect(await dumpInhoud(sql)).toBe(before)

  const binnen = await post(url, { code })
  expect([binnen.status, binnen.headers.get('location')]).toEqual([302, '/mijn-plan'])
  const cookie = binnen.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const kop = JSON.stringify([...binnen.headers])
  const pagina = await (await fetch(`${origin}/mijn-plan`, { headers: { cookie } })).text()
  for (const said of [kop, await binnen.text(), pagina, huis.server.log()]) {
    expect(said).not.toContain(token)
    expect(said).not.toContain(code)
  }
})

test('[check 88] a letter that was passed on opens the wachtkamer alone, and the procesregisseur sees two with one letter', async () => {
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const telefoons = [await openTelefoon(sql, brief), await openTelefoon(sql, brief)]
  for (const { cookie } of telefoons) {
    const bytes = await (await fetch(`${origin}/mijn-plan`, { headers: { cookie } })).text()
    // The fixed sentences of other screens come with the page: the same for everybody.
    const pagina = bytes.replace(/<script[\s\S]*?<\/script>/g, '')
    expect(pagina).toContain('U bent in de wachtkamer')
    expect(pagina).not.toMatch(/tweede|ander(e)? (toestel|telefoon|scherm)/i)
  }
  const response = await fetch(`${origin}/overleggen/${tafel.overlegId}/document/besluitvorming`, {
    headers: { cookie: cookies.procesregisseur },
  })
  const text = (await response.text()).replace(/<!--.*?-->/g, '').replace(/<[^>]+>/g, ' ')
  expect(text).toMatch(/2 (personen|schermen|mensen|toestellen)? ?wacht/)
  const beelden = await readClientbeelden(sql, {
    overlegId: tafel.overlegId,
    sessieHashes: telefoons.map(({ sessieHash }) => sessieHash),
  })
  expect([...beelden.values()].map(({ weergave }) => weergave)).toEqual([
    'wachtkamer',
    'wachtkamer',
  ])
})

test('[check 89] a letter that is wrong, old, blocked elsewhere, or of another overleg looks like one that never was, and takes as long', async () => {
  const oud = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const echt = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const ander = await seedTafel(sql, 'vooroverleg')
  const anders = await createBrief(sql, ander.regie, ander.clientPersoonId)
  const gevallen = [
    { token: 'AAAAAAAAAAAAAAAAAAAAAA', code: echt.code },
    { token: oud.token, code: oud.code },
    { token: oud.token, code: echt.code },
    { token: anders.token, code: echt.code },
    { token: 'x', code: 'x' },
  ]
  const tijden = gevallen.map((): number[] => [])
  const antwoorden = new Set<string>()
  for (let ronde = 0; ronde < 4; ronde++) {
    for (const [index, { token, code }] of gevallen.entries()) {
      const begin = performance.now()
      const response = await post(`${origin}/uitnodiging/${token}`, { code })
      const text = (await response.text()).replaceAll(token, '').replace(/nonce="[^"]*"/g, '')
      tijden[index]?.push(performance.now() - begin)
      antwoorden.add(
        token === 'x' ? (antwoorden.values().next().value ?? '') : `${response.status} ${text}`,
      )
    }
    // Four wrong codes for the other's letter: one more, and it would say that a person must help.
    await sql`update client_persoon set pogingen = 0 where id = ${ander.clientPersoonId}`
  }
  expect([...antwoorden].map((antwoord) => antwoord.slice(0, 3))).toEqual(['403'])
  // The fastest of each: other work on the machine makes answers later, never sooner.
  const snelste = tijden.map((lijst) => Math.min(...lijst))
  // The hash is the cost, tens of milliseconds; a question more or less to the database is not seen in it.
  expect(Math.max(...snelste)).toBeLessThan(Math.min(...snelste) * 2.5 + 20)
})

test('[S5] code and PIN open the plan until it ends; then they open nothing, and whom to call is said', async () => {
  const oud = await seedTafel(sql, 'vastgesteld')
  const { token, code } = await createBrief(sql, oud.regie, oud.clientPersoonId)
  const later = addMaanden(datumInNederland(new Date()), 7)
  const laat = { token, code, vandaag: later }
  expect((await signInClientCommand(sql, laat)).ok).toBe(true)

  await sql`
    insert into actie_status (actie_id, status, notitie, gebruiker_id)
    select actie.id, 'vervallen', 'Niet meer nodig', ${oud.regie.gebruikerId}
    from actie join plan on plan.id = actie.plan_id where plan.overleg_id = ${oud.overlegId}`
  expect((await signInClientCommand(sql, { token, code })).ok).toBe(true)
  for (let keer = 0; keer < 6; keer++) {
    expect(await signInClientCommand(sql, laat)).toEqual({
      ok: false,
      refusal: { code: 'plan-voorbij' },
    })
  }
})

test('[S5] [T4] who leaves the wachtkamer is gone for the procesregisseur, and the same letter brings him back to it; both are recorded', async () => {
  const hier = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, hier.regie, hier.clientPersoonId)
  const { cookie } = await openTelefoon(sql, brief)
  await fetch(`${origin}/mijn-plan`, { headers: { cookie } })
  expect(await listClientAanwezigen(sql, hier.overlegId)).toHaveLength(1)

  const weg = await post(`${origin}/mijn-plan`, { intent: 'uitloggen' }, cookie)
  expect([weg.status, weg.headers.get('clear-site-data')]).toEqual([302, '"storage"'])
  expect(weg.headers.getSetCookie().every((gezet) => /=;.*Max-Age=0/.test(gezet))).toBe(true)
  expect(await listClientAanwezigen(sql, hier.overlegId)).toEqual([])
  expect((await fetch(`${origin}/mijn-plan`, { headers: { cookie } })).status).toBe(401)

  const terug = await openTelefoon(sql, brief)
  await fetch(`${origin}/mijn-plan`, { headers: { cookie: terug.cookie } })
  expect(await listClientAanwezigen(sql, hier.overlegId)).toMatchObject([{ toegelaten: false }])
  const verslag = await sql<{ event: string }[]>`
    select event from audit where client_persoon_id = ${hier.clientPersoonId}
      and event in ('client-entered', 'client-left') order by id`
  expect(verslag.map(({ event }) => event)).toEqual([
    'client-entered',
    'client-left',
    'client-entered',
  ])
})

test('[K2] the language of a screen is that of the person, until another is chosen in this browser', async () => {
  const hier = await seedTafel(sql, 'vooroverleg')
  await sql`update client_persoon set taal = 'en' where id = ${hier.clientPersoonId}`
  const brief = await createBrief(sql, hier.regie, hier.clientPersoonId)
  const { cookie } = await openTelefoon(sql, brief)
  const lees = async (pad: string, met: string) =>
    (await fetch(origin + pad, { headers: { cookie: met } })).text()
  expect(await lees('/mijn-plan', cookie)).toMatch(/<html lang="en" dir="ltr">[\s\S]*waiting room/)
  expect(await lees('/mijn-plan', `${cookie}; focustafel_taal=nl`)).toMatch(
    /<html lang="nl" dir="ltr">[\s\S]*U bent in de wachtkamer/,
  )
  expect(await lees('/mijn-plan', `${cookie}; focustafel_taal=xx`)).toContain('waiting room')
  expect(await lees(`/uitnodiging/${brief.token}`, '')).toContain('Welkom')
  expect(await lees(`/uitnodiging/${brief.token}?taal=en`, '')).toContain('Welcome')
  const gekozen = await post(`${origin}/taal`, { taal: 'en', naar: '//elders.nl' })
  expect(gekozen.status).toBe(400)
})
