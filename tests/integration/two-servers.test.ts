import { expect, test, vi } from 'vitest'
import { type FrontStart, startBalancer } from '../helpers/balancer.ts'
import { createBrief, openTelefoon } from '../helpers/client-side.ts'
import { openDocument } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { startPair } from '../helpers/pair.ts'
import { FRONTS } from '../helpers/proxies.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { createCookie, post } from '../helpers/sign-in.ts'
import { openSocket } from '../helpers/sockets.ts'

const WITHIN_MS = 1000
const WIE = ['procesregisseur', 'casushouder', 'blijft', 'vertrekt'] as const
type Wie = (typeof WIE)[number]

/** A table of four, each with two connections of each kind: whatever the front does, both processes have some. */
async function createScene(start: FrontStart) {
  const database = await createTestDatabase()
  const { sql } = database
  const pair = await startPair({ databaseUrl: database.url, front: start })
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { overlegId, ids } = tafel
  const cookies: Record<Wie, string> = {
    procesregisseur: await createCookie(sql, ids.procesregisseur),
    casushouder: await createCookie(sql, ids.casushouder),
    blijft: await createCookie(sql, ids.blijft),
    vertrekt: await createCookie(sql, ids.vertrekt),
  }
  const key = { overlegId, document: 'besluitvorming' } as const
  const texts = WIE.flatMap((wie) =>
    [1, 2].map(() => ({ wie, ...openDocument({ url: pair.url, cookie: cookies[wie], key }) })),
  )
  const tables = WIE.flatMap((wie) =>
    [1, 2].map(() => ({ wie, ...openSocket(pair.origin, { cookie: cookies[wie], overlegId }) })),
  )
  const open = [...texts, ...tables]
  await vi.waitFor(() => expect(texts.every(({ provider }) => provider.synced)).toBe(true))
  for (const { answer } of tables) expect(await answer).toBe('open')

  return {
    sql,
    pair,
    tafel,
    texts,
    tables,
    doe: (wie: Wie, fields: Record<string, string>) =>
      post(`${pair.origin}/overleggen/${overlegId}/handeling`, fields, cookies[wie]),
    uitloggen: (wie: Wie) => post(`${pair.origin}/uitloggen`, {}, cookies[wie]),
    closings: (wie: Wie) => [
      ...texts.filter((text) => text.wie === wie).map(closingOf),
      ...tables.filter((table) => table.wie === wie).map(({ closed }) => closed.then(now)),
    ],
    async [Symbol.asyncDispose]() {
      for (const one of open) one[Symbol.dispose]()
      await pair[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

type Scene = Awaited<ReturnType<typeof createScene>>

function closingOf({ provider }: ReturnType<typeof openDocument>): Promise<number> {
  return new Promise((resolve) => provider.once('connection-close', () => resolve(now())))
}

function now() {
  return performance.now()
}

for (const { name, start, skip } of FRONTS) {
  test.skipIf(skip)(
    `[S3] [T2] [D1] two processes behind ${name} are one: text, table, cliënt, rights, sessions`,
    async () => {
      await using scene = await createScene(start)
      await bothHaveSome(scene)
      await writeTogether(scene)
      await seeHandsAndFasen(scene)
      await seatTheClient(scene)
      await endASession(scene)
      if (start !== startBalancer) expect(await addressesOf(scene)).toHaveLength(1)
    },
  )
}

async function bothHaveSome({ sql }: Scene) {
  await vi.waitFor(async () => {
    const rows = await sql`select proces_id, count(*)::int from aanwezigheid group by 1`
    expect(rows).toHaveLength(2)
  })
}

async function writeTogether({ texts }: Scene) {
  for (const [index, text] of texts.entries()) text.write(`van-${index}.`)
  await vi.waitFor(() => {
    for (const text of texts) {
      for (const index of texts.keys()) expect(text.text().split(`van-${index}.`)).toHaveLength(2)
    }
    expect(new Set(texts.map(({ text }) => text())).size).toBe(1)
  })
  expect(texts.flatMap(({ refused }) => refused)).toEqual([])
}

async function seeHandsAndFasen({ tables, doe }: Scene) {
  const before = tables.map(({ events }) => events.length)
  expect((await doe('blijft', { intent: 'hand', hand: 'op' })).status).toBeLessThan(400)
  await vi.waitFor(() =>
    expect(tables.filter(({ events }, index) => events.length === before[index])).toEqual([]),
  )
}

/** The cliënt waits at two telephones; then he is at the table, and who vertrekt is not. T2, S1 */
async function seatTheClient({ sql, pair, tafel, texts, doe, closings }: Scene) {
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const telefoons = [await openTelefoon(sql, brief), await openTelefoon(sql, brief)]
  const schermen = telefoons.map(({ cookie }) =>
    openSocket(pair.origin, { cookie, namespace: '/client' }),
  )
  const ziet = (weergave: string) => () =>
    expect(schermen.map(({ beelden }) => beelden().at(-1)?.weergave)).toEqual([weergave, weergave])
  await vi.waitFor(ziet('wachtkamer'))
  expect(JSON.stringify(schermen.map(({ beelden }) => beelden()))).not.toContain('van-0.')

  const weg = closings('vertrekt')
  const begin = now()
  const [een] = telefoons
  const answer = await doe('procesregisseur', {
    intent: 'aan-tafel',
    sessieId: een?.sessieId ?? '',
  })
  expect(answer.status).toBeLessThan(400)
  expect(Math.max(...(await Promise.all(weg))) - begin).toBeLessThan(WITHIN_MS)
  await vi.waitFor(() => expect(schermen[0]?.beelden().at(-1)?.weergave).toBe('tafel'))
  const answers = await doe('procesregisseur', {
    intent: 'toelaten',
    sessieId: telefoons[1]?.sessieId ?? '',
  })
  expect(answers.status).toBeLessThan(400)
  await vi.waitFor(ziet('tafel'))

  const blijft = texts.filter(({ wie }) => wie === 'blijft')
  for (const [index, text] of blijft.entries()) text.write(`voor-de-cliënt-${index}.`)
  await vi.waitFor(() => {
    for (const { beelden } of schermen) {
      const laatste = JSON.stringify(beelden().at(-1))
      for (const index of blijft.keys()) expect(laatste).toContain(`voor-de-cliënt-${index}.`)
    }
  })
  for (const scherm of schermen) scherm[Symbol.dispose]()
}

async function endASession({ uitloggen, closings, texts }: Scene) {
  const dicht = closings('casushouder')
  const begin = now()
  expect((await uitloggen('casushouder')).status).toBeLessThan(400)
  expect(Math.max(...(await Promise.all(dicht))) - begin).toBeLessThan(WITHIN_MS)
  const codes = texts.filter(({ wie }) => wie === 'casushouder').map(({ closes }) => closes)
  expect(codes).toEqual([[4401], [4401]])
}

/** Of everybody here, who all come from this machine: what a proxy adds is believed, and no more than that. */
async function addressesOf({ pair }: Scene): Promise<string[]> {
  await fetch(`${pair.origin}/inloggen`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  const logs = () => [pair.een, pair.twee].map(({ log }) => log()).join('')
  await vi.waitFor(() => expect(logs()).toContain('"pad":"/inloggen"'))
  const lines = [pair.een, pair.twee].flatMap(({ log }) => log().trim().split('\n'))
  const from = lines
    .map((line): { van?: string } => JSON.parse(line))
    .flatMap(({ van }) => van ?? [])
  return [...new Set(from)]
}
