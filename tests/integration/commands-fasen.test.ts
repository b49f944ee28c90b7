import { expect, test } from 'vitest'
import { advanceFaseCommand } from '#app/commands/advance-fase.server.ts'
import { breakOffCommand } from '#app/commands/break-off.server.ts'
import { moveOverlegCommand } from '#app/commands/move-overleg.server.ts'
import { reopenFaseCommand } from '#app/commands/reopen-fase.server.ts'
import { setTijdCommand } from '#app/commands/set-tijd.server.ts'
import { startOverlegCommand } from '#app/commands/start-overleg.server.ts'
import { listHeropeningen } from '#db/heropeningen.ts'
import { findDeelnemerschap } from '#db/overleggen.ts'
import { FASEN } from '#domain/fase.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { schrijf, seedTafel } from '../helpers/seed-tafel.ts'

test('[F1] an overleg goes through the four fasen in order, and each begins its time anew', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids } = await seedOverleg(sql, { status: 'gepland' }, ['procesregisseur'])
  const regie = { overlegId, gebruikerId: ids.procesregisseur }

  await startOverlegCommand(sql, regie)
  for (const from of FASEN.slice(0, -1)) {
    await setTijdCommand(sql, { ...regie, minuten: 30 })
    const before = await findDeelnemerschap(sql, regie)
    expect(before?.overleg.tijd?.minuten).toBe(30)
    const result = await advanceFaseCommand(sql, { ...regie, from })
    expect(result).toMatchObject({ ok: true, value: { fase: FASEN[FASEN.indexOf(from) + 1] } })
    const after = await findDeelnemerschap(sql, regie)
    expect(after?.overleg.tijd?.minuten).toBeNull()
    expect(Number(after?.overleg.tijd?.begonnenOp)).toBeGreaterThan(
      Number(before?.overleg.tijd?.begonnenOp),
    )
  }
  expect(await advanceFaseCommand(sql, { ...regie, from: 'besluitvorming' })).toMatchObject({
    refusal: { code: 'laatste-fase' },
  })
})

test('[F1] ten clicks at once move an overleg on by one fase', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids } = await seedOverleg(
    sql,
    { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' },
    ['procesregisseur'],
  )
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  const results = await Promise.all(
    Array.from({ length: 10 }, () => advanceFaseCommand(sql, { ...regie, from: 'beeldvorming' })),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  for (const result of results.filter(({ ok }) => !ok)) {
    expect(result).toEqual({ ok: false, refusal: { code: 'fase-al-afgerond' } })
  }
  const audit = await sql`select from audit where event = 'fase-advanced'`
  expect(audit.count).toBe(1)
  const deelnemerschap = await findDeelnemerschap(sql, regie)
  expect(deelnemerschap?.overleg.stand.overleg).toMatchObject({ fase: 'oordeelsvorming' })
})

test('[F4] vraagstelling is not left while there are only headings in it', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids } = await seedOverleg(
    sql,
    { status: 'lopend', fase: 'vraagstelling', tafel: 'vooroverleg' },
    ['procesregisseur'],
    { vraag: '' },
  )
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  const from = 'vraagstelling'
  expect(await advanceFaseCommand(sql, { ...regie, from })).toEqual({
    ok: false,
    refusal: { code: 'vraag-ontbreekt' },
  })
  await schrijf(sql, { ...regie, document: 'beeldvorming', tekst: 'Geen vraag.' })
  expect((await advanceFaseCommand(sql, { ...regie, from })).ok).toBe(false)
  await schrijf(sql, { ...regie, document: 'vraagstelling', tekst: 'Waar gaat A. wonen?' })
  expect((await advanceFaseCommand(sql, { ...regie, from })).ok).toBe(true)
})

test('[F3] a fase is opened again with a reason that is kept, and never while the cliënt is there', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const vraag = { ...tafel.regie, from: 'besluitvorming', reden: ' Er is nieuws. ' } as const
  expect(await reopenFaseCommand(sql, vraag)).toMatchObject({
    ok: true,
    value: { fase: 'oordeelsvorming' },
  })
  expect(await listHeropeningen(sql, tafel.overlegId)).toMatchObject([
    { fase: 'oordeelsvorming', reden: 'Er is nieuws.', naam: 'Yasmina Bakkali' },
  ])

  const metClient = await seedTafel(sql, 'met cliënt')
  expect(await reopenFaseCommand(sql, { ...vraag, ...metClient.regie })).toEqual({
    ok: false,
    refusal: { code: 'client-zit-aan-tafel' },
  })
})

test('more time is added to what was set, or to what has passed when nothing was', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie } = await seedTafel(sql, 'vooroverleg')
  const begin = await findDeelnemerschap(sql, regie)
  const begonnenOp = Number(begin?.overleg.tijd?.begonnenOp)
  const now = new Date(begonnenOp + 7.5 * 60_000)

  const zonder = await setTijdCommand(sql, { ...regie, erbij: 5, now })
  expect(zonder).toEqual({ ok: true, value: { minuten: 13 } })
  const erbij = await setTijdCommand(sql, { ...regie, erbij: 5, now })
  expect(erbij).toEqual({ ok: true, value: { minuten: 18 } })
  const veel = await setTijdCommand(sql, { ...regie, erbij: 1000, now })
  expect(veel).toEqual({ ok: true, value: { minuten: 480 } })
  const geen = await setTijdCommand(sql, { ...regie, minuten: null })
  expect(geen).toEqual({ ok: true, value: { minuten: null } })
})

test('[T7] a move is known as one, and the same moment again is no move', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie } = await seedTafel(sql, 'gepland')
  const begin = await findDeelnemerschap(sql, regie)
  const geplandOp = begin?.overleg.geplandOp ?? new Date()
  await moveOverlegCommand(sql, { ...regie, geplandOp })
  expect((await findDeelnemerschap(sql, regie))?.overleg.verplaatstOp).toBeNull()

  const later = new Date('2027-02-01T09:00:00Z')
  await moveOverlegCommand(sql, { ...regie, geplandOp: later })
  const moved = await findDeelnemerschap(sql, regie)
  expect(moved?.overleg.geplandOp).toEqual(later)
  expect(moved?.overleg.verplaatstOp).toBeInstanceOf(Date)
})

test('[T7] an overleg that is broken off keeps its reason and has no fase and no table', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, ids, overlegId } = await seedTafel(sql, 'met cliënt')
  expect((await breakOffCommand(sql, { ...regie, reden: 'Te onrustig.' })).ok).toBe(true)
  const { overleg } = (await findDeelnemerschap(sql, regie)) ?? {}
  expect(overleg?.stand.overleg).toEqual({ status: 'afgebroken' })
  expect(overleg?.afgebrokenReden).toBe('Te onrustig.')
  const partner = { overlegId, gebruikerId: ids.blijft }
  expect(await startOverlegCommand(sql, partner)).toMatchObject({
    refusal: { code: 'niet-gevonden' },
  })
})

test('what a command does is in the audit, with ids and codes and no words of anybody', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie } = await seedTafel(sql, 'vooroverleg')
  await reopenFaseCommand(sql, { ...regie, from: 'besluitvorming', reden: 'Opa Jansen belde.' })
  const [rij] = await sql<{ event: string; details: unknown; gebruikerId: string }[]>`
    select event, details, gebruiker_id as "gebruikerId" from audit order by id desc limit 1`
  expect(rij).toEqual({
    event: 'fase-reopened',
    details: { from: 'besluitvorming', to: 'oordeelsvorming' },
    gebruikerId: regie.gebruikerId,
  })
})
