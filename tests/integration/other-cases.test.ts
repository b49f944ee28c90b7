import { afterAll, expect, test } from 'vitest'
import { dataAdres } from '../helpers/http-tabel.ts'
import { openHuis } from '../helpers/huis.ts'
import { adresOf, ROUTES } from '../helpers/routes.ts'
import { conceptactie, schrijf, schrijfActies } from '../helpers/seed-tafel.ts'

const huis = await openHuis(['vooroverleg', 'vastgesteld'])
afterAll(() => huis[Symbol.asyncDispose]())
const { sql, origin, elders } = huis

const VREEMD = 'Vreemdwoord'
const ANDEREN = ['procesregisseur', 'blijft', 'vertrekt', 'tafel', 'plan'] as const

/** Every page of everybody who has nothing to do with the other overleg, without what changes with every answer. */
async function leesAlles(): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const moment of ['vooroverleg', 'vastgesteld'] as const) {
    const { tafel, cookies } = huis.plek(moment)
    for (const route of ROUTES) {
      const path = dataAdres(adresOf(route, tafel.overlegId).replace(':document', 'besluitvorming'))
      for (const wie of ANDEREN) {
        const init = { redirect: 'manual', headers: { cookie: cookies[wie] } } as const
        const text = await (await fetch(origin + path, init)).text()
        const stil = text.replace(/\b1[5-9]\d{11}\b|DTSTAMP:\w+/g, 'nu')
        pages.set(`${moment} ${wie} ${path}`, stil)
      }
    }
  }
  return pages
}

test('[check 67] what happens in another overleg is in no list, count, news or mark of anybody who is not in it', async () => {
  const before = await leesAlles()
  const { tafel } = elders
  const { overlegId, regie, ids, clientPersoonId } = tafel
  await schrijf(sql, { ...regie, document: 'besluitvorming', tekst: VREEMD })
  await schrijfActies(sql, {
    ...regie,
    acties: [conceptactie({ wat: VREEMD, deelnemerId: tafel.deelnemerIds.blijft })],
  })
  await sql`update overleg set vraag = ${VREEMD}, gepland_op = now() - interval '1 day' where id = ${overlegId}`
  await sql`
    update casus set initialen = 'V.', gemeente = ${VREEMD}
    where id = (select casus_id from overleg where id = ${overlegId})`
  await sql`update deelnemer set taak = ${VREEMD} where overleg_id = ${overlegId}`
  await sql`update client_persoon set naam = ${VREEMD} where id = ${clientPersoonId}`
  await sql`
    insert into aanvulling (overleg_id, document, gebruiker_id, tekst)
    values (${overlegId}, 'vraagstelling', ${ids.blijft}, ${VREEMD})`
  await sql`insert into hand (deelnemer_id) values (${tafel.deelnemerIds.blijft})`
  const after = await leesAlles()

  const anders = [...before].filter(([key, text]) => after.get(key) !== text).map(([key]) => key)
  expect(anders).toEqual([])
  expect([...after.values()].filter((text) => text.includes(VREEMD))).toEqual([])
  expect(before.size).toBeGreaterThan(150)
}, 60_000)

test('[check 70] every id that an address or a form can hold is of chance alone, 122 bits of it, and not in a row', async () => {
  const columns = await sql<{ tabel: string; kolom: string }[]>`
    select table_name as tabel, column_name as kolom from information_schema.columns
    where table_schema = 'public' and data_type = 'uuid'`
  expect(columns.length).toBeGreaterThan(20)
  for (const { tabel, kolom } of columns) {
    const rows = await sql<{ id: string }[]>`
      select ${sql(kolom)}::text as id from ${sql(tabel)} where ${sql(kolom)} is not null limit 200`
    for (const { id } of rows) {
      expect(id, `${tabel}.${kolom}`).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/)
    }
  }
})
