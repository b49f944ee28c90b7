import { expect, test, vi } from 'vitest'
import {
  createSessie,
  createTestCollab,
  openDocument,
  openSocket,
  storedText,
} from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { breakRecord, listRecord } from '../helpers/record.ts'
import { type Moment, seedTafel } from '../helpers/seed-tafel.ts'

async function openScene(moment: Moment) {
  const database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, moment)
  const collab = await createTestCollab(sql)
  const { overlegId, ids } = tafel
  return {
    sql,
    ids,
    collab,
    key: { overlegId, document: 'besluitvorming' as const },
    count: async (event: string) => (await listRecord(sql, { overlegId, event })).length,
    rows: (event: string) => listRecord(sql, { overlegId, event }),
    async [Symbol.asyncDispose]() {
      await collab[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

test('[check 92] every connection to a document is one row, there before the 101, also when many come at once', async () => {
  await using scene = await openScene('vooroverleg')
  const { collab, key, ids, sql } = scene
  const sessies = await Promise.all(Array.from({ length: 5 }, () => createSessie(sql, ids.blijft)))
  const counted: number[] = []
  const opened = Array.from({ length: 40 }, (_, i) => {
    const open = openSocket({ url: collab.url, key, sessie: sessies[i % 5] ?? '' })
    open.socket.on('open', () => void scene.count('document-read').then((n) => counted.push(n)))
    return open
  })
  await vi.waitFor(() => expect(counted).toHaveLength(40))
  for (const open of opened) open[Symbol.dispose]()

  expect(Math.min(...counted)).toBeGreaterThan(0)
  const rows = await scene.rows('document-read')
  expect(rows).toHaveLength(40)
  expect(rows[0]).toMatchObject({
    gebruikerId: ids.blijft,
    wat: 'document:besluitvorming',
    uitkomst: 'gelukt',
  })
  // Forty rows, and a handful of commits.
  const [{ commits } = { commits: 40 }] = await sql<{ commits: number }[]>`
    select count(distinct xmin::text)::int as commits from audit where event = 'document-read'`
  expect(commits).toBeLessThan(30)
})

test('[check 1] [check 92] a connection that is refused is a row; what repeats it is counted', async () => {
  await using scene = await openScene('met cliënt')
  const { collab, key, ids, sql } = scene
  const sessie = await createSessie(sql, ids.vertrekt)
  for (let n = 0; n < 3; n++) {
    using open = openSocket({ url: collab.url, key, sessie })
    await vi.waitFor(() => expect(open.status()).toBe(403))
  }
  await vi.waitFor(async () => expect(await scene.count('reading-refused')).toBe(1))
  expect(await scene.rows('reading-refused')).toMatchObject([
    { gebruikerId: ids.vertrekt, wat: 'document:besluitvorming', uitkomst: 'geweigerd' },
  ])
  expect(await scene.count('document-read')).toBe(0)
})

test('[check 93] without a row in the record nobody gets a document', async () => {
  await using scene = await openScene('vooroverleg')
  const { collab, key, ids, sql } = scene
  await breakRecord(sql)
  using open = openSocket({ url: collab.url, key, sessie: await createSessie(sql, ids.blijft) })
  await vi.waitFor(() => expect(open.status()).toBe(503))
  expect(open.frames).toEqual([])
})

test('[check 92] who writes is one row, in the commit of his first edit', async () => {
  await using scene = await openScene('vooroverleg')
  const { collab, key, ids } = scene
  using partner = await collab.open(key, ids.blijft)
  await vi.waitFor(() => expect(partner.provider.synced).toBe(true))
  for (const word of ['een', 'twee', 'drie']) partner.write(word)
  await vi.waitFor(async () => expect(await storedText(scene.sql, key)).toContain('drie'))

  expect(await scene.rows('document-changed')).toMatchObject([
    { gebruikerId: ids.blijft, wat: 'document:besluitvorming' },
  ])
})

test('[check 93] an edit that cannot be put in the record is not taken', async () => {
  await using scene = await openScene('vooroverleg')
  const { collab, key, ids, sql } = scene
  using partner = await collab.open(key, ids.blijft)
  using other = await collab.open(key, ids.casushouder)
  await vi.waitFor(() => expect(partner.provider.synced && other.provider.synced).toBe(true))
  const broken = await breakRecord(sql)
  partner.write('nergens')
  await vi.waitFor(async () => expect(await broken.tries()).toBeGreaterThan(1))
  expect(await storedText(sql, key)).not.toContain('nergens')
  expect(other.text()).not.toContain('nergens')

  await broken.restore()
  await vi.waitFor(() => expect(other.text()).toContain('nergens'))
  expect(await scene.count('document-changed')).toBe(1)
})

test('[check 5] [check 92] edits that are refused are one row for each reason', async () => {
  await using scene = await openScene('vooroverleg')
  const { collab, ids, sql } = scene
  const sessie = await createSessie(sql, ids.blijft)
  const key = { overlegId: scene.key.overlegId, document: 'vraagstelling' as const }
  using partner = openDocument({ url: collab.url, key, sessie })
  await vi.waitFor(() => expect(partner.provider.synced).toBe(true))
  for (const word of ['een', 'twee', 'drie']) partner.write(word)
  await vi.waitFor(() => expect(partner.refused.length).toBeGreaterThan(0))

  await vi.waitFor(async () => expect(await scene.count('edit-refused')).toBeGreaterThan(0))
  const redenen = (await scene.rows('edit-refused')).map(({ details }) => details.reden)
  expect(redenen).toContain('fase-al-afgerond')
  expect(redenen).toHaveLength(new Set(redenen).size)
})
