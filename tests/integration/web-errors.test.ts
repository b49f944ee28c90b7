import { afterAll, expect, test, vi } from 'vitest'
import { createBrief } from '../helpers/client-side.ts'
import { dataAdres } from '../helpers/http-tabel.ts'
import { dumpInhoud, leeft, openHuis } from '../helpers/huis.ts'
import { KANARIE } from '../helpers/kanaries.ts'
import { rawAnswer } from '../helpers/raw.ts'
import { adresOf, ROUTES } from '../helpers/routes.ts'
import { WACHTWOORD } from '../helpers/seed-overleg.ts'
import { post } from '../helpers/sign-in.ts'

const huis = await openHuis(['met cliënt', 'vastgesteld'])
afterAll(() => huis[Symbol.asyncDispose]())
const { tafel, cookies } = huis.plek('met cliënt')

/** What a person may not get to see of how it is made. */
const BINNENKANT =
  /\bat \S+:\d+|node_modules|\/server\/|\.tsx?:|select |insert into|relation|column|constraint|TypeError|PostgresError|stack/i

/** What a person reads of it. */
function zonderTags(html: string): string {
  return html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')
}

/** A database in which three things are not what the program thinks: what asks for them goes wrong. */
async function metStoring(doe: () => Promise<void>) {
  const { sql } = huis
  await sql`alter table overleg rename column vraag to weg`
  await sql`alter table client_persoon rename column naam to weg`
  await sql`alter table actie_status rename column status to weg`
  try {
    await doe()
  } finally {
    await sql`alter table overleg rename column weg to vraag`
    await sql`alter table client_persoon rename column weg to naam`
    await sql`alter table actie_status rename column weg to status`
  }
}

test('[check 60] what goes wrong on our side says so in general words: no stack, no SQL, no path, no ids', async () => {
  const { origin } = huis
  const answers: { status: number; text: string; path: string }[] = []
  const bewaar = async (path: string, response: Response) => {
    const html = await response.text()
    answers.push({ status: response.status, text: zonderTags(html), path })
  }
  await metStoring(async () => {
    for (const route of ROUTES) {
      const path = adresOf(route, tafel.overlegId).replace(':document', 'besluitvorming')
      for (const adres of [path, dataAdres(path)]) {
        for (const cookie of [cookies.procesregisseur, cookies.tafel]) {
          const init = { redirect: 'manual', headers: { cookie } } as const
          await bewaar(adres, await fetch(origin + adres, init))
        }
      }
    }
    const url = `${origin}/overleggen/${tafel.overlegId}/handeling`
    for (const intent of ['terug', 'dicht', 'vaststellen', 'aanvaarden']) {
      await bewaar(intent, await post(url, { intent }, cookies.procesregisseur))
    }
  })
  const fouten = answers.filter(({ status }) => status >= 500)
  expect(fouten.length).toBeGreaterThanOrEqual(20)
  for (const { text, path } of fouten) {
    expect(text, path).not.toMatch(BINNENKANT)
    expect(text, path).not.toContain(tafel.overlegId)
    expect(text, path).toMatch(/Er ging iets mis|foutnummer/)
    // What a person reads to the helpdesk is beside the mistake in the log, and there once.
    const [nummer] = /\b\d{4}-\d{4}\b/.exec(text) ?? []
    expect(huis.server.log().split(`"nummer":"${nummer}"`), path).toHaveLength(2)
  }
  expect(huis.server.log()).toContain('"event":"page-failed"')
  expect(huis.server.log()).not.toContain(KANARIE)
  expect(await leeft(huis)).toBe(true)
}, 120_000)

test('[check 60] an address that is none gets no number of a mistake: nobody would find it in the log', async () => {
  for (const path of ['/assets/%00', '/assets/%2e%2e%2fx']) {
    const response = await fetch(huis.origin + path)
    expect(response.status).toBeLessThan(500)
    expect(await response.text()).toBe('Dit adres klopt niet.')
  }
})

test('[check 81] newlines, colours of a terminal and endless values stay out of the log: every line is one event', async () => {
  const { origin, server } = huis
  const before = server.log().length
  const vals = [
    '%0a{"event":"sessie-started"}',
    '%1b[31mrood%1b[0m',
    '%0d%0aSet-Cookie:%20x=1',
    '\u202e%E2%80%AE',
    'x'.repeat(400),
    '%00%07%08',
  ]
  for (const val of vals) {
    await fetch(`${origin}/zoek/${val}?naam=${val}`, { headers: { 'user-agent': 'x\t[31m' } })
    await post(`${origin}/inloggen`, { email: `${decodeURIComponent(val)}@x.nl`, wachtwoord: val })
    await post(`${origin}/uitnodiging/${val}`, { code: decodeURIComponent(val) })
  }
  await rawAnswer(
    origin,
    'GET /\n{"event":"vals"} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 1.2.3.4\n{"a":1}\r\n\r\n',
    500,
  )
  const lines = server.log().slice(before).trim().split('\n')
  expect(lines.length).toBeGreaterThan(vals.length * 2)
  for (const line of lines) {
    expect(JSON.parse(line), line).toHaveProperty('event')
    expect(line.length).toBeLessThan(1_000)
    expect(line).not.toMatch(/[^\x20-\x7e]|rood|x{20}|sessie-started|Set-Cookie|1\.2\.3\.4/)
  }
})

test('[check 52] asking for a page, as anybody, with whatever is in its address, changes no table', async () => {
  const { sql, origin } = huis
  const before = await dumpInhoud(sql)
  // Without them everybody asks for everything in http-matrix.
  const vragen = ['?_method=POST&intent=dicht', '?index&intent=uitloggen']
  for (const route of ROUTES) {
    const path = adresOf(route, tafel.overlegId).replace(':document', 'besluitvorming')
    for (const cookie of [cookies.procesregisseur, cookies.blijft, cookies.tafel]) {
      for (const vraag of vragen) {
        const response = await fetch(`${origin}${path}${vraag}`, {
          redirect: 'manual',
          headers: { cookie, 'x-http-method-override': 'POST', 'x-http-method': 'DELETE' },
        })
        await response.body?.cancel()
      }
    }
  }
  expect(await dumpInhoud(sql)).toBe(before)
}, 120_000)

test('[check 58] [check 59] a header that names another host, or a place to go to, leads nowhere else', async () => {
  const { origin, sql } = huis
  const vals = [
    '//evil.nl',
    '/\\evil.nl',
    '/%5cevil.nl',
    'https:evil.nl',
    '/%2f/evil.nl',
    '/\t/evil.nl',
  ]
  for (const naar of [
    ...vals,
    'javascript:alert(1)',
    '\u0000/evil',
    ' //evil.nl',
    '/..//evil.nl',
  ]) {
    const query = new URLSearchParams({ naar })
    for (const cookie of ['', cookies.blijft]) {
      const response = await fetch(`${origin}/inloggen?${query}`, {
        redirect: 'manual',
        headers: { cookie },
      })
      const to = new URL(response.headers.get('location') ?? '/', origin)
      expect(to.origin, naar).toBe(origin)
      await response.body?.cancel()
    }
    const velden = { email: tafel.emails.casushouder, wachtwoord: WACHTWOORD, naar }
    const response = await post(`${origin}/inloggen?${query}`, velden)
    const to = response.headers.get('location') ?? ''
    expect(new URL(to, origin).origin, naar).toBe(origin)
    expect(to, naar).toMatch(/^\/(?![/\\])/)
  }

  const headers = [
    ['Host', 'evil.nl'],
    ['X-Forwarded-Host', 'evil.nl'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-For', '9.9.9.9'],
    ['Forwarded', 'host=evil.nl;proto=https'],
    ['X-Original-URL', '/beheer'],
    ['X-Rewrite-URL', '/beheer'],
  ]
  const kop = headers.map(([naam, waarde]) => `${naam}: ${waarde}\r\n`).join('')
  for (const path of ['/', '/overleggen', '/inloggen', '/mijn-plan', '/dit/is/er/niet']) {
    const answer = await rawAnswer(
      origin,
      `GET ${path} HTTP/1.1\r\n${kop}Connection: close\r\n\r\n`,
    )
    expect(answer, path).not.toContain('evil.nl')
  }
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const body = `intent=brief&doel=${tafel.clientPersoonId}`
  const answer = await rawAnswer(
    origin,
    `POST /overleggen/${tafel.overlegId}/deelnemers HTTP/1.1\r\n${kop}Origin: ${origin}\r\nCookie: ${cookies.procesregisseur}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  )
  expect(answer).not.toContain('evil.nl')
  expect(brief.token).not.toBe('')
  await vi.waitFor(async () => expect(await leeft(huis)).toBe(true))
}, 120_000)
