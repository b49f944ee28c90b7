import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { answerCommand } from '#app/commands/answer.server.ts'
import { unseatClientCommand } from '#app/commands/unseat-client.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { writeEigenWoordenCommand } from '#app/commands/write-eigen-woorden.server.ts'
import type { ClientBrowser } from '#app/context.ts'
import { readClientbeelden } from '#app/routes/client/clientbeeld.server.ts'
import { listAntwoorden } from '#db/antwoorden.ts'
import { listClientSessies } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import { changeDocument } from '#db/documenten.ts'
import { findEigenWoorden } from '#db/eigen-woorden.ts'
import { findPlan } from '#db/plannen.ts'
import { MAX_WOORDEN } from '#domain/antwoord.ts'
import { CLIENTSOORTEN, type Clientsoort } from '#domain/rol.ts'
import { actieWoorden } from '#domain/stem.ts'
import { sleutelOf } from '#domain/zin.ts'
import { createTestDatabase } from '../helpers/database.ts'
import {
  addBrowser,
  conceptactie,
  MOMENTEN,
  schrijf,
  seedTafel,
  type Tafel,
} from '../helpers/seed-tafel.ts'

const ZIN = 'We spraken over uw woning.'
const EIGEN = actieWoorden({ ...conceptactie({ wat: 'Iedere week bellen' }), wie: { soort: 'ik' } })

test('[K3] only who speaks for the cliënt, at the table as it is now, answers and writes', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const gelukt: string[] = []
  for (const moment of MOMENTEN) {
    const tafel = await seedTafel(sql, moment)
    for (const soort of CLIENTSOORTEN) {
      for (const toegelaten of [true, false]) {
        const browser = await browserVan(sql, tafel, { soort, toegelaten })
        const resultaten = [
          await zegKlopt(sql, browser),
          await zegNee(sql, browser),
          await schrijfWil(sql, browser, 'Rust.'),
        ]
        const wie = `${moment} ${soort} ${toegelaten ? 'aan tafel' : 'wacht'}`
        if (resultaten.some(({ ok }) => ok)) gelukt.push(wie)
        expect(new Set(resultaten.map(({ ok }) => ok)).size).toBe(1)
      }
    }
  }
  expect(gelukt.filter((wie) => !wie.startsWith('besloten tijd'))).toEqual([
    'met cliënt client aan tafel',
    'met cliënt vertegenwoordiger aan tafel',
  ])
})

test('[K3] a name that is not on the screen now is refused and kept nowhere, of a sentence as of an actie', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const elders = await seedTafel(sql, 'met cliënt')
  await schrijf(sql, { ...elders.regie, document: 'samenvatting', tekst: 'Alleen daar.' })
  await schrijf(sql, { ...tafel.regie, document: 'vraagstelling', tekst: 'Alleen voor hen.' })
  const browser = await browserVan(sql, tafel, { soort: 'client', toegelaten: true })
  for (const sleutel of [
    sleutelOf('Alleen daar.'),
    sleutelOf('Alleen voor hen.'),
    'aaaaaaaaaaaaaa',
    '',
    EIGEN.sleutel,
  ]) {
    const vraag = { soort: 'zin', sleutel, antwoord: 'klopt' } as const
    expect(await answerCommand(sql, { browser, vraag })).toMatchObject({
      refusal: { code: 'tekst-gewijzigd' },
    })
  }
  const vraag = { soort: 'actie', sleutel: sleutelOf(ZIN), antwoord: 'ja' } as const
  expect(await answerCommand(sql, { browser, vraag })).toMatchObject({ ok: false })
  expect(await listAntwoorden(sql, tafel.overlegId)).toEqual({ zinnen: [], acties: [] })
})

test('[K3] the last answer counts, for these words: after a change it is asked again', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const browser = await browserVan(sql, tafel, { soort: 'client', toegelaten: true })
  await zegKlopt(sql, browser)
  const vraag = { soort: 'zin', sleutel: sleutelOf(ZIN), antwoord: 'klopt-niet' } as const
  await answerCommand(sql, { browser, vraag })
  expect(await zinnenVan(sql, browser)).toEqual([[ZIN, 'klopt-niet', null]])

  await changeDocument(sql, { ...tafel.regie, document: 'samenvatting' }, (doc) =>
    vervang(doc, 'uw woning', 'uw nieuwe woning'),
  )
  expect(await zinnenVan(sql, browser)).toEqual([
    ['We spraken over uw nieuwe woning.', null, 'klopt-niet'],
  ])
  expect(await zegKlopt(sql, browser)).toMatchObject({ refusal: { code: 'tekst-gewijzigd' } })
})

const WOORDEN = [
  'Ik wil rust.\n\n  En een deur. \t',
  '😀👩‍👩‍👧 e\u0301 \u202eomgekeerd\u202c',
  'أريد بيتا. אני רוצה בית.',
  '<script>alert(1)</script> <img src=x onerror=alert(1)> {{7*7}} "\'; drop table plan; --',
  'a'.repeat(MAX_WOORDEN),
]

test('[K3] own words are kept word for word, and frozen so in the plan; a no blocks nothing', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  for (const tekst of WOORDEN) {
    const tafel = await seedTafel(sql, 'met cliënt')
    const browser = await browserVan(sql, tafel, { soort: 'client', toegelaten: true })
    // As a form sends it.
    const verzonden = tekst.replaceAll('\n', '\r\n')
    expect(await schrijfWil(sql, browser, verzonden)).toEqual({ ok: true, value: { versie: 1 } })
    expect((await findEigenWoorden(sql, tafel.overlegId)).wil.tekst).toBe(tekst)
    await zegKlopt(sql, browser)
    await zegNee(sql, browser)

    expect(await vaststellenCommand(sql, tafel.regie)).toMatchObject({ ok: true })
    const plan = await findPlan(sql, tafel.overlegId)
    expect(plan?.eigenWoorden).toEqual({ wil: tekst, anders: '' })
    const gezegd = { sleutel: sleutelOf(ZIN), tekst: ZIN, antwoord: 'klopt' }
    expect(plan?.zinantwoorden).toEqual([gezegd])
    expect(plan?.acties.map(({ antwoord }) => antwoord)).toEqual([null, null, 'nee'])
  }
})

test('[K3] what is longer than there is room for is refused, and what was there stays', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const browser = await browserVan(sql, tafel, { soort: 'client', toegelaten: true })
  await schrijfWil(sql, browser, 'Rust.')
  const lang = 'a'.repeat(MAX_WOORDEN + 1)
  expect(await schrijfWil(sql, browser, lang, 1)).toMatchObject({ refusal: { code: 'te-groot' } })
  expect((await findEigenWoorden(sql, tafel.overlegId)).wil).toEqual({ tekst: 'Rust.', versie: 1 })
})

test('[K3] two browsers at once: one is saved, the other is told what stands there, and chooses', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const client = { soort: 'client', toegelaten: true } as const
  const browsers = [await browserVan(sql, tafel, client), await browserVan(sql, tafel, client)]
  const resultaten = await Promise.all(
    browsers.map((browser, nummer) => schrijfWil(sql, browser, `Tekst ${nummer}.`)),
  )
  const bewaard = (await findEigenWoorden(sql, tafel.overlegId)).wil
  expect(resultaten.filter(({ ok }) => ok)).toHaveLength(1)
  expect(resultaten.find(({ ok }) => !ok)).toEqual({
    ok: false,
    refusal: { code: 'woorden-gewijzigd', nu: bewaard },
  })

  const tweede = resultaten.findIndex(({ ok }) => !ok)
  const browser = browsers[tweede]
  if (!browser) throw new Error('One of two was refused')
  // The answer was lost, and the same is sent once more: nothing happens twice.
  expect(await schrijfWil(sql, browser, bewaard.tekst)).toEqual({ ok: true, value: { versie: 1 } })
  const samen = { browser, veld: 'wil', tekst: `Tekst ${tweede}.`, versie: 1 } as const
  await writeEigenWoordenCommand(sql, { ...samen, wijze: 'onder-elkaar' })
  expect((await findEigenWoorden(sql, tafel.overlegId)).wil).toEqual({
    tekst: `${bewaard.tekst}\n\nTekst ${tweede}.`,
    versie: 2,
  })
})

test('[K3] back in the wachtkamer nothing of it is on the screen, and nothing can be said', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const browser = await browserVan(sql, tafel, { soort: 'client', toegelaten: true })
  await schrijfWil(sql, browser, 'Rust in huis.')
  await zegKlopt(sql, browser)
  await unseatClientCommand(sql, tafel.regie)
  expect(JSON.stringify(await beeldVan(sql, browser))).not.toMatch(/Rust in huis|klopt|woning/)
  expect(await zegKlopt(sql, browser)).toMatchObject({ refusal: { code: 'niet-gevonden' } })
})

test('[K3] [P1] [S1] what was said in the plan cannot be changed, and no id and no time goes to the client side', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const browser = await browserVan(sql, tafel, { soort: 'client', toegelaten: true })
  await schrijfWil(sql, browser, 'Rust.')
  await zegKlopt(sql, browser)
  const vuil = /[0-9a-f]{8}-[0-9a-f]{4}-|\d{4}-\d{2}-\d{2}T|gegeven|clientPersoon/
  expect(JSON.stringify(await beeldVan(sql, browser))).not.toMatch(vuil)
  await vaststellenCommand(sql, tafel.regie)
  expect(JSON.stringify(await beeldVan(sql, browser))).not.toMatch(vuil)
  await expect(sql`update plan set wil = 'Iets anders'`).rejects.toThrow()
  await expect(sql`update actie set antwoord = 'ja'`).rejects.toThrow()
})

async function browserVan(
  sql: Sql,
  { overlegId, clientPersoonId }: Pick<Tafel, 'overlegId' | 'clientPersoonId'>,
  { soort, toegelaten }: { soort: Clientsoort; toegelaten: boolean },
): Promise<ClientBrowser> {
  const [persoon] =
    soort === 'client'
      ? [{ id: clientPersoonId }]
      : await sql<{ id: string }[]>`
          insert into client_persoon (overleg_id, soort, naam)
          values (${overlegId}, ${soort}, 'mevrouw De Wit') returning id`
  const sessieId = await addBrowser(sql, persoon?.id ?? '')
  const [sessie] = await sql<{ hash: string }[]>`
    update client_sessie set toegelaten_op = ${toegelaten ? new Date() : null}
    where id = ${sessieId} returning id_hash as hash`
  const [browser] = await listClientSessies(sql, [sessie?.hash ?? ''])
  if (!browser) throw new Error('A browser that was made is there')
  return browser
}

function zegKlopt(sql: Sql, browser: ClientBrowser) {
  const vraag = { soort: 'zin', sleutel: sleutelOf(ZIN), antwoord: 'klopt' } as const
  return answerCommand(sql, { browser, vraag })
}

function zegNee(sql: Sql, browser: ClientBrowser) {
  const vraag = { soort: 'actie', sleutel: EIGEN.sleutel, antwoord: 'nee' } as const
  return answerCommand(sql, { browser, vraag })
}

async function schrijfWil(sql: Sql, browser: ClientBrowser, tekst: string, versie?: number) {
  const nu = versie ?? (tekst === 'Rust.' ? await versieVan(sql, browser) : 0)
  return writeEigenWoordenCommand(sql, { browser, veld: 'wil', tekst, versie: nu, wijze: 'zo' })
}

async function versieVan(sql: Sql, { overlegId }: ClientBrowser) {
  return (await findEigenWoorden(sql, overlegId)).wil.versie
}

async function beeldVan(sql: Sql, { overlegId, sessieHash }: ClientBrowser) {
  const beelden = await readClientbeelden(sql, { overlegId, sessieHashes: [sessieHash] })
  return beelden.get(sessieHash)
}

async function zinnenVan(sql: Sql, browser: ClientBrowser) {
  const beeld = await beeldVan(sql, browser)
  if (beeld?.weergave !== 'tafel') throw new Error('At the table')
  return beeld.antwoorden.samenvatting.flatMap((regel) =>
    regel.soort === 'zin'
      ? [[regel.tekst.map(({ tekst }) => tekst).join(''), regel.antwoord, regel.eerder]]
      : [],
  )
}

function vervang(doc: Y.Doc, oud: string, nieuw: string) {
  for (const node of doc.getXmlFragment('tekst').toArray()) {
    if (!(node instanceof Y.XmlElement)) continue
    for (const text of node.toArray()) {
      if (!(text instanceof Y.XmlText)) continue
      const index = text.toString().indexOf(oud)
      if (index < 0) continue
      text.delete(index, oud.length)
      text.insert(index, nieuw)
    }
  }
}
