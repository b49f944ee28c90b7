import { expect, test, vi } from 'vitest'
import type { Notices } from '#db/notices.ts'
import { createSessie, createTestCollab, openDocument, storedText } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { holdEdits } from '../helpers/hold-edits.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { DEAF } from '../helpers/sockets.ts'

const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const
const PLAATSEN = ['procesregisseur', 'casushouder', 'partner'] as const

/** Two processes on one database; the second hears as much of the first as its notices tell. */
async function createScene({ second }: { second?: Notices } = {}) {
  const database = await createTestDatabase()
  const { sql } = database
  const een = await createTestCollab(sql)
  const twee = await createTestCollab(sql, second)
  const { overlegId, ids } = await seedOverleg(sql, BEELDVORMING, PLAATSEN)
  const key = { overlegId, document: 'beeldvorming' } as const
  return {
    sql,
    key,
    ids,
    een,
    twee,
    stored: () => storedText(sql, key),
    async [Symbol.asyncDispose]() {
      await een[Symbol.asyncDispose]()
      await twee[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

type Browser = ReturnType<typeof openDocument>

async function synced(...browsers: Browser[]) {
  await vi.waitFor(() => expect(browsers.every(({ provider }) => provider.synced)).toBe(true))
}

test('[F1] two processes that get the same Yjs id from two people at one moment: one has it, the other is told', async () => {
  await using scene = await createScene()
  const { sql, key, ids, een, twee } = scene
  const open = async ({ url }: typeof een, wie: string, yjsClient: number) =>
    openDocument({ url, key, sessie: await createSessie(sql, wie), yjsClient })
  for (let round = 0; round < 5; round++) {
    const yjsClient = 1_000_000 + round
    using eerste = await open(een, ids.casushouder, yjsClient)
    using tweede = await open(twee, ids.partner, yjsClient)
    await synced(eerste, tweede)
    await using held = await holdEdits(sql, key.overlegId)
    eerste.write(`van-een-${round}.`)
    tweede.write(`van-twee-${round}.`)
    await held.release()

    const told = () => [eerste, tweede].map(({ refused }) => refused.length > 0)
    await vi.waitFor(() => expect(told().sort()).toEqual([false, true]))
    const [winner, loser] = told()[0] ? ['twee', 'een'] : ['een', 'twee']
    expect(await scene.stored()).toContain(`van-${winner}-${round}.`)
    expect(await scene.stored()).not.toContain(`van-${loser}-${round}.`)
    expect(told()[0] ? eerste.closes : tweede.closes).toEqual([4400])

    using reader = await een.open(key, ids.procesregisseur)
    using other = await twee.open(key, ids.procesregisseur)
    await synced(reader, other)
    await vi.waitFor(() => expect(other.text()).toBe(reader.text()))
    expect(reader.text()).toContain(`van-${winner}-${round}.`)
    expect(reader.text()).not.toContain(`van-${loser}-${round}.`)
  }
})

test('[F1] nobody writes under the id with which another is here, though he has not written yet', async () => {
  await using scene = await createScene()
  const { key, ids, een } = scene
  const { sql } = scene
  using victim = await een.open(key, ids.casushouder)
  await synced(victim)
  victim.provider.awareness.setLocalState({ cursor: null })
  using attacker = openDocument({
    url: een.url,
    key,
    sessie: await createSessie(sql, ids.partner),
    yjsClient: victim.doc.clientID,
  })
  await synced(attacker)
  attacker.write('Namens een ander')
  victim.write('Van hemzelf')

  await vi.waitFor(() => expect(attacker.refused).toHaveLength(1))
  await vi.waitFor(async () => expect(await scene.stored()).toContain('Van hemzelf'))
  expect(await scene.stored()).not.toContain('Namens een ander')
  expect(victim.refused).toEqual([])
})

test('[D2] who comes from another process brings what he saw there, and keeps his own words, though its notices were lost', async () => {
  await using scene = await createScene({ second: DEAF })
  const { sql, key, ids, een, twee } = scene
  using schrijver = await een.open(key, ids.casushouder)
  using oud = await twee.open(key, ids.procesregisseur)
  await synced(schrijver, oud)
  schrijver.write('Bekend in beide.')
  using verhuist = openDocument({
    url: een.url,
    key,
    sessie: await createSessie(sql, ids.partner),
  })
  await synced(verhuist)
  for (const woord of ['Alleen bij de eerste.', 'En dit ook.']) schrijver.write(woord)
  await vi.waitFor(() => expect(verhuist.text()).toContain('En dit ook.'))
  verhuist.provider.disconnect()
  verhuist.write('Zijn eigen woorden.')
  verhuist.provider.serverUrl = twee.url
  verhuist.provider.connect()

  await vi.waitFor(() => expect(oud.text()).toContain('Zijn eigen woorden.'))
  expect(oud.text()).toContain('Alleen bij de eerste.')
  expect(verhuist.refused).toEqual([])
  const schrijvers = await sql<{ wie: string }[]>`
    select gebruiker_id as wie from document_schrijver where yjs_client = ${schrijver.doc.clientID}`
  expect(schrijvers.map(({ wie }) => wie)).toEqual([ids.casushouder])
})

test('a document that another process filled is full here too', async () => {
  await using scene = await createScene()
  const { key, ids, een, twee } = scene
  using veel = await een.open(key, ids.casushouder)
  using laatste = await twee.open(key, ids.partner)
  await synced(veel, laatste)
  for (let n = 0; n < 3; n++) {
    const before = veel.acknowledged.at(-1) ?? 0
    veel.write('x'.repeat(2_500_000))
    await vi.waitFor(() => expect(veel.acknowledged.at(-1)).toBeGreaterThan(before))
  }
  await vi.waitFor(() => expect(laatste.text().length).toBeGreaterThan(7_500_000))
  laatste.write('y'.repeat(1_500_000))
  await vi.waitFor(() => expect(laatste.refused.map(({ reden }) => reden)).toEqual(['te-groot']))
})
