import { expect, test, vi } from 'vitest'
import { storedText } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { startTestServer } from '../helpers/server.ts'
import { createCookie, post } from '../helpers/sign-in.ts'
import { openStorm } from '../helpers/storm.ts'

test('a row that cannot be read makes its document read-only with what can be read, says so in the log, and harms no other', async () => {
  await using storm = await openStorm('besluitvorming')
  const { key, sql, overlegId, server } = storm
  {
    using regie = await storm.open('procesregisseur')
    regie.write('Wat er al stond.')
    await vi.waitFor(() => expect(regie.acknowledged.at(-1)).toBe(2))
  }
  const samenvatting = { overlegId, document: 'samenvatting' } as const
  await sql`
    insert into document_update (document_id, auteur, bytes)
    select id, null, ${Buffer.from('dit is geen wijziging')}
    from document where overleg_id = ${overlegId} and soort = 'samenvatting'`

  using kapot = await storm.open('procesregisseur', { key: samenvatting })
  await vi.waitFor(() => expect(kapot.provider.synced).toBe(true))
  expect(kapot.text()).toContain('Wat hebben we besproken?')
  kapot.write('Kan er niet bij.')
  await vi.waitFor(() => expect(kapot.refused.at(-1)?.reden).toBe('alleen-lezen'))
  expect(server.log()).toContain('"event":"document-damaged"')

  using heel = await storm.open('casushouder')
  await vi.waitFor(() => expect(heel.text()).toContain('Wat er al stond.'))
  heel.write('Gaat gewoon door.')
  await vi.waitFor(() => expect(heel.acknowledged.at(-1)).toBe(2))
  const [row] = await sql`
    select count(*)::int as n from document_update join document on document.id = document_id
    where overleg_id = ${overlegId} and soort = 'samenvatting' and document_update.auteur is null`
  expect(row?.n).toBe(2)
  expect(await storedText(sql, key)).toContain('Gaat gewoon door.')
})

test('[F1] killed at any moment of moving on, the fase is the old one or the next, whole, and asking again never skips one', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const lopend = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const
  const { overlegId, ids } = await seedOverleg(sql, lopend, ['procesregisseur'])
  const cookie = await createCookie(sql, ids.procesregisseur)
  let server = await startTestServer({ databaseUrl: database.url })
  const port = Number(new URL(server.origin).port)
  const move = () => {
    const url = `${server.origin}/overleggen/${overlegId}/handeling`
    return post(url, { intent: 'afronden', from: 'beeldvorming' }, cookie)
  }
  const state = async () => {
    const [row] = await sql<{ fase: string; rijen: number }[]>`
      select fase, (select count(*)::int from audit where overleg_id = overleg.id and event = 'fase-advanced') as rijen
      from overleg where id = ${overlegId}`
    return row
  }

  for (const ms of [0, 8, 25]) {
    await sql`update overleg set fase = 'beeldvorming' where id = ${overlegId}`
    const before = (await state())?.rijen ?? 0
    const asked = move().catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, ms))
    await server.kill()
    await asked
    // What the dead server had asked for may still be on its way in PostgreSQL.
    await vi.waitFor(async () => {
      const [open] = await sql`
        select count(*)::int as n from pg_stat_activity
        where datname = current_database() and application_name = 'focustafel' and pid <> pg_backend_pid() and state <> 'idle'`
      expect(open?.n).toBe(0)
    })
    const after = await state()
    expect([
      { fase: 'beeldvorming', rijen: before },
      { fase: 'oordeelsvorming', rijen: before + 1 },
    ]).toContainEqual(after)

    server = await startTestServer({ databaseUrl: database.url, port })
    expect([200, 409]).toContain((await move()).status)
    expect(await state()).toEqual({ fase: 'oordeelsvorming', rijen: before + 1 })
    expect((await move()).status).toBe(409)
  }
  await server.kill()
}, 120_000)
