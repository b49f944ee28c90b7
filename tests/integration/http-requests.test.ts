import { afterAll, expect, test } from 'vitest'
import { createBrief } from '../helpers/client-side.ts'
import { dumpInhoud, leeft, openHuis } from '../helpers/huis.ts'
import { bodyOf, rawAnswer, statusOf } from '../helpers/raw.ts'

const huis = await openHuis(['vooroverleg'])
afterAll(() => huis[Symbol.asyncDispose]())

const { tafel, cookies } = huis.plek('vooroverleg')
const { token } = await createBrief(huis.sql, tafel.regie, tafel.clientPersoonId)
const OVERLEG = `/overleggen/${tafel.overlegId}`
const MET_FORMULIER = [
  `${OVERLEG}/handeling`,
  `${OVERLEG}/deelnemers`,
  `${OVERLEG}/verklaring`,
  '/acties',
  '/overleggen',
  `${OVERLEG}/plan`,
  '/overleggen/nieuw',
  '/inloggen',
  `/uitnodiging/${token}`,
  '/mijn-plan',
]
const ZONDER_FORMULIER = ['/', OVERLEG, `${OVERLEG}/meekijken`, `${OVERLEG}/document/vraagstelling`]
const URLENCODED = 'application/x-www-form-urlencoded'
const BINNENKANT = /\bat \S+:\d+|node_modules|\/work\/|routes\/|select |Unexpected|Error/

type Verzoek = { method?: string; body?: string; headers?: Record<string, string> }

async function vraag(path: string, { method = 'POST', body = '', headers = {} }: Verzoek) {
  const begin = performance.now()
  const koppen = Object.entries({
    cookie: `${cookies.procesregisseur}; ${cookies.tafel}`,
    'content-type': URLENCODED,
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([naam, waarde]) => `${naam}: ${waarde}\r\n`)
  const host = `Host: ${new URL(huis.origin).host}\r\nConnection: close\r\n`
  const hoofd = `${method} ${path} HTTP/1.1\r\n${host}${koppen.join('')}\r\n`
  const answer = await rawAnswer(huis.origin, hoofd + body)
  const text = bodyOf(answer).replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
  return { status: statusOf(answer), text, ms: performance.now() - begin }
}

/** In Dutch, and without anything of how it is made. */
function expectWeigering({ text }: { text: string }, wat: string) {
  expect(text, wat).toMatch(
    /^(Dit|Deze|Er ging) .*\.$|lang="nl"|^\{"refusal"|^[0-9a-f]+\r\n.*(lang="nl"|\{"refusal")/s,
  )
  expect(text.replace(/<[^>]+>/g, ''), wat).not.toMatch(BINNENKANT)
}

test('a form from another site, or that is none, is refused at every action and changes nothing', async () => {
  const before = await dumpInhoud(huis.sql)
  const { origin } = huis
  const vreemd: [number, Record<string, string>][] = [
    [403, {}],
    [403, { origin: 'null' }],
    [403, { origin: 'https://evil.nl' }],
    [403, { origin: `${origin}.evil.nl` }],
    [403, { origin, 'sec-fetch-site': 'cross-site' }],
    [403, { origin, 'sec-fetch-site': 'same-site' }],
    [415, { origin, 'content-type': 'text/plain' }],
    [415, { origin, 'content-type': 'text/xml' }],
  ]
  for (const path of [...MET_FORMULIER, `${OVERLEG}/handeling.data`, '/acties.data']) {
    for (const [status, headers] of vreemd) {
      const answer = await vraag(path, { body: 'intent=hand&hand=op', headers })
      const wat = `${path} ${JSON.stringify(headers)}`
      expect(answer.status, wat).toBe(status)
      expectWeigering(answer, wat)
    }
  }
  expect(await dumpInhoud(huis.sql)).toBe(before)
})

test('bodies that are too large, too many, broken or of another kind are refused at once', async () => {
  const before = await dumpInhoud(huis.sql)
  const { origin } = huis
  const deel = 'Content-Disposition: form-data; name="a"\r\n\r\nb\r\n'
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
  const bodies: [string, string, Record<string, string>][] = [
    ['nothing', '', {}],
    ['10 MB', '', { 'content-length': '10000000' }],
    ['one field of 999 kB', `intent=${'x'.repeat(990_000)}`, {}],
    ['10,000 fields', Array.from({ length: 10_000 }, (_, n) => `v${n}=x`).join('&'), {}],
    ['half a million fields', 'a&'.repeat(499_000), {}],
    ['10,000 of one name', 'deelnemer=x&'.repeat(10_000), {}],
    ['a name 10,000 deep', `rol${'[0]'.repeat(10_000)}=1`, {}],
    ['dots', `rol${'.x'.repeat(10_000)}=1`, {}],
    ['half a surrogate', 'intent=%ED%A0%BD&tekst=%ED%A0%BD', {}],
    ['bytes that are no text', 'intent=%ff%fe%00&x=\u0000\u0001', {}],
    ['many parts', `--x\r\n${deel}`.repeat(12_000), multipart],
    ['half a part', '--x\r\nContent-Disp', multipart],
    ['no boundary', '--x\r\n', { 'content-type': 'multipart/form-data' }],
    ['json', '{"intent":"start"}', { 'content-type': 'application/json' }],
    ['deep json', '['.repeat(100_000), { 'content-type': 'application/json' }],
  ]
  for (const path of MET_FORMULIER) {
    for (const [naam, body, headers] of bodies) {
      const answer = await vraag(path, { body, headers: { origin, ...headers } })
      const wat = `${path} ${naam}: ${answer.status}`
      // Whoever is signed in, has signed, or has no plan yet, is sent on; that nothing happened is below.
      const verwezen = ['/inloggen', `${OVERLEG}/verklaring`, `${OVERLEG}/plan`]
      const isVerwezen = verwezen.includes(path)
      expect(answer.status >= 400 || (isVerwezen && answer.status === 302), wat).toBe(true)
      expect(answer.status, wat).toBeLessThan(500)
      if (naam === '10 MB') expect(answer.status, wat).toBe(413)
      if (answer.status >= 400) expectWeigering(answer, wat)
      expect(answer.ms, wat).toBeLessThan(3000)
    }
  }
  expect(await dumpInhoud(huis.sql)).toBe(before)
  expect(await leeft(huis)).toBe(true)
}, 60_000)

test('what a route does not do is refused, whoever asks', async () => {
  const { origin } = huis
  for (const path of [...MET_FORMULIER, ...ZONDER_FORMULIER, '/gezond', '/bestaat/niet']) {
    for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
      const answer = await vraag(path, { method, headers: { origin } })
      expect(answer.status, `${method} ${path}`).toBe(405)
      expectWeigering(answer, `${method} ${path}`)
    }
  }
  for (const path of [...ZONDER_FORMULIER, `${OVERLEG}/meekijken.data`, `${OVERLEG}.data`]) {
    for (const cookie of ['', cookies.blijft, cookies.tafel, huis.elders.cookie]) {
      const answer = await vraag(path, { body: 'a=b', headers: { origin, cookie } })
      expect(answer.status, `POST ${path}`).toBe(405)
      expectWeigering(answer, `POST ${path}`)
    }
  }
  const override = { 'x-http-method-override': 'DELETE' }
  expect((await vraag('/overleggen', { method: 'GET', headers: override })).status).toBe(200)
})

test('addresses that are none lead nowhere, and no secret of a letter into the log', async () => {
  const id = tafel.overlegId
  const adressen: [string, number][] = [
    ['/%', 400],
    [`/uitnodiging/${token}%`, 400],
    [`/uitnodiging/${token}%ff`, 400],
    ['*', 400],
    ['http://evil.nl/overleggen', 400],
    ['/%00', 404],
    ['//evil.nl', 404],
    ['/\\evil.nl', 404],
    ['/..%2f..%2fetc/passwd', 404],
    ['/assets/../server/index.js', 403],
    ['/assets/%2e%2e/%2e%2e/package.json', 403],
    ['/assets/', 404],
    ['/.env', 404],
    ['/.git/config', 404],
    ['/.vite/manifest.json', 404],
    ['/build/server/index.js', 404],
    ['/package.json', 404],
    ['/overleggen/__proto__', 404],
    [`/overleggen/${id}%00`, 404],
    [`/overleggen/${id};x=1`, 404],
    [`/overleggen/${id}%2fdeelnemers`, 404],
    [`/overleggen/${id}//deelnemers`, 404],
    [`${OVERLEG}/document/`, 404],
    [`${OVERLEG}/document/vraagstelling.`, 404],
    [`${OVERLEG}/document/VRAAGSTELLING`, 404],
    [`${OVERLEG}/document/vraagstelling%2f..%2fbesluitvorming`, 404],
    [`${OVERLEG}/document/constructor`, 404],
    [`${OVERLEG}/handeling/x`, 404],
    [`/${'x/'.repeat(5000)}`, 400],
    [`/uitnodiging/${'x'.repeat(5000)}`, 400],
    ['/_root.data', 404],
    ['/overleggen.data.data', 404],
  ]
  for (const [path, status] of adressen) {
    const answer = await vraag(path, { method: 'GET' })
    expect(answer.status, path.slice(0, 80)).toBe(status)
    if (!path.endsWith('.data')) expectWeigering(answer, path.slice(0, 80))
  }
  expect(await leeft(huis)).toBe(true)
  expect(huis.server.log()).not.toContain(token)
  for (const line of huis.server.log().trim().split('\n')) {
    expect(JSON.parse(line)).toHaveProperty('event')
  }
})
