import { expect, test } from 'vitest'
import { seedMensen } from '#db/seed/demo-mensen.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { startTestServer } from '../helpers/server.ts'

test('production does not open its door to accounts with passwords that everybody knows', async () => {
  await using database = await createTestDatabase()
  await seedMensen(database.sql)
  await expect(startTestServer({ databaseUrl: database.url })).rejects.toThrow(
    'accounts of the demo',
  )
})
