import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test, vi } from 'vitest'
import type { Sql } from '#db/connection.ts'
import { type FrontStart, startBalancer } from '../helpers/balancer.ts'
import { openDocument, storedText } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { createFaultProxy } from '../helpers/fault-proxy.ts'
import { startPair } from '../helpers/pair.ts'
import { FRONTS } from '../helpers/proxies.ts'
import { statusOf } from '../helpers/raw.ts'
import { seedOverleg, WACHTWOORD } from '../helpers/seed-overleg.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { openSocket } from '../helpers/sockets.ts'
import { notOnce, startTypists } from '../helpers/typists.ts'

const BESLUITVORMING = { status: 'lopend', fase: 'besluitvorming', tafel: 'vooroverleg' } as const
const PLAATSEN = ['procesregisseur', 'casushouder', 'blijft', 'vertrekt'] as const
const BACK_WITHIN_MS = 5000
const CUT_WITHIN_MS = 1000

type Options = { faulty?: boolean; front?: FrontStart }

async function createScene({ faulty = false, front = startBalancer }: Options = {}) {
  const database = await createTestDatabase()
  const { sql } = database
  const proxy = await createFaultProxy({ port: Number(new URL(database.url).port) })
  const secondUrl = faulty ? proxy.through(database.url) : database.url
  const pair = await startPair({ databaseUrl: database.url, secondUrl, front })
  const { overlegId, ids, emails } = await seedOverleg(sql, BESLUITVORMING, PLAATSEN)
  const key = { overlegId, document: 'besluitvorming' } as const
  const cookieOf = (wie: (typeof PLAATSEN)[number]) => createCookie(sql, ids[wie])
  return {
    sql,
    pair,
    proxy,
    overlegId,
    ids,
    emails,
    key,
    cookieOf,
    /** So many people at work, in both processes. */
    typists: async (aantal: number, everyMs?: number) => {
      const cookies = await Promise.all(
        Array.from({ length: aantal }, (_, index) => cookieOf(PLAATSEN[index % 3] ?? 'blijft')),
      )
      return startTypists({ url: pair.url, key, cookies, everyMs })
    },
    at: (server: { origin: string }, cookie: string) =>
      openDocument({ url: collabOf(server), cookie, key }),
    stored: () => storedText(sql, key),
    async [Symbol.asyncDispose]() {
      await pair[Symbol.asyncDispose]()
      await proxy[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

function collabOf({ origin }: { origin: string }) {
  return `${origin.replace(/^http/, 'ws')}/collab`
}

test('[D2] kill -9 of one of two under twenty typists: its browsers are at work in the other within five seconds', async () => {
  await using scene = await createScene()
  const { sql, pair, overlegId } = scene
  using table = await scene.typists(20)
  using here = openSocket(pair.een.origin, {
    cookie: await scene.cookieOf('blijft'),
    overlegId,
  })
  expect(await here.answer).toBe('open')
  await vi.waitFor(() => expect(table.saved().length).toBeGreaterThan(200), 20_000)
  const before = table.people.map(({ closes }) => closes.length)
  const told = table.saved()

  const dead = performance.now()
  await pair.een.kill()
  // Each has been told since that something is saved that he typed after it.
  const isAtWork = ({ words }: (typeof table.people)[number]) =>
    words.some(({ typedAt, savedAt }) => typedAt > dead && savedAt !== null)
  await vi.waitFor(() => expect(table.people.filter(isAtWork)).toHaveLength(20), BACK_WITHIN_MS)
  expect(performance.now() - dead).toBeLessThan(BACK_WITHIN_MS)
  const hit = table.people.filter(({ closes }, index) => closes.length > (before[index] ?? 0))
  expect(hit.length).toBeGreaterThan(4)

  await table.finish()
  expect(notOnce(await scene.stored(), [...told, ...table.words()])).toEqual([])
  expect(table.people.flatMap(({ refused }) => refused)).toEqual([])
  await expectAllEqual(table.people)
  await expectBuried(sql)
})

/** Nobody is at the table by way of a process that is dead. */
async function expectBuried(sql: Sql) {
  expect(await sql`select from aanwezigheid`).toHaveLength(1)
  await sql`update proces set gezien_op = gezien_op - interval '15 seconds'`
  await vi.waitFor(async () => expect(await sql`select from aanwezigheid`).toHaveLength(0))
  expect(await sql`select from proces`).toHaveLength(1)
}

async function expectAllEqual(people: readonly { text: () => string }[]) {
  await vi.waitFor(() => expect(new Set(people.map(({ text }) => text())).size).toBe(1))
}

for (const front of FRONTS) {
  test.skipIf(front.skip)(
    `[D1] [D2] a deploy behind ${front.name}, under typing: no word is lost, every page is answered, nobody waits for a door that is closed`,
    async () => {
      await using scene = await createScene({ front: front.start })
      const { pair } = scene
      using table = await scene.typists(8)
      await vi.waitFor(() => expect(table.saved().length).toBeGreaterThan(60), 20_000)
      const visitors = keepVisiting(pair.origin)

      const later = []
      for (const [index, old] of [pair.een, pair.twee].entries()) {
        const half = await startPosting(old.origin, scene.emails.blijft)
        const began = performance.now()
        const exit = old.stop()
        expect(await half.finish()).toBe(302)
        expect(await exit).toBe(0)
        expect(performance.now() - began).toBeLessThan(10_000)
        later.push(await pair.start(pair.ports[index] ?? 0))
        await untilAtWork(table)
      }
      const answers = await visitors.stop()
      expect(answers.length).toBeGreaterThan(10)
      if (front.start !== startBalancer) expect(new Set(answers)).toEqual(new Set([200]))

      const codes = new Set(table.people.flatMap(({ closes }) => closes))
      // A proxy that looks at /gezond may be sooner, and its cut is none of the server's codes.
      const expected = front.start === startBalancer ? [1012] : [1012, 1006]
      expect(expected).toEqual(expect.arrayContaining([...codes]))
      await table.finish()
      expect(notOnce(await scene.stored(), table.words())).toEqual([])
      expect(table.people.flatMap(({ refused }) => refused)).toEqual([])
      await expectAllEqual(table.people)
      for (const server of later) await server[Symbol.asyncDispose]()
    },
  )
}

/** Everybody has been told since that what he types is saved. */
async function untilAtWork({ people }: Awaited<ReturnType<typeof startTypists>>) {
  const now = performance.now()
  await vi.waitFor(() =>
    expect(
      people.every(({ words }) => words.some((w) => w.typedAt > now && w.savedAt !== null)),
    ).toBe(true),
  )
}

/** People who open one page after another. */
function keepVisiting(origin: string) {
  let stopped = false
  const answers: number[] = []
  const visit = async () => {
    while (!stopped) {
      const status = await fetch(`${origin}/inloggen`, { headers: { connection: 'close' } }).then(
        async (response) => {
          await response.text()
          return response.status
        },
        () => 0,
      )
      answers.push(status)
    }
  }
  const visits = [visit(), visit()]
  return {
    async stop() {
      stopped = true
      await Promise.all(visits)
      return answers
    },
  }
}

/** A form of which the server has the beginning. */
async function startPosting(origin: string, email: string) {
  const { hostname, port, host } = new URL(origin)
  const body = new URLSearchParams({ email, wachtwoord: WACHTWOORD }).toString()
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    answer += chunk
  })
  socket.write(`GET /gezond HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  await vi.waitFor(() => expect(answer).toContain('gezond'))
  answer = ''
  socket.write(
    `POST /inloggen HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 9)}`,
  )
  await new Promise((resolve) => setTimeout(resolve, 50))
  return {
    async finish() {
      await new Promise((resolve) => setTimeout(resolve, 150))
      socket.write(body.slice(9))
      await once(socket, 'close')
      return statusOf(answer)
    },
  }
}

test('[S3] [D2] with the LISTEN connections of both cut, rights hold within a second and texts catch up', async () => {
  await using scene = await createScene()
  const { sql, pair, overlegId } = scene
  const vertrekt = await scene.cookieOf('vertrekt')
  using regie = scene.at(pair.een, await scene.cookieOf('procesregisseur'))
  using weg = scene.at(pair.twee, vertrekt)
  using blijft = scene.at(pair.twee, await scene.cookieOf('blijft'))
  using tafel = openSocket(pair.twee.origin, { cookie: vertrekt, overlegId })
  expect(await tafel.answer).toBe('open')
  await vi.waitFor(() => expect([regie, weg, blijft].every((d) => d.provider.synced)).toBe(true))
  const closed = [
    new Promise((resolve) => weg.provider.once('connection-close', resolve)),
    tafel.closed,
  ]

  expect((await cutListeners(sql)).length).toBe(2)
  regie.write('Terwijl niemand luisterde.')
  const begin = performance.now()
  await sql`update overleg set tafel = 'met-client' where id = ${overlegId}`
  await Promise.all(closed)
  expect(performance.now() - begin).toBeLessThan(CUT_WITHIN_MS)
  expect(weg.closes).toEqual([4403])
  await vi.waitFor(() => expect(blijft.text()).toContain('Terwijl niemand luisterde.'), 5000)
})

function cutListeners(sql: Sql) {
  return sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where backend_type = 'client backend' and datname = current_database() and query ilike 'listen%'`
}

test('[D1] a process that cannot reach the database shows nothing as saved and lets nobody in; the other goes on', async () => {
  await using scene = await createScene({ faulty: true })
  const { pair, proxy } = scene
  using hier = scene.at(pair.een, await scene.cookieOf('casushouder'))
  using daar = scene.at(pair.twee, await scene.cookieOf('blijft'))
  await vi.waitFor(() => expect([hier, daar].every((d) => d.provider.synced)).toBe(true))
  daar.write('Nog samen.')
  await vi.waitFor(() => expect(hier.text()).toContain('Nog samen.'))
  await vi.waitFor(() => expect(daar.acknowledged.at(-1)).toBe(daar.sent()))

  proxy.freeze()
  daar.write('Aan de verkeerde kant.')
  hier.write('Aan de goede kant.')
  await vi.waitFor(() => expect(hier.acknowledged.at(-1)).toBe(hier.sent()))
  using later = scene.at(pair.twee, await scene.cookieOf('procesregisseur'))
  await vi.waitFor(async () => expect((await fetch(`${pair.twee.origin}/gezond`)).status).toBe(503))
  expect(daar.acknowledged.at(-1)).toBe(daar.sent() - 1)
  expect(later.provider.synced).toBe(false)
  expect(later.text()).toBe('')
  expect(hier.text()).not.toContain('verkeerde')
  expect(daar.text()).not.toContain('goede')

  proxy.heal()
  await vi.waitFor(() => {
    for (const { text } of [hier, daar, later]) {
      expect(text()).toContain('Aan de verkeerde kant.')
      expect(text()).toContain('Aan de goede kant.')
    }
  }, 15_000)
  expect(daar.acknowledged.at(-1)).toBe(daar.sent())
  expect([...hier.refused, ...daar.refused]).toEqual([])
})
