import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { expect, test, vi } from 'vitest'
import { createTestDatabase } from '../helpers/database.ts'
import { startTestServer } from '../helpers/server.ts'

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}

async function startHouse() {
  const database = await createTestDatabase()
  const server = await startTestServer({ databaseUrl: database.url })
  return {
    ...server,
    database,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

/** Says exactly these headers, which fetch would not. */
function send(url: string, method: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', reject)
    request.end()
  })
}

/** The first line of what comes back on a bare socket. */
function raw(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let answer = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
  })
}

function post(path: string, origin: string, length: number): string {
  const type = 'application/x-www-form-urlencoded'
  return `POST ${path} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nOrigin: ${origin}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`
}

function upgrade(house: string, path: string, origin?: string): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: ${new URL(house).host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...(origin ? [`Origin: ${origin}`] : []),
    '',
    '',
  ].join('\r\n')
}

test('every answer carries the security headers, and only hashed files may be kept', async () => {
  await using house = await startHouse()
  const page = await fetch(`${house.origin}/inloggen`)
  const html = await page.text()
  const [asset = ''] = html.match(/\/assets\/[\w.-]+\.js/) ?? []
  const others = await Promise.all(
    ['/gezond', '/dit/is/er/niet', '/overleggen', asset, '/assets/weg.js', '/.env'].map((path) =>
      fetch(house.origin + path, { redirect: 'manual' }),
    ),
  )

  for (const response of [page, ...others]) {
    expect(Object.fromEntries(response.headers), response.url).toMatchObject(EVERYWHERE)
    expect(response.headers.has('x-powered-by')).toBe(false)
    const kept = response.url.endsWith(asset)
    expect(response.headers.get('cache-control'), response.url).toBe(
      kept ? 'public, max-age=31536000, immutable' : 'no-store',
    )
  }
  expect(others.map(({ status }) => status)).toEqual([200, 404, 302, 200, 404, 404])
})

test('the policy for scripts has a nonce that is new each time, and no way around it', async () => {
  await using house = await startHouse()
  const policies = await Promise.all(
    [1, 2].map(async () => {
      const response = await fetch(`${house.origin}/inloggen`)
      const policy = response.headers.get('content-security-policy') ?? ''
      const [, nonce = ''] = /'nonce-([\w-]{20,})'/.exec(policy) ?? []
      const html = await response.text()
      const scripts = html.match(/<script[^>]*>/g) ?? []
      expect(scripts.every((script) => script.includes(`nonce="${nonce}"`))).toBe(true)
      return policy
    }),
  )
  expect(policies[0]).not.toBe(policies[1])
  expect(policies[0]).toContain("default-src 'none'")
  expect(policies[0]).toContain("frame-ancestors 'none'")
  expect(policies.join()).not.toContain('unsafe')
})

test('nothing is changed by a request that does not come from our own pages', async () => {
  await using house = await startHouse()
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '0' }
  const from = (headers: Record<string, string>, path = '/uitloggen') =>
    send(house.origin + path, 'POST', { ...form, ...headers })

  expect(await from({})).toBe(403)
  expect(await from({ origin: 'null' })).toBe(403)
  expect(await from({ origin: 'https://kwaad.nl' })).toBe(403)
  expect(await from({ origin: `${house.origin}.kwaad.nl` })).toBe(403)
  expect(await from({ origin: house.origin, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await from({ origin: 'https://kwaad.nl', 'sec-fetch-site': 'same-origin' })).toBe(403)
  expect(await from({ origin: 'https://kwaad.nl', host: 'kwaad.nl' })).toBe(403)
  expect(await from({ origin: house.origin })).toBeLessThan(400)
  expect(await from({ 'sec-fetch-site': 'same-origin' })).toBeLessThan(400)
  const large = post('/inloggen', house.origin, 2_000_000)
  expect(await raw(house.origin, large)).toContain('413')
  expect(await send(`${house.origin}/inloggen`, 'PUT', { origin: house.origin })).toBe(405)
  expect(await send(`${house.origin}/inloggen`, 'TRACE', { origin: house.origin })).toBe(405)
})

test('a websocket from another site, or to nowhere, is refused before it is one', async () => {
  await using house = await startHouse()
  const { origin } = house
  const collab = '/collab/overleg/3e0cb2a0-24a0-4d2f-8a2f-7a2b58a4f6d1/beeldvorming'
  const socketIo = '/socket.io/?EIO=4&transport=websocket'

  expect(await raw(origin, upgrade(origin, collab))).toContain('403')
  expect(await raw(origin, upgrade(origin, collab, 'https://kwaad.nl'))).toContain('403')
  expect(await raw(origin, upgrade(origin, collab, `${origin}.kwaad.nl`))).toContain('403')
  expect(await raw(origin, upgrade(origin, collab, origin))).toContain('401')
  expect(await raw(origin, upgrade(origin, socketIo, 'https://kwaad.nl'))).toContain('40')
  expect(await raw(origin, upgrade(origin, socketIo))).toContain('40')
  expect(await raw(origin, upgrade(origin, '/iets/anders', origin))).toContain('404')
  expect(await raw(origin, 'GET / HTTP/1.1\r\nHost: \0\r\n\r\n')).toContain('400')
  expect((await fetch(`${origin}/gezond`)).status).toBe(200)
})

test('it says that it is not well while the database is away, and is well when that is back', async () => {
  await using house = await startHouse()
  const { database, origin } = house
  const [row] = await database.sql<{ name: string }[]>`select current_database() as name`
  const name = row?.name ?? ''
  await using other = await createTestDatabase()

  await database.sql.end()
  await other.sql`alter database ${other.sql(name)} allow_connections false`
  await other.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = ${name} and backend_type = 'client backend'`
  await vi.waitFor(async () => expect((await fetch(`${origin}/gezond`)).status).toBe(503), 15_000)
  await other.sql`alter database ${other.sql(name)} allow_connections true`
  await vi.waitFor(async () => expect((await fetch(`${origin}/gezond`)).status).toBe(200), 15_000)
})

test('asked to stop it ends in order, and its place is free for the next', async () => {
  await using house = await startHouse()
  const begun = performance.now()

  expect(await house.stop()).toBe(0)
  expect(performance.now() - begun).toBeLessThan(10_000)
  expect(house.log()).toContain('"event":"server-stopped"')
  expect(await house.database.sql`select from proces`).toHaveLength(0)
})

test('what it logs is one JSON line per event', async () => {
  await using house = await startHouse()
  await fetch(`${house.origin}/uitnodiging/geheim-uit-de-brief`)
  await house.stop()

  const lines = house.log().trim().split('\n')
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('event')
  expect(house.log()).not.toContain('geheim-uit-de-brief')
  expect(house.log()).not.toContain('127.0.0.1')
})
