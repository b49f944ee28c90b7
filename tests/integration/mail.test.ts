import { expect, test, vi } from 'vitest'
import { createSql, type Sql } from '#db/connection.ts'
import { queueMail, saveOpgegeven, saveVerzonden } from '#db/mail.ts'
import { BEWAARTERMIJNEN } from '#domain/bewaren.ts'
import { vernietigVerlopen } from '#server/vernietigen.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { laatTijdVerstrijken, ORIGIN, startWorker } from '../helpers/mailwerker.ts'
import { openPostbus, type Postbus } from '../helpers/postbus.ts'

const LINK = { origin: ORIGIN, code: 'abcdefghijkmnpqrstuvwxyz23' }

function standen(sql: Sql) {
  return sql<{ soort: string; pogingen: number; fout: string | null; stand: string }[]>`
    select soort, pogingen, fout, case when verzonden_op is not null then 'verzonden'
      when opgegeven_op is not null then 'opgegeven' else 'wacht' end as stand
    from mail order by created_at, id`
}

test('[check 77] what is in the outbox is sent once by two processes, each to one recipient', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using postbus = await openPostbus()
  const adressen = Array.from({ length: 30 }, (_, n) => `mens${n}@voorbeeld.nl`)
  await using een = await startWorker(sql, postbus.url)
  await using twee = await startWorker(sql, postbus.url)
  await sql.begin(async (sql) => {
    for (const aan of adressen) await queueMail(sql, { aan, soort: 'uitnodiging', ...LINK })
  })

  await vi.waitFor(async () => {
    expect((await standen(sql)).filter(({ stand }) => stand === 'verzonden')).toHaveLength(30)
  })
  expect(postbus.post.flatMap(({ aan }) => aan).sort()).toEqual(adressen.sort())
  for (const { aan, mail } of postbus.post) {
    expect(aan).toHaveLength(1)
    expect(mail.to?.map(({ address }) => address)).toEqual(aan)
    expect(mail.from?.address).toBe('tafel@voorbeeld.nl')
    expect([mail.cc ?? [], mail.bcc ?? []]).toEqual([[], []])
    expect(mail.text).toContain(`${ORIGIN}/wachtwoord-nieuw#${LINK.code}`)
  }
  const berichten = [...een.regels, ...twee.regels].filter(({ event }) => event === 'mail-sent')
  expect(berichten).toHaveLength(30)
})

test('of a mail that was sent only the fact stays: no address, no subject, no text', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using postbus = await openPostbus()
  await using worker = await startWorker(sql, postbus.url)
  await queueMail(sql, { aan: 'joke@voorbeeld.nl', soort: 'wachtwoord-changed' })
  await vi.waitFor(async () => expect((await standen(sql))[0]?.stand).toBe('verzonden'))

  const rows = await sql<{ rij: string }[]>`select to_jsonb(mail)::text as rij from mail`
  expect(rows[0]?.rij).not.toMatch(/joke|voorbeeld|wachtwoord van uw account/)
  expect(JSON.stringify(worker.regels)).not.toMatch(/joke|voorbeeld/)
})

test('after thirty days not even the fact stays, whether it was sent or given up; what waits is kept', async () => {
  await using database = await createTestDatabase()
  const { sql, url } = database
  const app = createSql(url, { max: 2 })
  for (let nummer = 0; nummer < 4; nummer++) {
    await queueMail(sql, { aan: `mens${nummer}@voorbeeld.nl`, soort: 'wachtwoord-changed' })
  }
  const ids = (await sql<{ id: string }[]>`select id from mail order by aan`).map(({ id }) => id)
  const [oud = '', opgegeven = '', jong = '', wacht = ''] = ids
  await saveVerzonden(app, oud)
  await saveOpgegeven(app, { id: opgegeven, fout: '550' })
  await sql`
    update mail set created_at = now() - interval '31 days',
      verzonden_op = verzonden_op - interval '31 days',
      opgegeven_op = opgegeven_op - interval '31 days'`
  await saveVerzonden(app, jong)

  const log = { info() {}, warn() {}, error() {} }
  const parts = { sql: app, ownerUrl: null, termijnen: BEWAARTERMIJNEN, lijst: '/dev/null', log }
  await vernietigVerlopen(parts, new Date())
  const over = await sql<{ id: string }[]>`select id from mail order by id`
  expect(over.map(({ id }) => id)).toEqual([jong, wacht].toSorted())
  await app.end()
})

test('a mail belongs to the transaction that gives the reason: what is undone is not sent', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using postbus = await openPostbus()
  await using _worker = await startWorker(sql, postbus.url)
  const undone = sql.begin(async (sql) => {
    await queueMail(sql, { aan: 'niet@voorbeeld.nl', soort: 'wachtwoord-changed' })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await queueMail(sql, { aan: 'wel@voorbeeld.nl', soort: 'wachtwoord-changed' })

  await vi.waitFor(() => expect(postbus.post).toHaveLength(1))
  expect(postbus.post[0]?.aan).toEqual(['wel@voorbeeld.nl'])
})

test('with the mail server away mails wait, and go when it is back', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const weg = await openPostbus()
  await weg[Symbol.asyncDispose]()
  await using worker = await startWorker(sql, weg.url)
  await queueMail(sql, { aan: 'een@voorbeeld.nl', soort: 'wachtwoord-changed' })
  await vi.waitFor(() =>
    expect(worker.regels).toContainEqual(expect.objectContaining({ event: 'mail-delayed' })),
  )
  expect(await standen(sql)).toMatchObject([{ pogingen: 1, stand: 'wacht' }])

  await using terug: Postbus = await openPostbus({}, weg.poort)
  await laatTijdVerstrijken(sql)
  await vi.waitFor(() => expect(terug.post).toHaveLength(1))
  await vi.waitFor(async () =>
    expect(await standen(sql)).toMatchObject([{ pogingen: 2, stand: 'verzonden', fout: null }]),
  )
})

test('a 4xx is tried again with growing pauses and given up at last; a 5xx at once; others are not held up', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using postbus = await openPostbus({
    ontvanger: (adres) => (adres.startsWith('bestaat-niet') ? { status: 550 } : 'goed'),
    bericht: ({ aan }) => (aan[0]?.startsWith('vol') ? { status: 452 } : 'goed'),
  })
  await sql.begin(async (sql) => {
    for (const wie of ['vol', 'bestaat-niet', 'goed']) {
      await queueMail(sql, { aan: `${wie}@voorbeeld.nl`, soort: 'wachtwoord-changed' })
    }
  })
  await using worker = await startWorker(sql, postbus.url)
  await vi.waitFor(() =>
    expect(postbus.post.map(({ aan }) => aan[0])).toEqual(['goed@voorbeeld.nl']),
  )

  const pauzes = () =>
    worker.regels.flatMap(({ event, pauzeInMinuten }) =>
      event === 'mail-delayed' ? [pauzeInMinuten] : [],
    )
  for (let poging = 1; poging <= 6; poging += 1) {
    await vi.waitFor(() => expect(pauzes()).toHaveLength(poging))
    await vi.waitFor(async () =>
      expect((await standen(sql)).some(({ pogingen }) => pogingen === poging)).toBe(true),
    )
    await laatTijdVerstrijken(sql)
  }
  await vi.waitFor(async () =>
    expect((await standen(sql)).filter(({ stand }) => stand === 'wacht')).toEqual([]),
  )
  expect(pauzes()).toEqual([1, 5, 15, 60, 180, 360])
  const fouten = (await standen(sql)).map(({ stand, fout, pogingen }) => [stand, fout, pogingen])
  expect(fouten.sort()).toEqual([
    ['opgegeven', '452', 7],
    ['opgegeven', '550', 1],
    ['verzonden', null, 1],
  ])
  const opgegeven = worker.regels.filter(({ event }) => event === 'mail-given-up')
  expect(opgegeven.map(({ fout }) => fout).sort()).toEqual(['452', '550'])
  expect(JSON.stringify(worker.regels)).not.toContain('voorbeeld.nl')
})

test('a link whose time is over is not sent any more', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using postbus = await openPostbus()
  await queueMail(sql, { aan: 'laat@voorbeeld.nl', soort: 'wachtwoord-vergeten', ...LINK })
  await sql`update mail set vervalt_op = now() - interval '1 second'`
  await using worker = await startWorker(sql, postbus.url)
  await queueMail(sql, { aan: 'op-tijd@voorbeeld.nl', soort: 'wachtwoord-changed' })

  await vi.waitFor(() => expect(postbus.post).toHaveLength(1))
  expect(postbus.post[0]?.aan).toEqual(['op-tijd@voorbeeld.nl'])
  expect(worker.regels).toContainEqual(expect.objectContaining({ event: 'mail-expired' }))
  expect(await standen(sql)).toMatchObject([{ stand: 'opgegeven', fout: 'verlopen' }, {}])
})

test('[check 77] an address that could be two, or another header, is no address', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const verkeerd = [
    'a@voorbeeld.nl\r\nBcc: b@voorbeeld.nl',
    'a@voorbeeld.nl\nSubject: x',
    'a@voorbeeld.nl, b@voorbeeld.nl',
    'a@voorbeeld.nl;b@voorbeeld.nl',
    'Groep: a@voorbeeld.nl, b@voorbeeld.nl;',
    '"A" <a@voorbeeld.nl>',
    '<a@voorbeeld.nl>',
    'a@voorbeeld.nl b@voorbeeld.nl',
    'a@b@voorbeeld.nl',
    '"a@evil.nl x"@voorbeeld.nl',
    'a',
    '',
  ]
  for (const aan of verkeerd) {
    await expect(queueMail(sql, { aan, soort: 'wachtwoord-changed' })).rejects.toThrow('address')
    const langsDeDeur = sql`
      insert into mail (soort, aan, onderwerp, tekst) values ('x', ${aan}, 'x', 'x')`
    await expect(langsDeDeur, aan).rejects.toThrow('violates check')
  }
  expect(await standen(sql)).toEqual([])
})

test('without a mail server mails stay in the outbox, and the log says that they wait', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using worker = await startWorker(sql, null)
  await queueMail(sql, { aan: 'joke@voorbeeld.nl', soort: 'wachtwoord-changed' })
  await vi.waitFor(() =>
    expect(worker.regels).toContainEqual({ event: 'mail-waiting', reason: 'SMTP_URL' }),
  )
  expect(await standen(sql)).toMatchObject([{ pogingen: 0, stand: 'wacht' }])
})
