import { afterAll, expect, test } from 'vitest'
import { CLIENTFORMULIEREN } from '../helpers/formulieren/client.ts'
import { BESTAND, foutenIn } from '../helpers/formulieren/fouten.ts'
import { HUISFORMULIEREN } from '../helpers/formulieren/huis.ts'
import { OVERLEGFORMULIEREN } from '../helpers/formulieren/overleg.ts'
import { dataAdres } from '../helpers/http-tabel.ts'
import { dumpInhoud, leeft, openHuis, seedPlek } from '../helpers/huis.ts'
import { type Moment, seedTafel, type Tafel } from '../helpers/seed-tafel.ts'

const FORMULIEREN = [...OVERLEGFORMULIEREN, ...HUISFORMULIEREN, ...CLIENTFORMULIEREN]

const huis = await openHuis([])
afterAll(() => huis[Symbol.asyncDispose]())

/** What a person may not get to see of how it is made. */
const BINNENKANT =
  /\bat \S+:\d+|node_modules|\/work\/|\.tsx?\b|select |insert into|constraint|Unexpected|TypeError|ZodError|stack/

/** A sentence, wherever the page says it; or the same before it is one. */
const WEIGERING = /"refusal"|"fouten"|"error"|"fout",/
const ZIN = /niet goed|bestaat niet|pincode is te makkelijk|Vul vijf cijfers in|Dit is er niet/

type Paren = [string, string][]

function bodyOf(velden: Paren): FormData | URLSearchParams {
  if (velden.every(([, waarde]) => waarde !== BESTAND)) return new URLSearchParams(velden)
  const form = new FormData()
  for (const [naam, waarde] of velden) {
    form.append(naam, waarde === BESTAND ? new Blob(['x']) : waarde)
  }
  return form
}

async function verstuur(path: string, cookie: string, velden: Paren) {
  const response = await fetch(huis.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: huis.origin },
    body: bodyOf(velden),
  })
  const html = await response.text()
  const text = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')
  return { status: response.status, text, isPagina: html.includes('<html lang="nl"') }
}

test('every form that is filled in wrong is refused in Dutch, changes nothing, and would have been right', async () => {
  const { sql } = huis
  const mis: string[] = []
  const buren = new Map<Moment, Tafel>()
  for (const formulier of FORMULIEREN) {
    const { route, moment, wie } = formulier
    const { tafel, cookies } = await seedPlek(sql, moment, huis.elders.cookie)
    const buur = buren.get(moment) ?? (await seedTafel(sql, moment))
    buren.set(moment, buur)
    const path = route
      .replace(':overlegId', tafel.overlegId)
      .replace(':briefId', tafel.overlegId)
      .replace(':gebruikerId', tafel.ids.blijft)
    const naam = `${route} ${formulier.velden(tafel).intent ?? ''}`
    const before = await dumpInhoud(sql)

    const fouten = foutenIn(formulier, tafel, buur)
    await inGroepen(fouten, async ({ wat, velden }, index) => {
      // A page costs ten times its data: of each form some are read as a person reads them.
      const adres = index % 8 === 0 ? path : dataAdres(path)
      const { status, text, isPagina } = await verstuur(adres, cookies[wie], velden)
      const isWeigering = ZIN.test(text) || (!isPagina && WEIGERING.test(text))
      if (status < 400 || status >= 500 || !isWeigering || BINNENKANT.test(text)) {
        mis.push(`${naam}, ${wat}: ${status} ${text.slice(0, 300)}`)
      }
    })
    if ((await dumpInhoud(sql)) !== before) mis.push(`${naam}: something changed`)
    const goed = await verstuur(path, cookies[wie], Object.entries(formulier.velden(tafel)))
    if (goed.status >= 400) mis.push(`${naam}: ${goed.status} ${goed.text.slice(0, 300)}`)
  }
  expect(mis).toEqual([])
  expect(await leeft(huis)).toBe(true)
}, 240_000)

async function inGroepen<Item>(items: Item[], doe: (item: Item, index: number) => Promise<void>) {
  for (let begin = 0; begin < items.length; begin += 6) {
    await Promise.all(items.slice(begin, begin + 6).map((item, n) => doe(item, begin + n)))
  }
}
