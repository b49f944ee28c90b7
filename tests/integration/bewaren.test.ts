import { appendFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { expect, test, vi } from 'vitest'
import { breakOffCommand } from '#app/commands/break-off.server.ts'
import { COLLAB_PATH, TABLE_NAMESPACE } from '#app/realtime/protocol.ts'
import { createSql, type Sql } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { BEWAARTERMIJNEN } from '#domain/bewaren.ts'
import { startPostgres } from '#server/postgres.ts'
import { listVernietigd } from '#server/vernietigd.ts'
import { startVernietiging, vernietigVerlopen } from '#server/vernietigen.ts'
import { openDocument } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { listFilesWith } from '../helpers/files-with.ts'
import { seedDossier } from '../helpers/seed-dossier.ts'
import { dumpDatabase, seedTafel } from '../helpers/seed-tafel.ts'
import { startTestServer } from '../helpers/server.ts'
import { createCookie } from '../helpers/sign-in.ts'

const OVER_VIJF_JAAR = new Date(Date.now() + 5.6 * 365.25 * 86_400_000)
const log = { info() {}, warn() {}, error() {} }

async function createFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'focustafel-bewaren-'))
  return {
    folder,
    lijst: join(folder, 'destroyed.jsonl'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

type Bron = { sql: Sql; ownerUrl: string; lijst: string }

function vernietiging({ sql, ownerUrl, lijst }: Bron) {
  return { sql, ownerUrl, termijnen: BEWAARTERMIJNEN, lijst, log }
}

function makeOld(sql: Sql, overlegId: string) {
  return sql`
    update overleg set created_at = now() - interval '2 years', gepland_op = now() - interval '2 years',
      fase_begonnen_op = null
    where id = ${overlegId}`
}

test('[P7] [check 98] what need not be kept goes with everything, and what is young stays as it is', async () => {
  await using database = await createTestDatabase()
  await using folder = await createFolder()
  const { sql } = database
  const parts = vernietiging({ ...database, lijst: folder.lijst })
  const oud = await seedDossier(sql)
  expect(await dumpDatabase(sql)).toContain(oud.woord)
  expect(await vernietigVerlopen(parts, new Date())).toEqual([])

  const [jong] = await sql<{ id: string }[]>`
    with casus as (insert into casus (nummer, initialen, gemeente) values ('1999-0001', 'J. O.', 'Zwaluwe') returning id)
    insert into overleg (casus_id, gepland_op, vraag) select id, ${OVER_VIJF_JAAR}, 'Nieuw' from casus returning casus_id as id`
  expect(await vernietigVerlopen(parts, OVER_VIJF_JAAR)).toEqual([oud.casusId])

  const dump = await dumpDatabase(sql)
  expect(dump).not.toContain(oud.woord)
  expect(dump).not.toContain(oud.casusNummer)
  expect(await sql`select id from casus`).toEqual([{ id: jong?.id }])
  expect(listVernietigd(folder.lijst)).toEqual([oud.casusId])
})

test('[P7] [check 98] of what was destroyed the audit keeps what was done and by whom, as ids alone', async () => {
  await using database = await createTestDatabase()
  await using folder = await createFolder()
  const { sql } = database
  const { overlegId, casusId } = await seedDossier(sql)
  const vooraf = await sql`select id from audit where overleg_id = ${overlegId}`
  await vernietigVerlopen(vernietiging({ ...database, lijst: folder.lijst }), OVER_VIJF_JAAR)

  expect(await sql`select id from audit where overleg_id = ${overlegId}`).toEqual(vooraf)
  const [rij] = await sql`select details from audit where event = 'casus-destroyed'`
  expect(rij?.details).toMatchObject({ casusId, overleggen: [overlegId] })
})

test('[P7] nothing of a plan can be removed but its whole casus, and not a young one by who only runs the application', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { casusId } = await seedDossier(sql)
  const app = createSql(database.url, { max: 1 })
  await app`select set_config('focustafel.vernietigt', 'ja', false)`
  for (const tabel of ['actie_status', 'actie', 'monitoringmoment', 'plan']) {
    await expect(sql`delete from ${sql(tabel)}`, tabel).rejects.toThrow('never changed')
    await expect(app`delete from ${app(tabel)}`, tabel).rejects.toThrow('permission denied')
  }
  await expect(app`select vernietig_casus(${casusId})`).rejects.toThrow('too young')
  await app.end()
})

test('[P7] the role of the application destroys what is old, and has the owner free the space', async () => {
  await using database = await createTestDatabase()
  await using folder = await createFolder()
  const { sql } = database
  const { overlegId } = await seedTafel(sql, 'afgebroken')
  await makeOld(sql, overlegId)
  const app = createSql(database.url, { max: 2 })
  const parts = { ...vernietiging({ ...database, lijst: folder.lijst }), sql: app }
  expect(await vernietigVerlopen(parts, new Date())).toHaveLength(1)
  await app.end()
  expect(await sql`select from overleg`).toHaveLength(0)
  expect(await sql`select from audit where event = 'space-freed'`).toHaveLength(1)
})

test('[P7] an overleg that begins in a casus keeps all of it', async () => {
  await using database = await createTestDatabase()
  await using folder = await createFolder()
  const { sql } = database
  const { casusId } = await seedDossier(sql)
  await sql`
    insert into overleg (casus_id, gepland_op, vraag)
    values (${casusId}, ${OVER_VIJF_JAAR}, 'Hoe verder?')`
  const parts = vernietiging({ ...database, lijst: folder.lijst })
  expect(await vernietigVerlopen(parts, OVER_VIJF_JAAR)).toEqual([])
})

test('[P7] a destruction that was broken off is finished, without a second line in the list', async () => {
  await using database = await createTestDatabase()
  await using folder = await createFolder()
  const { casusId } = await seedDossier(database.sql)
  const parts = vernietiging({ ...database, lijst: folder.lijst })
  const weigert = { ...parts, sql: createSql(database.url, { max: 2 }) }
  await database.sql`alter function vernietig_casus(uuid) rename to even_niet`
  await expect(vernietigVerlopen(weigert, OVER_VIJF_JAAR)).rejects.toThrow('vernietig_casus')
  await weigert.sql.end()
  expect(listVernietigd(folder.lijst)).toEqual([casusId])

  await database.sql`alter function even_niet(uuid) rename to vernietig_casus`
  // The power went out while another line was written.
  appendFileSync(folder.lijst, '{"casus":"half')
  expect(await vernietigVerlopen(parts, OVER_VIJF_JAAR)).toEqual([casusId])
  expect(listVernietigd(folder.lijst)).toEqual([casusId])

  const { casusId: tweede } = await seedDossier(database.sql)
  await vernietigVerlopen(parts, OVER_VIJF_JAAR)
  expect(listVernietigd(folder.lijst)).toEqual([casusId, tweede])
})

test('[P7] two processes that look at the same moment destroy once', async () => {
  await using database = await createTestDatabase()
  await using folder = await createFolder()
  const { casusId } = await seedDossier(database.sql)
  const parts = vernietiging({ ...database, lijst: folder.lijst })
  const weg = await Promise.all([1, 2, 3].map(() => vernietigVerlopen(parts, OVER_VIJF_JAAR)))
  expect(weg.flat()).toEqual([casusId])
  expect(await database.sql`select from audit where event = 'casus-destroyed'`).toHaveLength(1)
})

test('[K5] [P7] parked inbreng that was destroyed leaves no bytes: its table is rewritten, once', async () => {
  await using database = await createTestDatabase()
  await using folder = await createFolder()
  const { sql } = database
  const { regie } = await seedTafel(sql, 'vooroverleg')
  const parts = vernietiging({ ...database, lijst: folder.lijst })
  const [voor] = await sql`select pg_relation_filenode('inbreng') as bestand`
  await breakOffCommand(sql, { ...regie, reden: 'Niemand kon.' })
  for (const _keer of [1, 2]) await vernietigVerlopen(parts, new Date())
  const [na] = await sql`select pg_relation_filenode('inbreng') as bestand`
  expect(na?.bestand).not.toBe(voor?.bestand)
  expect(await sql`select from audit where event = 'inbreng-space-freed'`).toHaveLength(1)
})

test('[P7] it looks at start, by itself', async () => {
  await using database = await createTestDatabase()
  await using folder = await createFolder()
  const { sql } = database
  const { overlegId } = await seedTafel(sql, 'afgebroken')
  await makeOld(sql, overlegId)
  const stop = startVernietiging(vernietiging({ ...database, lijst: folder.lijst }))
  await vi.waitFor(async () => expect(await sql`select from overleg`).toHaveLength(0))
  await stop()
})

test('[P7] [S3] who has a destroyed overleg open loses it: pages, documents and the table', async () => {
  await using database = await createTestDatabase()
  await using folder = await createFolder()
  const { sql } = database
  const { overlegId, ids, casusId } = await seedTafel(sql, 'vooroverleg').then(async (tafel) => {
    const [rij] = await sql<{ id: string }[]>`
      select casus_id as id from overleg where id = ${tafel.overlegId}`
    return { ...tafel, casusId: rij?.id ?? '' }
  })
  await using server = await startTestServer({ databaseUrl: database.url })
  const cookie = await createCookie(sql, ids.procesregisseur)
  const kijk = () =>
    fetch(`${server.origin}/overleggen/${overlegId}/deelnemers`, { headers: { cookie } })
  expect((await kijk()).status).toBe(200)
  const url = `${server.origin.replace('http', 'ws')}${COLLAB_PATH}`
  using document = openDocument({ url, key: { overlegId, document: 'besluitvorming' }, cookie })
  await vi.waitFor(() => expect(document.provider.synced).toBe(true))
  const tafel = io(server.origin + TABLE_NAMESPACE, {
    transports: ['websocket'],
    auth: { overlegId },
    extraHeaders: { cookie, origin: server.origin },
  })
  await vi.waitFor(() => expect(tafel.connected).toBe(true))

  const weg = await vernietigVerlopen(
    vernietiging({ ...database, lijst: folder.lijst }),
    OVER_VIJF_JAAR,
  )
  expect(weg).toEqual([casusId])
  await vi.waitFor(() => expect(document.closes).toContain(4403))
  await vi.waitFor(() => expect(tafel.connected).toBe(false))
  tafel.close()
  expect((await kijk()).status).toBe(404)
  document.write('Dit komt nergens meer')
  expect(await sql`select from document_update`).toHaveLength(0)
})

test('[check 98] its words are in no file of the tables any more, nor in what the planner remembers', async () => {
  await using folder = await createFolder()
  const dataDir = folder.folder
  const postgres = await startPostgres({ dataDir })
  const sql = createSql(postgres.url(), { max: 4 })
  await migrate(sql)
  const { woord } = await seedDossier(sql)
  await sql`analyze`
  await sql`update casus set gemeente = 'Elders'`
  await sql.end()
  postgres.stop()
  const base = join(dataDir, 'postgres/base')
  expect(await listFilesWith(base, woord)).not.toEqual([])

  const again = await startPostgres({ dataDir })
  const weer = createSql(again.url(), { max: 4 })
  const parts = vernietiging({ sql: weer, ownerUrl: again.url(), lijst: folder.lijst })
  await vernietigVerlopen(parts, OVER_VIJF_JAAR)
  expect(await weer`select event from audit order by id desc limit 2`).toEqual([
    { event: 'space-freed' },
    { event: 'casus-destroyed' },
  ])
  await weer.end()
  again.stop()
  expect(await listFilesWith(base, woord)).toEqual([])
})
