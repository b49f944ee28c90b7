import { expect, test } from 'vitest'
import { answerAfspraakCommand, sendCollegaCommand } from '#app/commands/answer-afspraak.server.ts'
import { moveOverlegCommand } from '#app/commands/move-overleg.server.ts'
import { removeDeelnemerCommand } from '#app/commands/remove-deelnemer.server.ts'
import { startOverlegCommand } from '#app/commands/start-overleg.server.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { addCollega, dumpDatabase, seedTafel } from '../helpers/seed-tafel.ts'

const LATER = new Date('2031-07-01T12:30:00Z')

test('[F8] a collega is somebody of the same organisatie who is there and not in it yet; nothing else changes anything', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, nieuw, afspraak } = await seedTafel(sql, 'gepland')
  const vertrokken = await addCollega(sql, ids.blijft)
  await sql`update gebruiker set uitgeschakeld_op = now() where id = ${vertrokken}`
  const key = { overlegId, gebruikerId: ids.blijft, geplandOp: afspraak }
  const before = await dumpDatabase(sql)
  const anderen = [ids.vertrekt, ids.procesregisseur, vertrokken, overlegId, 'x', '', '\0']
  for (const collegaId of anderen) {
    const result = await sendCollegaCommand(sql, { ...key, collegaId })
    expect(result).toEqual({ ok: false, refusal: { code: 'niet-gevonden' } })
  }
  expect(await sendCollegaCommand(sql, { ...key, collegaId: ids.blijft })).toMatchObject({
    refusal: { code: 'al-deelnemer' },
  })
  const ander = { ...key, collegaId: nieuw, geplandOp: LATER }
  expect(await sendCollegaCommand(sql, ander)).toMatchObject({
    refusal: { code: 'overleg-verplaatst' },
  })
  expect(await dumpDatabase(sql)).toBe(before)
})

test('[F8] an answer stays until another one, until it moves or until the start, and says when it was given', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, afspraak, regie } = await seedTafel(sql, 'gepland')
  const key = { overlegId, gebruikerId: ids.blijft, geplandOp: afspraak }
  const antwoordVan = async () =>
    (await listDeelnemers(sql, overlegId)).find(({ gebruikerId }) => gebruikerId === ids.blijft)
  for (const antwoord of ['komt', 'komt-niet', 'komt', 'komt-niet'] as const) {
    expect((await answerAfspraakCommand(sql, { ...key, antwoord })).ok).toBe(true)
    expect(await antwoordVan()).toMatchObject({ antwoord, geantwoordOp: expect.any(Date) })
  }

  await moveOverlegCommand(sql, { ...regie, geplandOp: LATER })
  expect(await antwoordVan()).toMatchObject({ antwoord: null, geantwoordOp: null })
  const oud = await answerAfspraakCommand(sql, { ...key, antwoord: 'komt' })
  expect(oud).toEqual({ ok: false, refusal: { code: 'overleg-verplaatst' } })
  await answerAfspraakCommand(sql, { ...key, geplandOp: LATER, antwoord: 'komt-niet' })
  await startOverlegCommand(sql, regie)
  const teLaat = await answerAfspraakCommand(sql, { ...key, geplandOp: LATER, antwoord: 'komt' })
  expect(teLaat).toEqual({ ok: false, refusal: { code: 'overleg-niet-gepland' } })
  expect(await antwoordVan()).toMatchObject({ antwoord: 'komt-niet' })
})

test('[F8] answers at once leave one of them, one collega for one place, and nothing of who is taken out', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, afspraak, nieuw, regie, deelnemerIds } = await seedTafel(sql, 'gepland')
  const key = { overlegId, gebruikerId: ids.blijft, geplandOp: afspraak }
  const nogEen = await addCollega(sql, ids.blijft)
  const antwoorden = await Promise.all([
    answerAfspraakCommand(sql, { ...key, antwoord: 'komt' }),
    answerAfspraakCommand(sql, { ...key, antwoord: 'komt-niet' }),
  ])
  expect(antwoorden.every(({ ok }) => ok)).toBe(true)

  const collegas = await Promise.all([
    sendCollegaCommand(sql, { ...key, collegaId: nieuw }),
    sendCollegaCommand(sql, { ...key, collegaId: nogEen }),
  ])
  expect(collegas.map(({ ok }) => ok).sort()).toEqual([false, true])
  const vanBlijft = (await listDeelnemers(sql, overlegId)).filter(({ gebruikerId }) =>
    [ids.blijft, nieuw, nogEen].includes(gebruikerId),
  )
  expect(vanBlijft).toHaveLength(1)

  const weg = { ...key, gebruikerId: ids.vertrekt }
  const [eruit, antwoord] = await Promise.all([
    removeDeelnemerCommand(sql, { ...regie, deelnemerId: deelnemerIds.vertrekt }),
    answerAfspraakCommand(sql, { ...weg, antwoord: 'komt' }),
  ])
  expect(eruit.ok).toBe(true)
  expect(antwoord.ok || antwoord.refusal.code === 'niet-gevonden').toBe(true)
  const over = await sql`
    select from deelnemer_agenda where deelnemer_id = ${deelnemerIds.vertrekt}`
  expect(over.count).toBe(0)
})
