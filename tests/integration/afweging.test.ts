import { expect, test } from 'vitest'
import { addClientPersoonCommand } from '#app/commands/add-client-persoon.server.ts'
import { createOverlegCommand } from '#app/commands/create-overleg.server.ts'
import { createUitnodigingCommand } from '#app/commands/create-uitnodiging.server.ts'
import { nominateCasushouderCommand } from '#app/commands/nominate-casushouder.server.ts'
import { startOverlegCommand } from '#app/commands/start-overleg.server.ts'
import {
  answerAfwegingCommand,
  proposeAfwegingCommand,
  withdrawAfwegingCommand,
} from '#app/commands/weigh-client.server.ts'
import { loadMeeting } from '#app/routes/overleg/document-data.server.ts'
import { listAfwegingen } from '#db/client-afwegingen.ts'
import type { Sql } from '#db/connection.ts'
import { findDeelnemerschap } from '#db/overleggen.ts'
import type { Afwegingsvoorstel } from '#domain/afweging.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { listRecord } from '../helpers/record.ts'
import { kluis } from '../helpers/second-factor.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { dumpDatabase, seedTafel, type Tafel } from '../helpers/seed-tafel.ts'

const RISICO: Afwegingsvoorstel = {
  voorstel: 'zonder',
  reden: 'risicogesprek',
  toelichting: 'Hij dreigde vorige week.',
}

async function stelVoor(sql: Sql, { regie }: Pick<Tafel, 'regie'>, voorstel = RISICO) {
  const result = await proposeAfwegingCommand(sql, { ...regie, voorstel })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value.afwegingId
}

async function standVan(sql: Sql, { overlegId, gebruikerId }: Tafel['regie']) {
  const deelnemerschap = await findDeelnemerschap(sql, { overlegId, gebruikerId })
  const { stand, zonderClient, rechtenVersie } = deelnemerschap?.overleg ?? {}
  return { metClient: stand?.metClient, zonderClient, rechtenVersie }
}

async function startweigeringVan(sql: Sql, wie: Tafel['regie']) {
  const deelnemerschap = await findDeelnemerschap(sql, wie)
  if (!deelnemerschap) throw new Error('Seeded as deelnemer')
  const now = new Date()
  const vraag = { sql, deelnemerschap, document: 'vraagstelling', now } as const
  return (await loadMeeting(vraag)).startweigering
}

function codeOf(result: { ok: boolean; refusal?: { code: string } }) {
  return result.refusal?.code ?? 'ja'
}

test('[F7] until the casushouder confirmed it an overleg is with the cliënt, and afterwards without, with who and when', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'gepland')
  const { regie, ids, overlegId } = tafel
  const casushouder = { overlegId, gebruikerId: ids.casushouder }
  const eerst = await standVan(sql, regie)
  const afwegingId = await stelVoor(sql, tafel)
  expect(await standVan(sql, regie)).toEqual(eerst)
  expect(codeOf(await startOverlegCommand(sql, regie))).toBe('voorstel-open')
  // The button says so before it is pressed, to who has one.
  expect(await startweigeringVan(sql, regie)).toEqual({ code: 'voorstel-open' })
  expect(await startweigeringVan(sql, casushouder)).toBeNull()

  const ja = { ...casushouder, afwegingId, uitkomst: 'bevestigd', reden: '' } as const
  expect(await answerAfwegingCommand(sql, ja)).toEqual({ ok: true, value: null })
  expect(await startweigeringVan(sql, regie)).toBeNull()
  const daarna = await standVan(sql, regie)
  expect(daarna).toMatchObject({
    metClient: false,
    zonderClient: { reden: 'risicogesprek', toelichting: 'Hij dreigde vorige week.' },
  })
  // Rights follow it, so whoever has it open looks again. S3
  expect(daarna.rechtenVersie).not.toBe(eerst.rechtenVersie)
  expect(await listAfwegingen(sql, overlegId)).toMatchObject([
    {
      voorgesteldDoor: 'Yasmina Bakkali',
      uitkomst: 'bevestigd',
      beslotenDoor: 'Ruud Terpstra',
      beslotenOp: expect.any(Date),
    },
  ])
  for (const [event, gebruikerId] of [
    ['afweging-proposed', ids.procesregisseur],
    ['afweging-confirmed', ids.casushouder],
  ] as const) {
    const [rij] = await listRecord(sql, { overlegId, event })
    expect(rij).toMatchObject({ gebruikerId, uitkomst: 'gelukt', details: { afwegingId } })
    expect(JSON.stringify(rij?.details)).not.toContain('dreigde')
  }
  const steun = { ...regie, soort: 'steunpersoon', naam: 'Tante Riet' } as const
  expect(codeOf(await addClientPersoonCommand(sql, steun))).toBe('overleg-zonder-client')
  const brief = { ...regie, clientPersoonId: tafel.clientPersoonId }
  expect(codeOf(await createUitnodigingCommand(sql, kluis, brief))).toBe('overleg-zonder-client')
  expect((await startOverlegCommand(sql, regie)).ok).toBe(true)
})

test('[F7] it is taken back the same way: proposed, and confirmed', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'gepland')
  const { regie, ids, overlegId } = tafel
  const casushouder = { overlegId, gebruikerId: ids.casushouder }
  const bevestig = async (afwegingId: string) =>
    answerAfwegingCommand(sql, { ...casushouder, afwegingId, uitkomst: 'bevestigd', reden: '' })
  await bevestig(await stelVoor(sql, tafel))
  const terug = await stelVoor(sql, tafel, { voorstel: 'met' })
  expect(await standVan(sql, regie)).toMatchObject({ metClient: false })
  expect(codeOf(await startOverlegCommand(sql, regie))).toBe('voorstel-open')
  await bevestig(terug)
  expect(await standVan(sql, regie)).toMatchObject({ metClient: true, zonderClient: null })
})

test('[F7] the casushouder refuses with a reason, a procesregisseur takes it back, and it stays with the cliënt', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'gepland')
  const { regie, ids, overlegId } = tafel
  const nee = { overlegId, gebruikerId: ids.casushouder, uitkomst: 'geweigerd' } as const
  const eerste = await stelVoor(sql, tafel)
  const voorEerste = { ...nee, afwegingId: eerste }
  const before = await dumpDatabase(sql)
  expect(codeOf(await answerAfwegingCommand(sql, { ...voorEerste, reden: ' \n' }))).toBe(
    'reden-ontbreekt',
  )
  const lang = { ...voorEerste, reden: 'Omdat. '.repeat(200) }
  expect(codeOf(await answerAfwegingCommand(sql, lang))).toBe('ongeldige-invoer')
  expect(await dumpDatabase(sql)).toBe(before)

  await answerAfwegingCommand(sql, { ...voorEerste, reden: 'Hij is nu rustig.' })
  const tweede = await stelVoor(sql, tafel)
  await withdrawAfwegingCommand(sql, { ...regie, afwegingId: tweede })
  expect(await listAfwegingen(sql, overlegId)).toMatchObject([
    { uitkomst: 'ingetrokken', uitkomstReden: '', beslotenDoor: 'Yasmina Bakkali' },
    { uitkomst: 'geweigerd', uitkomstReden: 'Hij is nu rustig.', beslotenDoor: 'Ruud Terpstra' },
  ])
  expect(await standVan(sql, regie)).toMatchObject({ metClient: true })
  // Who was not let through is another thing than who said no.
  const [rij] = await listRecord(sql, { overlegId, event: 'afweging-declined' })
  expect(rij).toMatchObject({ uitkomst: 'gelukt', gebruikerId: ids.casushouder })
  expect((await startOverlegCommand(sql, regie)).ok).toBe(true)
})

// Who, and what becomes of: proposing (while none is open), confirming, refusing, taking back.
const MATRIX = [
  ['procesregisseur', 'ja', 'niet-bevoegd', 'niet-bevoegd', 'ja'],
  ['casushouder', 'niet-bevoegd', 'ja', 'ja', 'niet-bevoegd'],
  ['blijft', 'niet-bevoegd', 'niet-bevoegd', 'niet-bevoegd', 'niet-bevoegd'],
  ['vertrekt', 'niet-bevoegd', 'niet-bevoegd', 'niet-bevoegd', 'niet-bevoegd'],
  ['zonder-convenant', ...Array.from({ length: 4 }, () => 'verklaring-ontbreekt')],
  ['nieuw', ...Array.from({ length: 4 }, () => 'niet-gevonden')],
] as const

test('[F7] who may propose, confirm, refuse and take back, whole', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const gevonden: string[][] = []
  for (const [wie] of MATRIX) {
    const tafel = await seedTafel(sql, 'gepland')
    const gebruikerId = wie === 'nieuw' ? tafel.nieuw : tafel.ids[wie]
    const key = { overlegId: tafel.overlegId, gebruikerId }
    const codes = [codeOf(await proposeAfwegingCommand(sql, { ...key, voorstel: RISICO }))]
    for (const uitkomst of ['bevestigd', 'geweigerd', 'ingetrokken'] as const) {
      await sql`delete from client_afweging where overleg_id = ${tafel.overlegId}`
      await sql`update overleg set zonder_client_reden = null, zonder_client_toelichting = '' where id = ${tafel.overlegId}`
      const afwegingId = await stelVoor(sql, tafel)
      const antwoord = { ...key, afwegingId }
      codes.push(
        codeOf(
          uitkomst === 'ingetrokken'
            ? await withdrawAfwegingCommand(sql, antwoord)
            : await answerAfwegingCommand(sql, { ...antwoord, uitkomst, reden: 'Omdat.' }),
        ),
      )
    }
    gevonden.push([wie, ...codes])
  }
  expect(gevonden).toEqual(MATRIX)
})

test('[F7] who was voorgedragen answers before he accepted; who is casushouder no more does not', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'gepland')
  const { regie, ids, deelnemerIds, overlegId } = tafel
  const afwegingId = await stelVoor(sql, tafel)
  await nominateCasushouderCommand(sql, { ...regie, deelnemerId: deelnemerIds.blijft })
  const antwoord = { overlegId, afwegingId, uitkomst: 'bevestigd', reden: '' } as const
  const oud = { ...antwoord, gebruikerId: ids.casushouder }
  expect(codeOf(await answerAfwegingCommand(sql, oud))).toBe('niet-bevoegd')
  const nieuw = { ...antwoord, gebruikerId: ids.blijft }
  expect(codeOf(await answerAfwegingCommand(sql, nieuw))).toBe('ja')
})

test('[F7] who has a letter is called first, and taken out by a human', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'gepland')
  const { regie, ids, overlegId, clientPersoonId } = tafel
  await createUitnodigingCommand(sql, kluis, { ...regie, clientPersoonId })
  const afwegingId = await stelVoor(sql, tafel)
  const ja = { overlegId, gebruikerId: ids.casushouder, afwegingId, reden: '' } as const
  const before = await dumpDatabase(sql)
  const result = await answerAfwegingCommand(sql, { ...ja, uitkomst: 'bevestigd' })
  expect(codeOf(result)).toBe('client-al-uitgenodigd')
  expect(await dumpDatabase(sql)).toBe(before)
})

test('[F7] an answer to another proposal, a second proposal, and one that lacks words change nothing', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'gepland')
  const elders = await seedTafel(sql, 'gepland')
  const { regie, ids, overlegId } = tafel
  const vanElders = await stelVoor(sql, elders)
  const anders = { voorstel: 'zonder', reden: 'anders', toelichting: ' \0 ' } as const
  const lang = { ...RISICO, toelichting: 'Omdat. '.repeat(200) }
  const before = await dumpDatabase(sql)
  for (const [voorstel, code] of [
    [anders, 'reden-ontbreekt'],
    [lang, 'ongeldige-invoer'],
    [{ voorstel: 'met' }, 'overleg-met-client'],
  ] as const) {
    expect(codeOf(await proposeAfwegingCommand(sql, { ...regie, voorstel }))).toBe(code)
  }
  expect(await dumpDatabase(sql)).toBe(before)

  await stelVoor(sql, tafel)
  const met = await dumpDatabase(sql)
  for (const afwegingId of [vanElders, overlegId, 'x', '', '\0']) {
    const key = { overlegId, gebruikerId: ids.casushouder, afwegingId }
    const ja = await answerAfwegingCommand(sql, { ...key, uitkomst: 'bevestigd', reden: '' })
    expect(codeOf(ja)).toBe('voorstel-beantwoord')
    const terug = await withdrawAfwegingCommand(sql, { ...regie, afwegingId })
    expect(codeOf(terug)).toBe('voorstel-beantwoord')
  }
  expect(codeOf(await proposeAfwegingCommand(sql, { ...regie, voorstel: RISICO }))).toBe(
    'voorstel-open',
  )
  expect(await dumpDatabase(sql)).toBe(met)
})

test('[F7] of two answers at once one counts, and no overleg runs with an open proposal', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  for (let ronde = 0; ronde < 5; ronde++) {
    const tafel = await seedTafel(sql, 'gepland')
    const { regie, ids, overlegId } = tafel
    const afwegingId = await stelVoor(sql, tafel)
    const ja = { overlegId, gebruikerId: ids.casushouder, afwegingId, reden: '' } as const
    const codes = await Promise.all([
      answerAfwegingCommand(sql, { ...ja, uitkomst: 'bevestigd' }).then(codeOf),
      withdrawAfwegingCommand(sql, { ...regie, afwegingId }).then(codeOf),
      startOverlegCommand(sql, regie).then(codeOf),
    ])
    const [antwoord, terug] = codes
    expect([antwoord, terug].filter((code) => code === 'ja')).toHaveLength(1)
    const [rij] = await listAfwegingen(sql, overlegId)
    const { metClient } = await standVan(sql, regie)
    expect(rij?.uitkomst).toBe(antwoord === 'ja' ? 'bevestigd' : 'ingetrokken')
    expect(metClient).toBe(antwoord !== 'ja')
  }
  const lopendMetVraag = await sql`
    select from overleg join client_afweging on client_afweging.overleg_id = overleg.id
    where status = 'lopend' and uitkomst is null`
  expect(lopendMetVraag.count).toBe(0)
})

test('[F6] [F7] an overleg that is made without the cliënt is made with him, and a proposal', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids } = await seedOverleg(sql, { status: 'gepland' }, ['procesregisseur'])
  const gebruikerId = ids.procesregisseur
  const result = await createOverlegCommand(sql, {
    gebruikerId,
    casus: { nummer: '2026-0412', initialen: 'M. de W.', gemeente: 'Zwaluwe' },
    geplandOp: new Date('2026-12-08T09:00:00Z'),
    vraag: 'Hoe komt M. aan een huis?',
    deelnemers: [],
    clienten: [],
    voorstelZonder: { reden: 'anders', toelichting: ' Verblijft in het buitenland. ' },
    linkVooroverleg: null,
    linkTafel: null,
  })
  const overlegId = result.ok ? result.value.overlegId : ''
  expect(await standVan(sql, { overlegId, gebruikerId })).toMatchObject({ metClient: true })
  expect(await listAfwegingen(sql, overlegId)).toMatchObject([
    { reden: 'anders', toelichting: 'Verblijft in het buitenland.', uitkomst: null },
  ])
})

test('[F7] PostgreSQL keeps it too: what was answered stays, and nobody answers himself', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'gepland')
  const { regie, ids, overlegId } = tafel
  const afwegingId = await stelVoor(sql, tafel)
  const zelf = sql`
    update client_afweging set uitkomst = 'bevestigd', besloten_op = now(), besloten_door = voorgesteld_door
    where id = ${afwegingId}`
  await expect(zelf).rejects.toThrow('violates check')
  const nogEen = sql`
    insert into client_afweging (overleg_id, voorstel, voorgesteld_door)
    values (${overlegId}, 'met', ${regie.gebruikerId})`
  await expect(nogEen).rejects.toThrow('client_afweging_een_open')
  const ja = { overlegId, gebruikerId: ids.casushouder, afwegingId, reden: '' } as const
  await answerAfwegingCommand(sql, { ...ja, uitkomst: 'bevestigd' })
  const anders = sql`update client_afweging set uitkomst = 'ingetrokken' where id = ${afwegingId}`
  await expect(anders).rejects.toThrow('never changed')
})
