import { expect, test } from 'vitest'
import { closeNowCommand } from '#app/commands/close-now.server.ts'
import { reopenOverlegCommand } from '#app/commands/reopen-overleg.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { setKeuzeCommand } from '#app/commands/set-keuze.server.ts'
import { signVerklaringCommand } from '#app/commands/sign-verklaring.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { findDeelnemerschap, listOverleggen } from '#db/overleggen.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { magNog } from '../helpers/mag-nog.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { conceptactie, schrijfActies, seedTafel } from '../helpers/seed-tafel.ts'

const BESLUITVORMING = { status: 'lopend', fase: 'besluitvorming', tafel: 'vooroverleg' } as const

test('[T8] Dicht nu takes the overleg away from everybody but the procesregisseur, once, until it is opened', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, ids, overlegId } = await seedTafel(sql, 'met cliënt')
  const results = await Promise.all([closeNowCommand(sql, regie), closeNowCommand(sql, regie)])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  for (const gebruikerId of [ids.casushouder, ids.blijft, ids.vertrekt]) {
    expect(await listOverleggen(sql, gebruikerId)).toEqual([])
    expect(await magNog(sql, overlegId, gebruikerId)).toEqual({
      tafel: false,
      samenvatting: 'geen',
      besluitvorming: 'geen',
    })
  }
  expect(await listOverleggen(sql, ids.procesregisseur)).toHaveLength(1)

  await reopenOverlegCommand(sql, { ...regie, toelichting: ' Verkeerde persoon in de ruimte. ' })
  expect(await listOverleggen(sql, ids.blijft)).toHaveLength(1)
  const incidenten = await sql`
    select begonnen_door = ${ids.procesregisseur} as regie, heropend_op is not null as heropend, toelichting
    from incident`
  expect([...incidenten]).toEqual([
    { regie: true, heropend: true, toelichting: 'Verkeerde persoon in de ruimte.' },
  ])
  expect((await closeNowCommand(sql, regie)).ok).toBe(true)
  expect((await sql`select from incident`).count).toBe(2)
})

test('[T9] a signature lets in one person, for one overleg, and his colleague not', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const een = await seedOverleg(sql, { status: 'gepland' }, ['procesregisseur', 'zonder-convenant'])
  const twee = await seedOverleg(sql, { status: 'gepland' }, [
    'procesregisseur',
    'zonder-convenant',
  ])
  const gebruikerId = een.ids['zonder-convenant']
  await signVerklaringCommand(sql, { overlegId: een.overlegId, gebruikerId })
  await signVerklaringCommand(sql, { overlegId: een.overlegId, gebruikerId })
  expect((await sql`select from audit where event = 'verklaring-signed'`).count).toBe(1)
  const getekend = await findDeelnemerschap(sql, { overlegId: een.overlegId, gebruikerId })
  expect(getekend?.deelname.toegelaten).toBe(true)
  const collega = { overlegId: twee.overlegId, gebruikerId: twee.ids['zonder-convenant'] }
  expect((await findDeelnemerschap(sql, collega))?.deelname.toegelaten).toBe(false)
})

test('[F6] without cliënt nobody chooses and nobody leaves, and the plan is vastgesteld from the vooroverleg', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, deelnemerIds } = await seedOverleg(
    sql,
    BESLUITVORMING,
    ['procesregisseur', 'casushouder', 'partner'],
    { client: 'zonder-client' },
  )
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  const keuze = { deelnemerId: deelnemerIds.partner, keuze: 'blijft', vertrekreden: null } as const
  const zonder = { ok: false, refusal: { code: 'overleg-zonder-client' } }
  expect(await setKeuzeCommand(sql, { ...regie, ...keuze })).toEqual(zonder)
  expect(await seatClientCommand(sql, { ...regie, sessieIds: [] })).toEqual(zonder)

  await sql`update deelnemer set casushouder_aanvaard_op = now() where rol = 'casushouder'`
  await schrijfActies(sql, {
    ...regie,
    acties: [conceptactie({ deelnemerId: deelnemerIds.partner })],
  })
  expect((await vaststellenCommand(sql, regie)).ok).toBe(true)
  expect(await magNog(sql, overlegId, ids.partner)).toMatchObject({ besluitvorming: 'lezen' })
})
