import { expect, test } from 'vitest'
import { recordAudit, recordAudits } from '#db/audit.ts'
import { createSql, type Sql } from '#db/connection.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'

const ZITTEN = 'hand-raised'

async function readKeten(sql: Sql) {
  return sql<{ nr: string; event: string | null }[]>`
    select audit_keten.nr, audit.event
    from audit_keten full join audit on audit.id = audit_keten.audit_id
    order by audit_keten.nr`
}

test('[check 94] eight connections at once, and some that roll back, make one chain without gaps', async () => {
  await using database = await createTestDatabase()
  const sql = createSql(database.url, { max: 8 })
  const write = (nr: number) =>
    sql
      .begin(async (sql) => {
        await recordAudit(sql, { event: ZITTEN, overlegId: null, details: { nr } })
        if (nr % 5 === 0) throw new Error('taken back')
      })
      .catch(() => {})
  await Promise.all(Array.from({ length: 400 }, (_, nr) => write(nr)))
  await sql.end()

  const keten = await readKeten(database.sql)
  expect(keten.map(({ nr }) => Number(nr))).toEqual(Array.from({ length: 320 }, (_, i) => i + 1))
  expect(new Set(keten.map(({ event }) => event))).toEqual(new Set([ZITTEN]))
})

test('[check 92] a row says on whose behalf: the organisatie of that person at that moment', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids } = await seedTafel(sql, 'vooroverleg')
  const read = {
    event: 'document-read',
    overlegId,
    gebruikerId: ids.blijft,
    wat: 'document:besluitvorming',
  }
  await recordAudits(sql, [read, { ...read, event: 'reading-refused' }])

  const rows = await sql`
    select audit.event, audit.uitkomst, organisatie.naam from audit
    join organisatie on organisatie.id = audit.organisatie_id
    where wat = 'document:besluitvorming' order by audit.id`
  const [organisatie] = await sql`
    select organisatie.naam from gebruiker
    join organisatie on organisatie.id = organisatie_id where gebruiker.id = ${ids.blijft}`
  expect(rows).toEqual([
    { event: 'document-read', uitkomst: 'gelukt', naam: organisatie?.naam },
    { event: 'reading-refused', uitkomst: 'geweigerd', naam: organisatie?.naam },
  ])
})

test('[check 94] a row outside read committed, which could not see the last link, is not taken', async () => {
  await using database = await createTestDatabase()
  const write = database.sql.begin('isolation level repeatable read', (sql) =>
    recordAudit(sql, { event: ZITTEN, overlegId: null }),
  )
  await expect(write).rejects.toThrow('read committed')
})
