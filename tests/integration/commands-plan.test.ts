import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { acceptCasushouderschapCommand } from '#app/commands/accept-casushouderschap.server.ts'
import { nominateCasushouderCommand } from '#app/commands/nominate-casushouder.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { changeDocument } from '#db/documenten.ts'
import { findPlan } from '#db/plannen.ts'
import { appendAlinea } from '#db/yjs-inhoud.ts'
import { platteTekst } from '#domain/inhoud.ts'
import { wieVoorClient } from '#domain/projectie.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { conceptactie, schrijf, schrijfActies, seedTafel } from '../helpers/seed-tafel.ts'

const BESLUITVORMING = { status: 'lopend', fase: 'besluitvorming', tafel: 'vooroverleg' } as const

test('[F4] the plan needs a casushouder who accepted himself, and an actie that is complete', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, deelnemerIds } = await seedOverleg(sql, BESLUITVORMING, [
    'procesregisseur',
    'blijft',
    'vertrekt',
  ])
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  const weigering = async () => {
    const result = await vaststellenCommand(sql, regie)
    return result.ok ? 'vastgesteld' : result.refusal
  }
  expect(await weigering()).toEqual({ code: 'casushouder-ontbreekt' })
  await nominateCasushouderCommand(sql, { ...regie, deelnemerId: deelnemerIds.blijft })
  expect(await weigering()).toEqual({ code: 'casushouder-niet-aanvaard' })
  expect((await acceptCasushouderschapCommand(sql, regie)).ok).toBe(false)
  await acceptCasushouderschapCommand(sql, { overlegId, gebruikerId: ids.blijft })
  expect(await weigering()).toEqual({ code: 'actie-ontbreekt' })

  const leeg = { wat: ' ', waarom: '', wie: null, wanneer: null } as const
  const acties = [
    conceptactie(leeg),
    conceptactie({ wat: 'Paspoort aanvragen' }),
    conceptactie({ wat: '\0' }),
    conceptactie({ wanneer: null }),
    conceptactie({ deelnemerId: randomUUID() }),
  ]
  await schrijfActies(sql, { ...regie, acties })
  expect(await weigering()).toEqual({ code: 'actie-onvolledig', nummers: [2, 3, 4] })
  expect((await sql`select from plan`).count).toBe(0)
})

test('[P1] vaststellen freezes what the live documents say, its acties in order and the moments of monitoring', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, overlegId } = await seedTafel(sql, 'met cliënt')
  await schrijf(sql, { ...regie, document: 'besluitvorming', tekst: 'Een eigen\0 huis.' })

  const now = new Date('2026-11-30T23:30:00Z')
  expect((await vaststellenCommand(sql, { ...regie, now })).ok).toBe(true)

  const plan = await findPlan(sql, overlegId)
  expect(plan).toMatchObject({
    versie: 1,
    vastgesteldOp: now,
    casushouder: { naam: 'Ruud Terpstra', organisatie: 'Reclassering', telefoon: '06 12345678' },
    monitoring: [
      { termijn: '1 week', datum: '2026-12-08' },
      { termijn: '1 maand', datum: '2027-01-01' },
      { termijn: '3 maanden', datum: '2027-03-01' },
      { termijn: '6 maanden', datum: '2027-06-01' },
    ],
  })
  expect(platteTekst(plan?.samenvatting ?? [])).toContain('We spraken over uw woning.')
  expect(platteTekst(plan?.besluitvorming ?? [])).toContain('Een eigen huis.')
  expect(
    plan?.acties.map(({ nummer, wat, status, drager }) => [nummer, wat, status, drager.soort]),
  ).toEqual([
    [1, 'Een urgentieverklaring aanvragen', 'open', 'deelnemer'],
    [2, 'De schulden op een rij zetten', 'open', 'deelnemer'],
    [3, 'Iedere week bellen', 'open', 'client'],
  ])
  expect(plan?.acties[0]?.historie).toMatchObject([
    { status: 'open', notitie: '', door: 'Yasmina Bakkali' },
  ])
})

test('[P1] two people who press Vaststellen at once make one plan, and what is written later is not in it', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, overlegId } = await seedTafel(sql, 'vooroverleg')
  const results = await Promise.all([
    vaststellenCommand(sql, regie),
    vaststellenCommand(sql, regie),
  ])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await sql`select from plan`).count).toBe(1)
  const key = { ...regie, document: 'besluitvorming' } as const
  await changeDocument(sql, key, (doc) => appendAlinea(doc, '', 'Te laat.'))
  expect(JSON.stringify(await findPlan(sql, overlegId))).not.toContain('Te laat.')
})

test('[P1] [P2] the database itself refuses to change a plan, an actie, a status or the audit', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await seedTafel(sql, 'vastgesteld')
  for (const table of ['plan', 'actie', 'actie_status', 'audit']) {
    await expect(sql`delete from ${sql(table)}`, table).rejects.toThrow('is never changed')
  }
  await expect(sql`update plan set versie = 9`).rejects.toThrow('is never changed')
  await expect(sql`update actie set wat = 'Iets anders'`).rejects.toThrow('is never changed')
  await expect(sql`update actie_status set status = 'gedaan'`).rejects.toThrow('is never changed')
  await expect(sql`update audit set gebruiker_id = null`).rejects.toThrow('is never changed')
})

test('[P6] for the client side an actie of who vertrekt carries the name of his organisation alone', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId } = await seedTafel(sql, 'vastgesteld')
  const plan = await findPlan(sql, overlegId)
  const wie = plan?.acties.map(({ drager }) => {
    if (drager.soort === 'client') return wieVoorClient({ soort: 'client' }, [])
    const deelnemer = { ...drager, id: drager.deelnemerId, taak: '' }
    return wieVoorClient({ soort: 'deelnemer', deelnemerId: drager.deelnemerId }, [deelnemer])
  })
  expect(wie).toEqual([
    { soort: 'persoon', naam: 'Mehmet Aydin', organisatie: 'Wijkteam Noord' },
    { soort: 'organisatie', organisatie: 'Politie' },
    { soort: 'ik' },
  ])
})

test('[F4] of two casushouders only the newest is one, and he has to accept again', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, overlegId, deelnemerIds, ids } = await seedTafel(sql, 'vooroverleg')
  await Promise.all([
    nominateCasushouderCommand(sql, { ...regie, deelnemerId: deelnemerIds.vertrekt }),
    nominateCasushouderCommand(sql, { ...regie, deelnemerId: deelnemerIds.blijft }),
  ])
  const deelnemers = await listDeelnemers(sql, overlegId)
  const casushouders = deelnemers.filter(({ rol }) => rol === 'casushouder')
  expect(casushouders).toMatchObject([
    { keuze: 'blijft', vertrekreden: null, casushouderAanvaardOp: null },
  ])
  expect(deelnemers.find(({ id }) => id === deelnemerIds.casushouder)).toMatchObject({
    rol: 'partner',
    keuze: 'blijft',
    casushouderAanvaardOp: null,
  })
  const voorganger = { overlegId, gebruikerId: ids.casushouder }
  expect((await acceptCasushouderschapCommand(sql, voorganger)).ok).toBe(false)
  const regisseur = await nominateCasushouderCommand(sql, {
    ...regie,
    deelnemerId: deelnemerIds.procesregisseur,
  })
  expect(regisseur).toMatchObject({ refusal: { code: 'ongeldige-invoer' } })
})
