import { afterAll, expect, test } from 'vitest'
import { dataAdres } from '../helpers/http-tabel.ts'
import { openHuis } from '../helpers/huis.ts'
import { rawAnswer } from '../helpers/raw.ts'
import { adresOf, ROUTES } from '../helpers/routes.ts'

// As in production: behind https, where cookies have another name and HSTS is there.
const ORIGIN = 'https://tafel.voorbeeld.nl'
const huis = await openHuis(['met cliënt'], { PUBLIC_ORIGIN: ORIGIN })
afterAll(() => huis[Symbol.asyncDispose]())

const { tafel, cookies } = huis.plek('met cliënt')
const WIE = ['niemand', 'procesregisseur', 'tafel'] as const

const ALTIJD = {
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'strict-transport-security': 'max-age=31536000',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()',
}
const BELEID = [
  "default-src 'none'",
  /^script-src 'nonce-[\w-]{22}' 'strict-dynamic'$/,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' wss://tafel.voorbeeld.nl",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
]

type Verzoek = { method?: string; headers?: Record<string, string>; body?: string }

function vraag(path: string, { headers, ...init }: Verzoek = {}, wie: (typeof WIE)[number]) {
  const cookie = cookies[wie] && `__Host-${cookies[wie]}`
  return fetch(huis.origin + path, { redirect: 'manual', ...init, headers: { cookie, ...headers } })
}

function expectHeaders(response: Response, cache: RegExp | string = 'no-store') {
  const { headers, url, status } = response
  const wat = `${status} ${new URL(url).pathname}`
  expect(Object.fromEntries(headers), wat).toMatchObject(ALTIJD)
  expect(headers.get('referrer-policy'), wat).toBe(
    url.includes('/uitnodiging/') ? 'strict-origin' : 'same-origin',
  )
  const [eerste, ...rest] = (headers.get('content-security-policy') ?? '').split('; ')
  const deel = [eerste, ...rest].map((regel, index) => {
    const wanted = BELEID[index]
    return wanted instanceof RegExp ? wanted.test(regel ?? '') : wanted === regel
  })
  expect(deel, `${wat} ${headers.get('content-security-policy')}`).toEqual(BELEID.map(() => true))
  expect(headers.get('cache-control'), wat).toMatch(cache)
  for (const name of ['x-powered-by', 'server', 'x-react-router-version']) {
    expect(headers.has(name), `${wat} ${name}`).toBe(false)
  }
}

test('[check 53] [check 54] [check 55] every route, whoever asks and whatever the answer, carries every header of safety and is kept by nobody', async () => {
  const statussen = new Set<number>()
  for (const route of ROUTES) {
    const path = adresOf(route, tafel.overlegId).replace(':document', 'besluitvorming')
    for (const wie of WIE) {
      for (const adres of [path, dataAdres(path)]) {
        const answers = await Promise.all([
          vraag(adres, {}, wie),
          vraag(adres, { method: 'HEAD' }, wie),
          ...(adres === path
            ? [vraag(adres, { method: 'PUT', headers: { origin: ORIGIN } }, wie)]
            : []),
          vraag(adres, { method: 'POST', headers: { origin: 'https://evil.nl' } }, wie),
          vraag(adres, { method: 'POST', headers: { origin: ORIGIN }, body: 'x' }, wie),
        ])
        for (const response of answers) {
          expectHeaders(response)
          statussen.add(response.status)
          await response.body?.cancel()
        }
      }
    }
  }
  expect([...statussen]).toEqual(expect.arrayContaining([200, 202, 302, 401, 403, 404, 405, 415]))
}, 120_000)

test('[check 53] [check 54] what is no page carries them too: health, files, what is not there, what is too much', async () => {
  const html = await (await vraag('/inloggen', {}, 'niemand')).text()
  const [asset = ''] = html.match(/\/assets\/[\w.-]+\.js/) ?? []
  expectHeaders(await vraag(asset, {}, 'niemand'), 'public, max-age=31536000, immutable')
  expectHeaders(await vraag('/meeting.png', {}, 'niemand'), 'public, max-age=3600')
  for (const path of ['/gezond', '/assets/weg.js', '/.env', '/%', `/${'x'.repeat(600)}`]) {
    expectHeaders(await vraag(path, {}, 'niemand'))
  }
  const groot = { method: 'POST', headers: { origin: ORIGIN }, body: 'x'.repeat(1_500_000) }
  const [kop = ''] = (
    await rawAnswer(
      huis.origin,
      `POST /inloggen HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nContent-Length: ${groot.body.length}\r\n\r\n`,
    )
  ).split('\r\n\r\n')
  expect(kop).toMatch(/^HTTP\/1\.1 413/)
  for (const name of Object.keys(ALTIJD)) expect(kop.toLowerCase()).toContain(`${name}: `)

  const socket = await fetch(`${huis.origin}/socket.io/?EIO=4&transport=polling`, {
    headers: { origin: ORIGIN },
  })
  expect(Object.fromEntries(socket.headers)).toMatchObject(ALTIJD)
  expect([socket.status, socket.headers.get('cache-control')]).toEqual([400, 'no-store'])
})

test('[check 61] asked for its head alone, a page says no more than that, and no other method does anything', async () => {
  for (const path of ['/overleggen', '/gezond', '/mijn-plan', '/dit/is/er/niet']) {
    const hoofd = await vraag(path, { method: 'HEAD' }, 'procesregisseur')
    const heel = await vraag(path, {}, 'procesregisseur')
    expect([hoofd.status, await hoofd.text()]).toEqual([heel.status, ''])
  }
  const trace = await rawAnswer(
    huis.origin,
    'TRACE / HTTP/1.1\r\nHost: x\r\nCookie: geheim=1\r\nConnection: close\r\n\r\n',
  )
  expect(trace).toMatch(/^HTTP\/1\.1 405/)
  expect(trace).not.toContain('geheim')
})

test("a script or a sheet goes packed to who can unpack it, and is the same; a page, with what is one person's, never does", async () => {
  const pagina = await vraag('/mijn-plan', { headers: { 'accept-encoding': 'br, gzip' } }, 'tafel')
  expect(pagina.headers.get('content-encoding')).toBeNull()
  const [script = ''] = (await pagina.text()).match(/\/assets\/kern-[\w.-]+\.js/) ?? []
  const gewoon = await vraag(script, { headers: { 'accept-encoding': 'identity' } }, 'niemand')
  const tekst = await gewoon.text()
  for (const encoding of ['br', 'gzip']) {
    const packed = await vraag(script, { headers: { 'accept-encoding': encoding } }, 'niemand')
    expectHeaders(packed, /immutable/)
    const { headers } = packed
    expect([headers.get('content-encoding'), headers.get('vary')]).toEqual([
      encoding,
      'Accept-Encoding',
    ])
    expect(headers.get('content-type')).toBe(gewoon.headers.get('content-type'))
    expect(Number(headers.get('content-length'))).toBeLessThan(tekst.length / 2)
    expect(await packed.text()).toBe(tekst)
  }
})

test('[check 62] [check 104] what is not for strangers is not there: sources, settings, the list of pages, versions, measurements', async () => {
  const html = await (await vraag('/inloggen', {}, 'niemand')).text()
  const [asset = ''] = html.match(/\/assets\/[\w.-]+\.js/) ?? []
  const weg = [
    ['/.git/HEAD', '/.git/config', '/.gitignore', '/.env', '/.npmrc', '/.vite/manifest.json'],
    ['/package.json', '/package-lock.json', '/README.md', '/server/main.ts', '/app/routes.ts'],
    ['/build/', '/build/server/index.js', '/build/client/', '/assets/', '/assets', '/data/'],
    [`${asset}.map`, `${asset}/../../../server/index.js`, '/__manifest', '/__manifest?p=%2Facties'],
    ['/metrics', '/health', '/status', '/server-status', '/debug', '/admin', '/socket.io/admin'],
    ['/_profiler', '/.well-known/security.txt', '/swagger', '/graphql', '/demo.json'],
  ].flat()
  for (const path of weg) {
    for (const wie of ['niemand', 'tafel'] as const) {
      const response = await vraag(path, {}, wie)
      expect([404, 403, 400], path).toContain(response.status)
      expect(await response.text(), path).not.toMatch(
        /const routes|"version"|\[core\]|sourcesContent/,
      )
    }
  }
  const script = await (await vraag(asset, {}, 'niemand')).text()
  expect(script).not.toContain('sourceMappingURL')

  const gezond = await vraag('/gezond', {}, 'niemand')
  expect([gezond.status, await gezond.text()]).toEqual([200, 'gezond'])
})
