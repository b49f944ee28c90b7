import { expect, test, vi } from 'vitest'
import type { Sql } from '#db/connection.ts'
import { queueMail } from '#db/mail.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { openPostbus } from '../helpers/postbus.ts'
import { startTestServer } from '../helpers/server.ts'

const VAN = 'Focustafel <tafel@voorbeeld.nl>'

function standen(sql: Sql) {
  return sql<{ pogingen: number; stand: string }[]>`
    select pogingen, case when verzonden_op is not null then 'verzonden'
      when opgegeven_op is not null then 'opgegeven' else 'wacht' end as stand
    from mail order by created_at, id`
}

test('killed between the answer of SMTP and the commit, the other process sends it again, known by its Message-ID', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const binnen: string[] = []
  let tellen = () => {}
  const eersteBinnen = new Promise<void>((resolve) => {
    tellen = resolve
  })
  await using postbus = await openPostbus({
    bericht: async ({ mail }) => {
      binnen.push(mail.messageId ?? '')
      tellen()
      // The first mail is taken, and its sender never hears of it.
      if (binnen.length === 1) await new Promise(() => {})
      return 'goed' as const
    },
  })
  const env = { SMTP_URL: postbus.url, MAIL_FROM: VAN }
  await using eerste = await startTestServer({ databaseUrl: database.url, env })
  await queueMail(sql, { aan: 'joke@voorbeeld.nl', soort: 'wachtwoord-changed' })
  await eersteBinnen
  await eerste.kill()
  await using _tweede = await startTestServer({ databaseUrl: database.url, env })

  await vi.waitFor(async () =>
    expect(await standen(sql)).toMatchObject([{ stand: 'verzonden', pogingen: 1 }]),
  )
  const [row] = await sql<{ id: string }[]>`select id from mail`
  expect(binnen).toEqual([`<${row?.id}@127.0.0.1>`, `<${row?.id}@127.0.0.1>`])
})

test('a stop waits for the mail that is under way', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  let laatGaan = () => {}
  const magVerder = new Promise<void>((resolve) => {
    laatGaan = resolve
  })
  let begonnen = () => {}
  const begin = new Promise<void>((resolve) => {
    begonnen = resolve
  })
  await using postbus = await openPostbus({
    bericht: async () => {
      begonnen()
      await magVerder
      return 'goed' as const
    },
  })
  const env = { SMTP_URL: postbus.url, MAIL_FROM: VAN }
  await using server = await startTestServer({ databaseUrl: database.url, env })
  await queueMail(sql, { aan: 'een@voorbeeld.nl', soort: 'wachtwoord-changed' })
  await begin
  const stopped = server.stop()
  await vi.waitFor(() => expect(server.log()).toContain('"event":"server-stopping"'))
  laatGaan()
  expect(await stopped).toBe(0)
  expect(await standen(sql)).toMatchObject([{ stand: 'verzonden' }])
  expect(server.log()).not.toContain('een@voorbeeld.nl')
})
