import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addClientPersoonCommand } from '#app/commands/add-client-persoon.server.ts'
import { addDeelnemerCommand } from '#app/commands/add-deelnemer.server.ts'
import { createOverlegCommand } from '#app/commands/create-overleg.server.ts'
import type { NieuwOverleg } from '#app/commands/nieuw-overleg.server.ts'
import { removeClientPersoonCommand } from '#app/commands/remove-client-persoon.server.ts'
import { removeDeelnemerCommand } from '#app/commands/remove-deelnemer.server.ts'
import { listClientPersonen } from '#db/client-personen.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { readDocument } from '#db/documenten.ts'
import { findDeelnemerschap, listOverleggen } from '#db/overleggen.ts'
import { DOCUMENTEN } from '#domain/document.ts'
import { blokkenOf, platteTekst } from '#domain/inhoud.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { dumpDatabase, seedTafel } from '../helpers/seed-tafel.ts'

const NIEUW: NieuwOverleg = {
  casus: { nummer: ' 2026-0412 ', initialen: 'M. de W.', gemeente: 'Zwaluwe' },
  geplandOp: new Date('2026-12-08T09:00:00Z'),
  vraag: ' Hoe komt M. aan een huis? ',
  deelnemers: [],
  clienten: [
    { soort: 'client', naam: 'M. de Wit' },
    { soort: 'steunpersoon', naam: 'Tante Riet' },
  ],
  voorstelZonder: null,
  linkVooroverleg: 'https://video.voorbeeld.nl/a',
  linkTafel: 'https://video.voorbeeld.nl/b',
}

test('who makes an overleg is its procesregisseur, and it begins with its people and five documents', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids } = await seedOverleg(sql, { status: 'gepland' }, [
    'procesregisseur',
    'casushouder',
    'partner',
  ])
  const deelnemers = [
    { gebruikerId: ids.casushouder, rol: 'casushouder', taak: 'Begeleidt M.' } as const,
    { gebruikerId: ids.partner, rol: 'partner', taak: '' } as const,
  ]
  const vraag = { ...NIEUW, deelnemers, gebruikerId: ids.procesregisseur }
  const result = await createOverlegCommand(sql, vraag)
  const overlegId = result.ok ? result.value.overlegId : ''

  const deelnemerschap = await findDeelnemerschap(sql, {
    overlegId,
    gebruikerId: ids.procesregisseur,
  })
  expect(deelnemerschap).toMatchObject({
    deelname: { rol: 'procesregisseur', toegelaten: true },
    overleg: {
      casus: { nummer: '2026-0412', initialen: 'M. de W.', gemeente: 'Zwaluwe' },
      geplandOp: NIEUW.geplandOp,
      stand: { overleg: { status: 'gepland' }, dicht: false, metClient: true, besloten: false },
      linkTafel: 'https://video.voorbeeld.nl/b',
      tijd: null,
    },
  })
  const rollen = (await listDeelnemers(sql, overlegId)).map(({ rol, keuze }) => [rol, keuze])
  expect(rollen).toEqual([
    ['procesregisseur', 'onbeslist'],
    ['casushouder', 'onbeslist'],
    ['partner', 'onbeslist'],
  ])
  expect((await listClientPersonen(sql, overlegId)).map(({ naam }) => naam)).toEqual([
    'M. de Wit',
    'Tante Riet',
  ])
  for (const document of DOCUMENTEN) {
    const { knopen } = await readDocument(sql, { overlegId, document })
    expect(knopen.length).toBeGreaterThan(0)
    const heeftVraag = platteTekst(blokkenOf(knopen)).includes('Hoe komt M. aan een huis?')
    expect(heeftVraag).toBe(document === 'vraagstelling')
  }
})

test('a casus is made once: the same number is the same person, or it is refused', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids } = await seedOverleg(sql, { status: 'gepland' }, ['procesregisseur'])
  const vraag = { ...NIEUW, gebruikerId: ids.procesregisseur }
  const results = await Promise.all([
    createOverlegCommand(sql, vraag),
    createOverlegCommand(sql, vraag),
  ])
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect((await sql`select from casus where nummer = '2026-0412'`).count).toBe(1)

  const before = await dumpDatabase(sql)
  const ander = { ...vraag, casus: { ...NIEUW.casus, initialen: 'K. van D.' } }
  expect(await createOverlegCommand(sql, ander)).toMatchObject({
    refusal: {
      code: 'ongeldige-invoer',
      velden: { nummer: expect.stringContaining('casusnummer') },
    },
  })
  expect(await dumpDatabase(sql)).toBe(before)
})

test('a field that is wrong is named, and no overleg is made', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids } = await seedOverleg(sql, { status: 'gepland' }, [
    'procesregisseur',
    'casushouder',
    'partner',
  ])
  const partner = { gebruikerId: ids.partner, rol: 'partner', taak: '' } as const
  const client = { soort: 'client', naam: 'M.' } as const
  const zonder = { reden: 'anders', toelichting: '' } as const
  const fouten: [Partial<NieuwOverleg>, string][] = [
    [{ casus: { ...NIEUW.casus, nummer: '412' } }, 'nummer'],
    [{ casus: { ...NIEUW.casus, initialen: '\0' } }, 'initialen'],
    [{ casus: { ...NIEUW.casus, gemeente: 'Z' } }, 'gemeente'],
    [{ geplandOp: new Date('morgen') }, 'geplandOp'],
    [{ vraag: 'Waarom? '.repeat(1000) }, 'vraag'],
    [{ deelnemers: [{ ...partner, taak: 'x'.repeat(121) }] }, 'deelnemers'],
    [{ deelnemers: [partner, partner] }, 'deelnemers'],
    [{ deelnemers: [{ ...partner, gebruikerId: ids.procesregisseur }] }, 'deelnemers'],
    [{ deelnemers: [{ ...partner, gebruikerId: randomUUID() }] }, 'deelnemers'],
    [{ deelnemers: [{ ...partner, gebruikerId: 'x' }] }, 'deelnemers'],
    [{ deelnemers: [{ ...partner, rol: 'procesregisseur' }] }, 'deelnemers'],
    [
      {
        deelnemers: [
          { ...partner, rol: 'casushouder' },
          { ...partner, gebruikerId: ids.casushouder, rol: 'casushouder' },
        ],
      },
      'deelnemers',
    ],
    [{ clienten: [client, client] }, 'clienten'],
    [{ clienten: [{ ...client, naam: ' ' }] }, 'clienten'],
    [{ voorstelZonder: zonder, clienten: [] }, 'voorstelZonder'],
    [{ linkTafel: 'http://video.voorbeeld.nl' }, 'linkTafel'],
    [{ linkTafel: NIEUW.linkVooroverleg }, 'linkTafel'],
  ]
  const before = await dumpDatabase(sql)
  for (const [fout, veld] of fouten) {
    const vraag = { ...NIEUW, ...fout, gebruikerId: ids.procesregisseur }
    const velden = { [veld]: expect.stringMatching(/\.$/) }
    const refusal = { code: 'ongeldige-invoer', velden }
    expect(await createOverlegCommand(sql, vraag), veld).toEqual({ ok: false, refusal })
  }
  for (const gebruikerId of [ids.partner, ids.casushouder]) {
    expect(await createOverlegCommand(sql, { ...NIEUW, gebruikerId })).toMatchObject({
      refusal: { code: 'niet-bevoegd' },
    })
  }
  expect(await dumpDatabase(sql)).toBe(before)
})

test('an overleg keeps a procesregisseur, nobody is in it twice, and who is taken out has nothing left', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, deelnemerIds, ids } = await seedTafel(sql, 'vooroverleg')
  const collega = { ...regie, gebruikerIdNieuw: ids.blijft, rol: 'partner', taak: '' } as const
  const dubbel = {
    refusal: { code: 'ongeldige-invoer', velden: { gebruikerIdNieuw: expect.any(String) } },
  }
  expect(await addDeelnemerCommand(sql, collega)).toMatchObject(dubbel)
  const zelf = { ...regie, deelnemerId: deelnemerIds.procesregisseur }
  expect(await removeDeelnemerCommand(sql, zelf)).toMatchObject({
    refusal: { code: 'ongeldige-invoer' },
  })

  await removeDeelnemerCommand(sql, { ...regie, deelnemerId: deelnemerIds.blijft })
  expect(await listOverleggen(sql, ids.blijft)).toEqual([])
  const again = await Promise.all([
    addDeelnemerCommand(sql, collega),
    addDeelnemerCommand(sql, collega),
  ])
  expect(again.filter(({ ok }) => ok)).toHaveLength(1)
})

test('whom the meeting is with goes to the wachtkamer first; a steunpersoon can be sent away at once', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, clientPersoonId, overlegId } = await seedTafel(sql, 'met cliënt')
  const added = await addClientPersoonCommand(sql, {
    ...regie,
    soort: 'steunpersoon',
    naam: 'Tante Riet',
  })
  const steunpersoon = added.ok ? added.value.clientPersoonId : ''
  expect(await removeClientPersoonCommand(sql, { ...regie, clientPersoonId })).toMatchObject({
    refusal: { code: 'client-zit-aan-tafel' },
  })
  expect(
    (await removeClientPersoonCommand(sql, { ...regie, clientPersoonId: steunpersoon })).ok,
  ).toBe(true)
  expect(await listClientPersonen(sql, overlegId)).toHaveLength(1)
})
