import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { closeNowCommand } from '#app/commands/close-now.server.ts'
import { within } from '#db/deadline.ts'
import { lockOverleg } from '#db/overleggen.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { dumpDatabase, seedTafel } from '../helpers/seed-tafel.ts'

test('a change that was given up before the database came to it is not made afterwards', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, overlegId } = await seedTafel(sql, 'vooroverleg')
  const before = await dumpDatabase(sql)
  const late = await sql.begin(async (sql) => {
    await lockOverleg(sql, overlegId)
    const late = within(50, () => closeNowCommand(database.sql, regie))
    late.catch(() => {})
    await wait(60)
    return { late }
  })
  await expect(late.late).rejects.toMatchObject({ code: '57014' })
  expect(await dumpDatabase(sql)).toBe(before)

  const early = await within(20_000, () => closeNowCommand(sql, regie))
  expect(early.ok).toBe(true)
})
