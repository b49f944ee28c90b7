import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordAudit } from '#db/audit.ts'
import { createSql } from '#db/connection.ts'
import { GRANTS } from '#db/grants.ts'
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { startTestServer } from '../helpers/server.ts'

// The words differ from one PostgreSQL to another.
const INSUFFICIENT_PRIVILEGE = '42501'

test('every table has a line that says what the application may do with it', async () => {
  await using database = await createTestDatabase()
  const tables = await database.sql<{ naam: string }[]>`
    select tablename as naam from pg_tables where schemaname = 'public'
    union select viewname from pg_views where schemaname = 'public' order by 1`
  expect(tables.map(({ naam }) => naam)).toEqual(Object.keys(GRANTS).toSorted())
})

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await recordAudit(database.sql, { event: 'hand-raised', overlegId: null })
})
afterAll(() => database[Symbol.asyncDispose]())

test.each([
  "update audit set details = '{}'",
  'delete from audit',
  'truncate audit',
  'drop table audit cascade',
  'alter table audit disable trigger all',
  'drop trigger audit_geschakeld on audit',
  'drop function schakel_audit() cascade',
  'create or replace function weiger_wijziging() returns trigger language plpgsql as $$ begin return new; end $$',
  "insert into audit_keten (nr, audit_id, rij, hash) values (9, 9, sha256(''), sha256(''))",
  'update audit_keten set nr = nr + 1',
  'delete from audit_keten',
  'truncate audit_keten',
  'select schakel_audit_rij(audit) from audit',
  "insert into audit (event, created_at) values ('hand-raised', now() - interval '1 day')",
  "insert into audit (event, uitkomst) values ('reading-refused', 'gelukt')",
  "insert into audit (id, event) overriding system value values (900000, 'hand-raised')",
  "insert into audit (event, organisatie_id) values ('hand-raised', gen_random_uuid())",
  "set session_replication_role = 'replica'",
  'create table iets (id integer)',
  'create schema iets',
  'alter table plan add column iets integer',
  "update plan set samenvatting = '[]'",
  'delete from actie',
  "update actie_status set status = 'gedaan'",
  'delete from monitoringmoment',
  'delete from overleg',
  'delete from migratie',
  "copy audit to program 'cat'",
])('[check 95] [check 102] the role of the application is refused: %s', async (statement) => {
  const app = createSql(database.url, { max: 1 })
  await expect(app.unsafe(statement)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE })
  await app.end()
})

test('[check 95] a function of somebody else in front of ours does not get into a link', async () => {
  await using database = await createTestDatabase()
  const { ids } = await seedTafel(database.sql, 'gepland')
  const app = createSql(database.url, { max: 1 })
  await app`create temp table gebruiker (id uuid, organisatie_id uuid)`
  await app`create temp table audit_keten (nr bigint, audit_id bigint, rij bytea, hash bytea)`
  await recordAudit(app, { event: 'hand-raised', overlegId: null, gebruikerId: ids.blijft })
  await app.end()

  const rows = await database.sql`
    select organisatie_id is not null as namens from audit
    join audit_keten on audit_id = audit.id where event = 'hand-raised'`
  expect(rows).toEqual([{ namens: true }])
})

test('[check 102] production does not start as the owner of the tables', async () => {
  await using database = await createTestDatabase()
  await expect(startTestServer({ databaseUrl: database.ownerUrl })).rejects.toThrow(
    /may more than the application should.*owns tables.*change the audit/s,
  )
})

test('production without the owner does not start on an older schema, and says what to do', async () => {
  await using database = await createTestDatabase()
  await database.sql`delete from migratie where nummer > 1`
  await expect(startTestServer({ databaseUrl: database.url })).rejects.toThrow('npm run migrate')
})

test('npm run migrate makes an empty database ready, and the server then runs without the owner', async () => {
  await using database = await createTestDatabase()
  await database.sql`drop schema public cascade`
  await database.sql`create schema public`
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
  }
  const migrate = spawnSync(process.execPath, ['server/migrate.ts'], { env, encoding: 'utf8' })
  expect(migrate).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('0002_verslaglegging.sql'),
  })

  await using server = await startTestServer({ databaseUrl: database.url })
  expect((await fetch(`${server.origin}/inloggen`)).status).toBe(200)
})
