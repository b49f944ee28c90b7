import { expect, test } from 'vitest'
import { addDeelnemerCommand } from '#app/commands/add-deelnemer.server.ts'
import { admitSessieCommand } from '#app/commands/admit-sessie.server.ts'
import { nominateCasushouderCommand } from '#app/commands/nominate-casushouder.server.ts'
import { raiseHandCommand } from '#app/commands/raise-hand.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { setKeuzeCommand } from '#app/commands/set-keuze.server.ts'
import { unseatClientCommand } from '#app/commands/unseat-client.server.ts'
import { listClientAanwezigen } from '#db/client-personen.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { findDeelnemerschap } from '#db/overleggen.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { magNog } from '../helpers/mag-nog.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { addBrowser, schrijf, seedTafel } from '../helpers/seed-tafel.ts'

const BESLUITVORMING = { status: 'lopend', fase: 'besluitvorming', tafel: 'vooroverleg' } as const

test('[T1] the cliënt does not sit down while nothing is decided about a partner', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, deelnemerIds, clientPersoonId } = await seedOverleg(sql, BESLUITVORMING, [
    'procesregisseur',
    'casushouder',
    'partner',
  ])
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  const sessieIds = [await addBrowser(sql, clientPersoonId ?? '')]
  await schrijf(sql, { ...regie, document: 'samenvatting', tekst: 'We spraken over uw huis.' })

  expect(await seatClientCommand(sql, { ...regie, sessieIds })).toEqual({
    ok: false,
    refusal: { code: 'keuze-ontbreekt', namen: ['Joke Veenstra'] },
  })
  const keuze = { deelnemerId: deelnemerIds.partner, keuze: 'vertrekt' } as const
  await setKeuzeCommand(sql, { ...regie, ...keuze, vertrekreden: 'groepsgrootte' })
  expect((await seatClientCommand(sql, { ...regie, sessieIds })).ok).toBe(true)
})

test('[F5] the cliënt does not sit down before there is a samenvatting', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, clientPersoonId } = await seedOverleg(sql, BESLUITVORMING, [
    'procesregisseur',
    'blijft',
  ])
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  const sessieIds = [await addBrowser(sql, clientPersoonId ?? '')]
  const before = await seatClientCommand(sql, { ...regie, sessieIds })
  expect(before).toEqual({ ok: false, refusal: { code: 'samenvatting-ontbreekt' } })
  await schrijf(sql, { ...regie, document: 'samenvatting', tekst: 'We spraken over uw huis.' })
  expect((await seatClientCommand(sql, { ...regie, sessieIds })).ok).toBe(true)
})

test('[T2] in one transaction who vertrekt is out, his hand is down, and only the chosen browser is in', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { overlegId, ids } = tafel
  for (const gebruikerId of [ids.vertrekt, ids.blijft]) {
    await raiseHandCommand(sql, { overlegId, gebruikerId, hand: 'op' })
  }
  const versie = (await findDeelnemerschap(sql, tafel.regie))?.overleg.rechtenVersie

  await seatClientCommand(sql, { ...tafel.regie, sessieIds: [tafel.wachtend] })

  expect(await magNog(sql, overlegId, ids.vertrekt)).toEqual({
    tafel: false,
    samenvatting: 'geen',
    besluitvorming: 'geen',
  })
  expect(await magNog(sql, overlegId, ids.blijft)).toEqual({
    tafel: true,
    samenvatting: 'schrijven',
    besluitvorming: 'schrijven',
  })
  const handen = (await listDeelnemers(sql, overlegId)).filter(({ handOp }) => handOp)
  expect(handen.map(({ naam }) => naam)).toEqual(['Mehmet Aydin'])
  const browsers = await listClientAanwezigen(sql, overlegId)
  expect(browsers.filter((b) => b.toegelaten).map((b) => b.sessieId)).toEqual([tafel.wachtend])
  const na = (await findDeelnemerschap(sql, tafel.regie))?.overleg.rechtenVersie
  expect(BigInt(na ?? 0)).toBeGreaterThan(BigInt(versie ?? 0))
})

test('[T2] of two people who press Cliënt aan tafel at once, one does it', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const results = await Promise.all([
    seatClientCommand(sql, { ...tafel.regie, sessieIds: [tafel.wachtend] }),
    seatClientCommand(sql, { ...tafel.regie, sessieIds: [tafel.tweede] }),
  ])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const toegelaten = await sql`select from client_sessie where toegelaten_op is not null`
  expect(toegelaten.count).toBe(1)
})

test('[T2] who left cannot let himself in again, nor can a partner who stayed', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, deelnemerIds, regie } = await seedTafel(sql, 'met cliënt')
  const terug = { deelnemerId: deelnemerIds.vertrekt, keuze: 'blijft', vertrekreden: null } as const
  for (const gebruikerId of [ids.vertrekt, ids.blijft, ids.casushouder]) {
    expect(await setKeuzeCommand(sql, { overlegId, gebruikerId, ...terug })).toEqual({
      ok: false,
      refusal: { code: 'niet-bevoegd' },
    })
  }
  const voordracht = { overlegId, gebruikerId: ids.casushouder, deelnemerId: deelnemerIds.vertrekt }
  expect((await nominateCasushouderCommand(sql, voordracht)).ok).toBe(false)

  expect((await setKeuzeCommand(sql, { ...regie, ...terug })).ok).toBe(true)
  expect(await magNog(sql, overlegId, ids.vertrekt)).toMatchObject({ tafel: true })
})

test('[T2] with the cliënt at the table a partner can still be sent away, and is out at once', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, deelnemerIds, regie } = await seedTafel(sql, 'met cliënt')
  await raiseHandCommand(sql, { overlegId, gebruikerId: ids.blijft, hand: 'op' })
  const weg = { deelnemerId: deelnemerIds.blijft, keuze: 'vertrekt' } as const
  await setKeuzeCommand(sql, { ...regie, ...weg, vertrekreden: 'niet-betrokken' })
  expect(await magNog(sql, overlegId, ids.blijft)).toEqual({
    tafel: false,
    samenvatting: 'geen',
    besluitvorming: 'geen',
  })
  expect((await sql`select from hand`).count).toBe(0)
  for (const deelnemerId of [deelnemerIds.casushouder, deelnemerIds.procesregisseur]) {
    const keuze = { deelnemerId, keuze: 'vertrekt', vertrekreden: 'niet-betrokken' } as const
    expect(await setKeuzeCommand(sql, { ...regie, ...keuze })).toEqual({
      ok: false,
      refusal: { code: 'casushouder-blijft' },
    })
  }
})

test('[T2] who is added with the cliënt at the table sees nothing before it is decided that he stays', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, nieuw, regie } = await seedTafel(sql, 'met cliënt')
  const added = await addDeelnemerCommand(sql, {
    ...regie,
    gebruikerIdNieuw: nieuw,
    rol: 'partner',
    taak: '',
  })
  expect(await magNog(sql, overlegId, nieuw)).toMatchObject({
    tafel: false,
    besluitvorming: 'geen',
  })
  const deelnemerId = added.ok ? added.value.deelnemerId : ''
  await setKeuzeCommand(sql, { ...regie, deelnemerId, keuze: 'blijft', vertrekreden: null })
  expect(await magNog(sql, overlegId, nieuw)).toMatchObject({
    tafel: true,
    besluitvorming: 'schrijven',
  })
})

test('[S5] a second phone comes to the table only when a human lets it in', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, overlegId, tweede } = await seedTafel(sql, 'met cliënt')
  expect((await listClientAanwezigen(sql, overlegId)).map((b) => b.toegelaten)).toEqual([
    true,
    false,
  ])
  await admitSessieCommand(sql, { ...regie, sessieId: tweede })
  await admitSessieCommand(sql, { ...regie, sessieId: tweede })
  expect((await listClientAanwezigen(sql, overlegId)).map((b) => b.toegelaten)).toEqual([
    true,
    true,
  ])
  expect((await sql`select from audit where event = 'sessie-admitted'`).count).toBe(1)
})

test('[T5] back to the wachtkamer is for every browser, and those who left are at the table again', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, overlegId, ids, tweede } = await seedTafel(sql, 'met cliënt')
  await admitSessieCommand(sql, { ...regie, sessieId: tweede })
  await unseatClientCommand(sql, regie)
  const toegelaten = await sql`select from client_sessie where toegelaten_op is not null`
  expect(toegelaten.count).toBe(0)
  expect(await magNog(sql, overlegId, ids.vertrekt)).toEqual({
    tafel: true,
    samenvatting: 'schrijven',
    besluitvorming: 'schrijven',
  })
  expect((await unseatClientCommand(sql, regie)).ok).toBe(false)
})
