import { expect, test } from 'vitest'
import { answerVerzoekCommand } from '#app/commands/answer-verzoek.server.ts'
import { closeNowCommand } from '#app/commands/close-now.server.ts'
import { submitVerzoekCommand } from '#app/commands/submit-verzoek.server.ts'
import { listClientSessies } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import { listVerzoeken } from '#db/verzoeken.ts'
import type { Clientsoort } from '#domain/rol.ts'
import { zinVan } from '#domain/verzoek.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { addBrowser, MOMENTEN, seedTafel, type Tafel } from '../helpers/seed-tafel.ts'

const ZIN = 'We spraken over uw woning.'

async function browserVan(sql: Sql, { overlegId }: Tafel, soort: Clientsoort, metPin = true) {
  const [bestaand] = await sql<{ id: string }[]>`
    select id from client_persoon where overleg_id = ${overlegId} and soort = ${soort}`
  const [persoon] = bestaand
    ? [bestaand]
    : await sql<{ id: string }[]>`
        insert into client_persoon (overleg_id, soort, naam) values (${overlegId}, ${soort}, 'J. J.')
        returning id`
  const sessieId = await addBrowser(sql, persoon?.id ?? '')
  const [rij] = await sql<{ hash: string }[]>`
    update client_sessie set met_pin = ${metPin} where id = ${sessieId} returning id_hash as hash`
  const [browser] = await listClientSessies(sql, [rij?.hash ?? ''])
  if (!browser) throw new Error('A browser that was just made is there')
  return browser
}

type Vraag = { soort?: Clientsoort; zin?: string; tekst?: string; metPin?: boolean }

async function vraag(sql: Sql, tafel: Tafel, deel: Vraag = {}): Promise<string> {
  const { soort = 'client', zin = ZIN, tekst = 'Ik heb al een woning.', metPin = true } = deel
  const browser = await browserVan(sql, tafel, soort, metPin)
  const { sleutel } = zinVan(zin)
  const result = await submitVerzoekCommand(sql, { browser, sleutel, tekst })
  return result.ok ? 'ok' : result.refusal.code
}

test('[K7] who of the client side says that something is wrong, and at which moments', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const perMoment: [string, string][] = []
  for (const moment of MOMENTEN) {
    perMoment.push([moment, await vraag(sql, await seedTafel(sql, moment))])
  }
  expect(perMoment).toEqual([
    ...MOMENTEN.filter((moment) => moment !== 'vastgesteld' && moment !== 'afgebroken').map(
      (moment) => [moment, 'niet-gevonden'],
    ),
    ['vastgesteld', 'ok'],
    ['afgebroken', 'niet-gevonden'],
  ])

  const tafel = await seedTafel(sql, 'vastgesteld')
  expect(await vraag(sql, tafel, { soort: 'steunpersoon' })).toBe('niet-bevoegd')
  // Without his PIN a browser sees no plan. S5
  expect(await vraag(sql, tafel, { metPin: false })).toBe('niet-gevonden')
  expect(await vraag(sql, tafel, { soort: 'vertegenwoordiger' })).toBe('ok')
  await closeNowCommand(sql, tafel.regie)
  expect(await vraag(sql, tafel, { zin: 'Iedere week bellen' })).toBe('niet-gevonden')
})

test('[K7] it is about words that stand in this plan: what is made up, or of another overleg, is refused and nothing is kept', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vastgesteld')
  await sql`insert into client_persoon (overleg_id, soort, naam) values (${tafel.overlegId}, 'vertegenwoordiger', 'J.')`

  for (const zin of ['Dit staat er niet.', `${ZIN} `.repeat(2), 'Hoe komt A. weer aan een plek?']) {
    expect(await vraag(sql, tafel, { zin })).toBe('zin-niet-in-plan')
  }
  expect(await vraag(sql, tafel, { tekst: ' \0 ' })).toBe('verzoek-leeg')
  expect(await vraag(sql, tafel, { tekst: 'a'.repeat(1001) })).toBe('verzoek-te-lang')
  expect(await sql`select from verzoek`).toHaveLength(0)

  expect(await vraag(sql, tafel, { zin: 'Iedere week bellen' })).toBe('ok')
  const anders = { zin: 'Iedere week bellen', tekst: 'Nog iets.' }
  expect(await vraag(sql, tafel, anders)).toBe('verzoek-loopt-al')
})

test('[K7] who asks the same six times at once has asked it once', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vastgesteld')
  const browser = await browserVan(sql, tafel, 'client')
  const { sleutel } = zinVan(ZIN)
  const tegelijk = Array.from({ length: 6 }, () =>
    submitVerzoekCommand(sql, { browser, sleutel, tekst: 'Nee.' }),
  )
  expect(new Set((await Promise.all(tegelijk)).map(({ ok }) => ok))).toEqual(new Set([true]))
  expect(await sql`select from verzoek`).toHaveLength(1)
  expect(await sql`select from audit where event = 'verzoek-submitted'`).toHaveLength(1)
})

test('[K7] [P1] the casushouder answers, once, and with words; nobody else does, and the plan stays as it is', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vastgesteld')
  const elders = await seedTafel(sql, 'vastgesteld')
  await vraag(sql, tafel)
  const [verzoek] = await listVerzoeken(sql, tafel.overlegId)
  const before = await sql`select * from plan order by id`
  const antwoord = async (
    wie: keyof Tafel['ids'],
    tekst = 'U huurt nu een kamer.',
    van = tafel,
  ) => {
    const { overlegId } = van
    const key = { overlegId, gebruikerId: van.ids[wie], verzoekId: verzoek?.id ?? '' }
    const result = await answerVerzoekCommand(sql, { ...key, besluit: 'toegewezen', tekst })
    return result.ok ? 'ok' : result.refusal.code
  }

  expect(await antwoord('procesregisseur')).toBe('niet-bevoegd')
  expect(await antwoord('blijft')).toBe('niet-bevoegd')
  expect(await antwoord('vertrekt')).toBe('niet-bevoegd')
  expect(await antwoord('zonder-convenant')).toBe('verklaring-ontbreekt')
  expect(await antwoord('casushouder', 'Ja.', elders)).toBe('niet-gevonden')
  expect(await antwoord('casushouder', ' \n')).toBe('reden-ontbreekt')
  expect(await antwoord('casushouder', 'a'.repeat(1001))).toBe('ongeldige-invoer')
  expect(await sql`select from verzoek_antwoord`).toHaveLength(0)

  expect(await antwoord('casushouder')).toBe('ok')
  expect(await antwoord('casushouder')).toBe('verzoek-al-beantwoord')
  expect(await sql`select * from plan order by id`).toEqual(before)
  expect((await listVerzoeken(sql, tafel.overlegId))[0]?.antwoord).toEqual({
    besluit: 'toegewezen',
    tekst: 'U huurt nu een kamer.',
  })
  await expect(sql`update verzoek_antwoord set tekst = 'Anders'`).rejects.toThrow('never changed')
  await expect(sql`update verzoek set tekst = 'Anders'`).rejects.toThrow('never changed')

  const rijen = await sql<{ event: string; details: unknown }[]>`
    select event, details from audit where event like 'verzoek-%' and uitkomst = 'gelukt' order by id`
  expect(rijen.map(({ event }) => event)).toEqual(['verzoek-submitted', 'verzoek-answered'])
  expect(JSON.stringify(rijen)).not.toMatch(/woning|kamer/)
})
