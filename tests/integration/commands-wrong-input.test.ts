import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { updateEigenActieCommand } from '#app/commands/update-actie.server.ts'
import { addClient } from '../helpers/clienten.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { doe, type Handelingnaam, type Invoer } from '../helpers/handelingen.ts'
import { dumpDatabase, type Moment, seedTafel } from '../helpers/seed-tafel.ts'

// Which id each handeling is about, at a moment at which the procesregisseur or the casushouder may do it.
const IDS: readonly [Handelingnaam, keyof Invoer, Moment][] = [
  ['deelnemer toevoegen', 'gebruikerIdNieuw', 'gepland'],
  ['deelnemer verwijderen', 'deelnemerId', 'gepland'],
  ['taak opschrijven', 'deelnemerId', 'gepland'],
  ['cliëntzijde verwijderen', 'clientPersoonId', 'gepland'],
  ['keuze zetten', 'deelnemerId', 'vooroverleg'],
  ['casushouder voordragen', 'nogEenDeelnemerId', 'vooroverleg'],
  ['cliënt aan tafel', 'sessieId', 'vooroverleg'],
  ['nog een scherm toelaten', 'nogEenSessieId', 'met cliënt'],
  ['inbreng vragen', 'inbrengId', 'met cliënt'],
  ['inbreng weggooien', 'inbrengId', 'gepland'],
  ['actie bijwerken', 'actieId', 'vastgesteld'],
]
const WIE = new Map<Handelingnaam, 'casushouder' | 'blijft'>([
  ['actie bijwerken', 'casushouder'],
  ['inbreng vragen', 'blijft'],
  ['inbreng weggooien', 'blijft'],
])
const GEEN_IDS = [
  '',
  ' ',
  'x',
  '\0',
  "'; drop table overleg; --",
  'é'.repeat(5000),
  '[object Object]',
]

test('an id that is none, or of another overleg, changes nothing and is no error', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  for (const [handeling, veld, moment] of IDS) {
    const tafel = await seedTafel(sql, moment)
    const elders = await seedTafel(sql, moment)
    const vanElders = {
      gebruikerIdNieuw: randomUUID(),
      deelnemerId: elders.deelnemerIds.blijft,
      nogEenDeelnemerId: elders.deelnemerIds.vertrekt,
      clientPersoonId: elders.clientPersoonId,
      sessieId: elders.wachtend,
      nogEenSessieId: elders.tweede,
      actieId: elders.actieIds[0],
      inbrengId: elders.inbrengId,
    }
    const ids = [
      ...GEEN_IDS,
      randomUUID(),
      Object.entries(vanElders).find(([naam]) => naam === veld)?.[1],
    ]
    const gebruikerId = tafel.ids[WIE.get(handeling) ?? 'procesregisseur']

    const before = await dumpDatabase(sql)
    for (const id of ids) {
      const result = await doe(sql, {
        handeling,
        tafel,
        moment,
        gebruikerId,
        anders: { [veld]: id },
      })
      const code =
        handeling.startsWith('cliënt aan') || handeling.startsWith('nog een')
          ? 'niemand-wacht'
          : 'niet-gevonden'
      expect(result, `${handeling} ${veld} ${id}`).toEqual({ ok: false, refusal: { code } })
    }
    expect(await dumpDatabase(sql)).toBe(before)
    // The same question with the right id: it was the id that was refused.
    expect((await doe(sql, { handeling, tafel, moment, gebruikerId })).ok, handeling).toBe(true)
  }
}, 120_000)

test('an overleg that is not there does not exist, for any handeling', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const elders = await seedTafel(sql, 'vooroverleg')
  const gebruikerId = tafel.ids.procesregisseur
  const before = await dumpDatabase(sql)
  for (const [handeling] of IDS) {
    for (const overlegId of [...GEEN_IDS, randomUUID(), elders.overlegId]) {
      const vraag = { handeling, tafel, moment: 'vooroverleg', gebruikerId } as const
      const result = await doe(sql, { ...vraag, anders: { overlegId } })
      expect(result).toEqual({ ok: false, refusal: { code: 'niet-gevonden' } })
    }
  }
  expect(await dumpDatabase(sql)).toBe(before)
}, 120_000)

const LANG = 'Lang verhaal. '.repeat(2000)
const FOUTEN: readonly [Handelingnaam, Moment, Partial<Invoer>, string][] = [
  ['verplaatsen', 'gepland', { geplandOp: new Date('geen datum') }, 'ongeldige-invoer'],
  ['verplaatsen', 'gepland', { geplandOp: new Date(8.64e15) }, 'ongeldige-invoer'],
  ['verplaatsen', 'gepland', { geplandOp: new Date(0) }, 'ongeldige-invoer'],
  ['links zetten', 'gepland', { link: 'javascript:alert(1)' }, 'ongeldige-invoer'],
  ['links zetten', 'gepland', { link: 'http://video.voorbeeld.nl' }, 'ongeldige-invoer'],
  ['links zetten', 'gepland', { link: 'https://video.voorbeeld.nl/\0' }, 'ongeldige-invoer'],
  ['links zetten', 'gepland', { link: `https://${LANG}` }, 'ongeldige-invoer'],
  ['deelnemer toevoegen', 'gepland', { tekst: LANG }, 'ongeldige-invoer'],
  ['taak opschrijven', 'gepland', { tekst: LANG }, 'ongeldige-invoer'],
  ['cliëntzijde toevoegen', 'gepland', { tekst: '' }, 'ongeldige-invoer'],
  ['cliëntzijde toevoegen', 'gepland', { tekst: ' \0 ' }, 'ongeldige-invoer'],
  ['cliëntzijde toevoegen', 'gepland', { tekst: LANG }, 'ongeldige-invoer'],
  ['cliëntzijde toevoegen', 'gepland', { soort: 'client' }, 'ongeldige-invoer'],
  ['fase afronden', 'vraagstelling', { from: 'beeldvorming' }, 'fase-al-afgerond'],
  ['fase heropenen', 'vooroverleg', { from: 'beeldvorming' }, 'fase-al-afgerond'],
  ['fase heropenen', 'vooroverleg', { tekst: ' \n' }, 'reden-ontbreekt'],
  ['fase heropenen', 'vooroverleg', { tekst: LANG }, 'ongeldige-invoer'],
  ['tijd zetten', 'vooroverleg', { minuten: 0 }, 'ongeldige-invoer'],
  ['tijd zetten', 'vooroverleg', { minuten: -5 }, 'ongeldige-invoer'],
  ['tijd zetten', 'vooroverleg', { minuten: 1.5 }, 'ongeldige-invoer'],
  ['tijd zetten', 'vooroverleg', { minuten: Number.NaN }, 'ongeldige-invoer'],
  ['tijd zetten', 'vooroverleg', { minuten: 1e12 }, 'ongeldige-invoer'],
  ['keuze zetten', 'vooroverleg', { vertrekreden: null }, 'reden-ontbreekt'],
  ['keuze zetten', 'met cliënt', { keuze: 'onbeslist' }, 'ongeldige-invoer'],
  ['weer openen', 'dicht', { tekst: '' }, 'reden-ontbreekt'],
  ['weer openen', 'dicht', { tekst: LANG }, 'ongeldige-invoer'],
  ['afbreken', 'vooroverleg', { tekst: '' }, 'reden-ontbreekt'],
  ['afbreken', 'vooroverleg', { tekst: LANG }, 'ongeldige-invoer'],
  ['aanvulling indienen', 'vooroverleg', { tekst: '\0' }, 'ongeldige-invoer'],
  ['aanvulling indienen', 'vooroverleg', { tekst: LANG }, 'te-groot'],
  ['aanvulling indienen', 'vraagstelling', { document: 'besluitvorming' }, 'niet-gevonden'],
  ['aanvulling indienen', 'gepland', { document: 'samenvatting' }, 'niet-gevonden'],
]

test('a field that is wrong is refused with its reason, and changes nothing', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafels = new Map<Moment, Awaited<ReturnType<typeof seedTafel>>>()
  for (const [handeling, moment, anders, code] of FOUTEN) {
    const tafel = tafels.get(moment) ?? (await seedTafel(sql, moment))
    tafels.set(moment, tafel)
    const before = await dumpDatabase(sql)
    const gebruikerId = tafel.ids.procesregisseur
    const result = await doe(sql, { handeling, tafel, moment, gebruikerId, anders })
    expect(result, `${handeling} ${Object.keys(anders)}`).toMatchObject({
      ok: false,
      refusal: { code },
    })
    expect(await dumpDatabase(sql)).toBe(before)
  }
}, 120_000)

test('text that PostgreSQL cannot hold is kept without what it cannot hold', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const gebruikerId = tafel.ids.procesregisseur
  const anders = { tekst: ' Dit\0 stond er \ud83d nog. ' }
  const vraag = { handeling: 'aanvulling indienen', tafel, moment: 'vooroverleg' } as const
  expect(await doe(sql, { ...vraag, gebruikerId, anders })).toMatchObject({ ok: true })
  const rows = await sql<{ tekst: string }[]>`select tekst from aanvulling`
  expect(rows.map(({ tekst }) => tekst)).toEqual(['Dit stond er \ufffd nog.'])
})

test('[T2] one wrong browser among right ones keeps the cliënt in the wachtkamer', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const elders = await seedTafel(sql, 'vooroverleg')
  for (const sessieIds of [[], [tafel.wachtend, elders.wachtend], [tafel.wachtend, 'x']]) {
    const result = await seatClientCommand(sql, { ...tafel.regie, sessieIds })
    expect(result).toEqual({ ok: false, refusal: { code: 'niemand-wacht' } })
  }
  const toegelaten = await sql`select from client_sessie where toegelaten_op is not null`
  expect(toegelaten.count).toBe(0)
})

test('[P3] a client side that is none, or of another overleg, updates nothing', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vastgesteld')
  const elders = await seedTafel(sql, 'vastgesteld')
  const { browser } = await addClient(sql, tafel, 'client')
  const ander = await addClient(sql, elders, 'client')
  const update = { nummer: 3, status: 'gedaan', woord: '' } as const
  const before = await dumpDatabase(sql)
  for (const verkeerd of [
    { browser: { ...browser, sessieHash: 'van niemand' } },
    { browser: { ...browser, overlegId: randomUUID() } },
    { browser: { ...ander.browser, overlegId: tafel.overlegId } },
    ...[0, -1, 4, 1.5, Number.NaN].map((nummer) => ({ browser, nummer })),
  ]) {
    const result = await updateEigenActieCommand(sql, { ...update, ...verkeerd })
    expect(result).toEqual({ ok: false, refusal: { code: 'niet-gevonden' } })
  }
  expect(await dumpDatabase(sql)).toBe(before)
})
