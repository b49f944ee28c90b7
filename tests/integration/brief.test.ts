import { afterAll, expect, test } from 'vitest'
import { createUitnodigingCommand } from '#app/commands/create-uitnodiging.server.ts'
import { mailBriefCommand } from '#app/commands/mail-brief.server.ts'
import { moveOverlegCommand } from '#app/commands/move-overleg.server.ts'
import { sendBriefCommand } from '#app/commands/send-brief.server.ts'
import { signInMetNummerCommand } from '#app/commands/sign-in-client.server.ts'
import { findBrief, wisGeheimen } from '#db/brieven.ts'
import { datumInNederland } from '#domain/datum.ts'
import { createBrief } from '../helpers/client-side.ts'
import { openHuis } from '../helpers/huis.ts'
import { rememberSecret } from '../helpers/kanaries.ts'
import { readPdf } from '../helpers/pdf.ts'
import { listRecord } from '../helpers/record.ts'
import { kluis } from '../helpers/second-factor.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { createCookie, post } from '../helpers/sign-in.ts'

const huis = await openHuis(['gepland'])
afterAll(() => huis[Symbol.asyncDispose]())
const { sql, origin } = huis
const { cookies } = huis.plek('gepland')
const NOW = new Date()
const VANDAAG = datumInNederland(NOW)

async function seedBriefTafel() {
  const { regie, overlegId, clientPersoonId } = await seedTafel(sql, 'gepland')
  const brief = await createBrief(sql, regie, clientPersoonId)
  return { regie, overlegId, clientPersoonId, brief, key: { ...regie, briefId: brief.briefId } }
}

test('[K1] a letter is made on its own page, as a PDF with tags, title and language, and says who blijft and nobody else', async () => {
  const { tafel } = huis.plek('gepland')
  const { overlegId, clientPersoonId, namen } = { ...tafel, namen: await namenVan(tafel.overlegId) }
  const url = `${origin}/overleggen/${overlegId}`
  const cookie = cookies.procesregisseur
  await post(
    `${url}/deelnemers`,
    { intent: 'briefgegevens', plaats: 'Stadhuis, kamer 4', doelzin: 'Wij zoeken een huis. #x' },
    cookie,
  )
  const gemaakt = await post(
    `${url}/deelnemers`,
    { intent: 'brief', doel: clientPersoonId },
    cookie,
  )
  expect(gemaakt.status).toBe(302)
  const adres = `${origin}${gemaakt.headers.get('location')}`
  const html = await (await fetch(adres, { headers: { cookie } })).text()
  const codes = [...html.matchAll(/brief__code">([A-Z0-9-]{9})</g)].map(([, tekst = '']) => tekst)
  for (const geheim of codes) rememberSecret(geheim)
  expect(codes).toHaveLength(2)

  const response = await fetch(`${adres}/pdf`, { headers: { cookie } })
  const { headers } = response
  expect(headers.get('content-type')).toBe('application/pdf')
  expect(headers.get('content-disposition')).toBe('inline; filename="uitnodiging.pdf"')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")

  const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()))
  expect(pdf).toMatchObject({
    isUa: true,
    gemerkt: true,
    taal: 'nl',
    titel: 'Uitnodiging voor een gesprek',
  })
  expect(pdf.kleinstePunten).toBeGreaterThanOrEqual(11)
  expect(pdf.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'Figure']))
  for (const text of [...codes, 'Stadhuis, kamer 4', 'Wij zoeken een huis. #x', 'Pagina 1 van ']) {
    expect(pdf.tekst).toContain(text)
  }
  for (const { naam, genoemd } of namen) expect(pdf.tekst.includes(naam)).toBe(genoemd)
  expect(namen.some(({ genoemd }) => !genoemd)).toBe(true)
})

async function namenVan(overlegId: string) {
  return sql<{ naam: string; genoemd: boolean }[]>`
    select naam, rol <> 'partner' or keuze = 'blijft' as genoemd
    from deelnemer join gebruiker on gebruiker.id = gebruiker_id where overleg_id = ${overlegId}`
}

test('[K1] [S5] number and code open the wachtkamer, whatever the spelling; a wrong one says which of the two to nobody', async () => {
  const { brief } = await seedBriefTafel()
  const { nummer, code } = brief
  const slordig = nummer.toLowerCase().replace('-', ' ')
  expect(await signInMetNummerCommand(sql, kluis, { nummer: slordig, code })).toMatchObject({
    ok: true,
  })
  const fout = { ok: false, refusal: { code: 'code-onjuist' } }
  for (const poging of [
    { nummer, code: 'AAAA-AAAA' },
    { nummer: 'AAAA-AAAA', code },
    { nummer: code, code: nummer },
    { nummer: '', code },
  ]) {
    expect(await signInMetNummerCommand(sql, kluis, poging)).toEqual(fout)
  }
  const binnen = await post(`${origin}/u`, { nummer, code })
  expect([binnen.status, binnen.headers.get('location')]).toEqual([302, '/mijn-plan'])
})

test('[K1] who sends the page of the number empty is told of both fields', async () => {
  const leeg = await (await post(`${origin}/u`, { nummer: '', code: '' })).text()
  expect(leeg).toContain('href="#nummer">Vul het nummer van uw brief in.')
  expect(leeg).toContain('href="#code">Vul de code uit uw brief in.')
})

test('[K1] [S5] a number is in the database only as a mark that its secret makes, and guessing it is slowed down', async () => {
  const { brief, clientPersoonId } = await seedBriefTafel()
  const [rij] = await sql`select to_jsonb(client_persoon)::text as tekst from client_persoon
    where id = ${clientPersoonId}`
  const kaal = brief.nummer.replace('-', '')
  expect(rij?.tekst).not.toContain(kaal)
  expect(rij?.tekst).toMatch(/"nummer_merk": "[0-9a-f]{64}"/)

  const pogingen = await Promise.all(
    Array.from({ length: 40 }, () => post(`${origin}/u`, { nummer: 'AAAA-AAAA' })),
  )
  const statussen = pogingen.map(({ status }) => status)
  expect(statussen.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
  // Who has the link is not held up by them.
  const { token, code } = brief
  const metLink = await post(`${origin}/uitnodiging/${token}`, { code })
  expect(metLink.status).toBe(302)
})

test('[K1] a letter that is on its way shows its code to nobody any more, nor does one of a week ago, nor one that was replaced', async () => {
  const een = await seedBriefTafel()
  const gezien = async ({ overlegId, brief }: typeof een) =>
    (await findBrief(sql, { overlegId, briefId: brief.briefId }))?.geheim ?? null
  expect(await gezien(een)).not.toBeNull()
  const verzending = { wijze: 'post', op: VANDAAG, now: NOW } as const
  expect((await sendBriefCommand(sql, { ...een.key, ...verzending })).ok).toBe(true)
  expect(await gezien(een)).toBeNull()
  expect(await sendBriefCommand(sql, { ...een.key, ...verzending })).toMatchObject({
    refusal: { code: 'brief-vervallen' },
  })

  const twee = await seedBriefTafel()
  await sql`update brief set gemaakt_op = now() - interval '7 days' where id = ${twee.brief.briefId}`
  expect(await gezien(twee)).toBeNull()
  expect(await wisGeheimen(sql)).toBe(1)
  const drie = await seedBriefTafel()
  await createBrief(sql, drie.regie, drie.clientPersoonId)
  const [over] = await sql`
    select count(*)::int as aantal from brief
    where geheim is not null and id in ${sql([een, twee, drie].map(({ brief }) => brief.briefId))}`
  expect(over?.aantal).toBe(0)
})

test('[K1] the day of sending is between making it and today', async () => {
  const { key } = await seedBriefTafel()
  for (const dag of [-1, 1]) {
    const op = datumInNederland(new Date(NOW.getTime() + dag * 86_400_000))
    const result = await sendBriefCommand(sql, { ...key, wijze: 'post', op, now: NOW })
    expect(result).toMatchObject({ refusal: { code: 'ongeldige-invoer' } })
  }
})

test('[K1] [T7] after a move the letter is outdated, says so, and still opens the wachtkamer, until a new one is made', async () => {
  const { regie, overlegId, clientPersoonId, brief } = await seedBriefTafel()
  const cookie = await createCookie(sql, regie.gebruikerId)
  const pagina = async () =>
    (await fetch(`${origin}/overleggen/${overlegId}/deelnemers`, { headers: { cookie } })).text()
  expect(await pagina()).not.toContain('De brief klopt niet meer')
  const geplandOp = new Date('2031-04-01T08:00:00Z')
  expect((await moveOverlegCommand(sql, { ...regie, geplandOp })).ok).toBe(true)
  expect((await pagina()).replace(/<!--.*?-->/g, '')).toContain(
    'De brief klopt niet meer: het gesprek is verplaatst',
  )
  const { nummer, code } = brief
  expect((await signInMetNummerCommand(sql, kluis, { nummer, code })).ok).toBe(true)

  await createBrief(sql, regie, clientPersoonId)
  expect(await pagina()).not.toContain('De brief klopt niet meer')
  expect((await signInMetNummerCommand(sql, kluis, { nummer, code })).ok).toBe(false)
})

test('[K1] [check 77] the mail has the link alone: no code, no number, no name, no place, and its address is kept nowhere else', async () => {
  const { key, brief, overlegId } = await seedBriefTafel()
  await sql`update overleg set plaats = 'Stadhuis KANARIEPLEK', doel = 'KANARIEDOEL' where id = ${overlegId}`
  const email = 'kees.kanarie@voorbeeld.nl'
  expect((await mailBriefCommand(sql, kluis, { ...key, email, origin })).ok).toBe(true)
  const [mail] = await sql`select aan, onderwerp, tekst from mail order by created_at desc limit 1`
  expect(mail?.aan).toBe(email)
  expect(mail?.tekst).toContain(`${origin}/uitnodiging/${brief.token}\n`)
  const namen = await namenVan(overlegId)
  const [persoon] = await sql`select naam from client_persoon where overleg_id = ${overlegId}`
  const zegt = `${mail?.onderwerp} ${mail?.tekst}`
  for (const geheim of [
    brief.code,
    brief.nummer,
    persoon?.naam,
    'KANARIE',
    ...namen.map(({ naam }) => naam),
  ]) {
    expect(zegt).not.toContain(geheim)
  }
  // The code still has to be told: it can be shown.
  expect(await findBrief(sql, { overlegId, briefId: brief.briefId })).toMatchObject({
    verzondenOp: null,
    gemaildOp: expect.any(Date),
  })
  const audit = await sql`select details::text || coalesce(wat, '') as tekst from audit
    where overleg_id = ${overlegId}`
  expect(audit.map(({ tekst }) => tekst).join()).not.toContain('kanarie')
})

test('[K1] only the procesregisseur makes, sends or mails a letter, and every use of it is in the record', async () => {
  const { overlegId, ids, clientPersoonId } = await seedTafel(sql, 'gepland')
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  const brief = await createBrief(sql, regie, clientPersoonId)
  for (const wie of ['casushouder', 'blijft', 'vertrekt'] as const) {
    const key = { overlegId, gebruikerId: ids[wie], briefId: brief.briefId }
    const geweigerd = { ok: false, refusal: { code: 'niet-bevoegd' } }
    expect(await createUitnodigingCommand(sql, kluis, { ...key, clientPersoonId })).toEqual(
      geweigerd,
    )
    const verzending = { wijze: 'post', op: VANDAAG, now: NOW } as const
    expect(await sendBriefCommand(sql, { ...key, ...verzending })).toEqual(geweigerd)
    expect(await mailBriefCommand(sql, kluis, { ...key, email: 'a@b.nl', origin })).toEqual(
      geweigerd,
    )
  }
  const { nummer, code } = brief
  await signInMetNummerCommand(sql, kluis, { nummer, code: 'AAAA-AAAA' })
  await signInMetNummerCommand(sql, kluis, { nummer, code })
  await sendBriefCommand(sql, {
    ...regie,
    briefId: brief.briefId,
    wijze: 'meegegeven',
    op: VANDAAG,
    now: NOW,
  })
  const events = await sql<{ event: string }[]>`
    select event from audit where overleg_id = ${overlegId} and client_persoon_id = ${clientPersoonId}
    order by id`
  expect(events.map(({ event }) => event)).toEqual([
    'uitnodiging-created',
    'client-refused',
    'client-entered',
    'brief-sent',
  ])
})

test('[K1] [K2] another language is of the next letter, says of the one that is there that it does not hold, and of the plan too', async () => {
  for (const moment of ['gepland', 'vastgesteld'] as const) {
    const { regie, overlegId, clientPersoonId, ids } = await seedTafel(sql, moment)
    const pagina = `${origin}/overleggen/${overlegId}/deelnemers`
    const cookie = await createCookie(sql, ids.procesregisseur)
    const html = async () => (await fetch(pagina, { headers: { cookie } })).text()
    const maak = async () => {
      const { briefId } = await createBrief(sql, regie, clientPersoonId)
      return (await findBrief(sql, { overlegId, briefId }))?.inhoud.taal
    }
    expect(await maak()).toBe('nl')
    expect(await html()).not.toContain('er is een andere taal gekozen')

    const kiest = { intent: 'clientpersoon-taal', doel: clientPersoonId, taal: 'en' }
    const ander = await createCookie(sql, ids.casushouder)
    expect((await post(pagina, kiest, ander)).status).toBe(403)
    expect((await post(pagina, { ...kiest, taal: 'fr' }, cookie)).status).toBe(400)
    expect((await post(pagina, kiest, cookie)).status).toBe(200)
    expect(await html()).toContain('er is een andere taal gekozen')
    expect(await maak()).toBe('en')
    expect(await html()).not.toContain('er is een andere taal gekozen')
    expect(await listRecord(sql, { overlegId, event: 'client-persoon-changed' })).toMatchObject([
      { gebruikerId: ids.procesregisseur, clientPersoonId, details: { taal: 'en' } },
    ])
  }
})
