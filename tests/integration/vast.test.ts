import { expect, test } from 'vitest'
import { createTestDatabase } from '../helpers/database.ts'
import { dumpDatabase, seedTafel } from '../helpers/seed-tafel.ts'

test('[P1] [P2] what is vastgesteld cannot be changed, removed or emptied, not even by hand in the database', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await seedTafel(sql, 'vastgesteld')
  const before = await dumpDatabase(sql)
  for (const tabel of ['plan', 'actie', 'actie_status', 'monitoringmoment', 'audit']) {
    await expect(sql`delete from ${sql(tabel)}`, tabel).rejects.toThrow(/never changed/)
    await expect(sql`truncate ${sql(tabel)} cascade`, tabel).rejects.toThrow(/never changed/)
  }
  await expect(sql`update plan set samenvatting = '[]'`).rejects.toThrow(/never changed/)
  await expect(sql`update actie set wat = 'Iets anders'`).rejects.toThrow(/never changed/)
  await expect(sql`update actie_status set status = 'gedaan'`).rejects.toThrow(/never changed/)
  await expect(sql`update monitoringmoment set datum = '2030-01-01'`).rejects.toThrow(
    /never changed/,
  )
  await expect(sql`update audit set details = '{}'`).rejects.toThrow(/never changed/)
  expect(await dumpDatabase(sql)).toBe(before)
})
