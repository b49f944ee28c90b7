import { expect, test, vi } from 'vitest'
import { addDeelnemerCommand } from '#app/commands/add-deelnemer.server.ts'
import { sendCollegaCommand } from '#app/commands/answer-afspraak.server.ts'
import { breakOffCommand } from '#app/commands/break-off.server.ts'
import { createOverlegCommand } from '#app/commands/create-overleg.server.ts'
import { moveOverlegCommand } from '#app/commands/move-overleg.server.ts'
import { removeDeelnemerCommand } from '#app/commands/remove-deelnemer.server.ts'
import type { Sql } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { listOverleggen } from '#db/overleggen.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { agendasIn, type Ics, parseIcs, veldenOf } from '../helpers/ics.ts'
import { findKanaries } from '../helpers/kanaries.ts'
import { laatTijdVerstrijken, ORIGIN, startWorker, VAN } from '../helpers/mailwerker.ts'
import { openPostbus, type Postbus } from '../helpers/postbus.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { addCollega, seedTafel } from '../helpers/seed-tafel.ts'
import { startTestServer } from '../helpers/server.ts'
import { createCookie } from '../helpers/sign-in.ts'

const OP = new Date('2031-12-09T09:00:00Z')
const LATER = new Date('2031-07-01T12:30:00Z')
const AFZENDER = 'tafel@voorbeeld.nl'
const VRAAG = 'Hoe komt Kareltje aan een woning?'

/** An overleg that somebody made, with three others in it. */
async function maakOverleg(sql: Sql) {
  const plaatsen = ['procesregisseur', 'casushouder', 'partner', 'zonder-convenant'] as const
  const elders = await seedOverleg(sql, { status: 'gepland' }, plaatsen)
  const { ids, emails } = elders
  const result = await createOverlegCommand(sql, {
    gebruikerId: ids.procesregisseur,
    casus: { nummer: '2031-0412', initialen: 'K. v. K.', gemeente: 'Zwaluwe' },
    geplandOp: OP,
    vraag: VRAAG,
    deelnemers: [
      { gebruikerId: ids.casushouder, rol: 'casushouder', taak: 'Kent Kareltje' },
      { gebruikerId: ids.partner, rol: 'partner', taak: '' },
      { gebruikerId: ids['zonder-convenant'], rol: 'partner', taak: '' },
    ],
    clienten: [{ soort: 'client', naam: 'Kareltje' }],
    voorstelZonder: { reden: 'anders', toelichting: 'Kareltje zit vast.' },
    linkVooroverleg: 'https://video.voorbeeld.nl/geheim-voor',
    linkTafel: 'https://video.voorbeeld.nl/geheim-tafel',
  })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const { overlegId } = result.value
  const rijen = await listDeelnemers(sql, overlegId)
  const deelnemerVan = (gebruikerId: string) =>
    rijen.find((rij) => rij.gebruikerId === gebruikerId)?.id ?? ''
  return { overlegId, ids, emails, deelnemerVan }
}

function zonder(tekst: string, adres: string): string {
  return tekst.replaceAll(adres, '')
}

type Brief = { aan: string; onderwerp: string; tekst: string; ics: Ics }

/** All that came, in order of arrival; the calendar part and the attachment of a mail say the same. */
function brievenIn({ post }: Postbus): Brief[] {
  return post.map(({ aan, mail, ruw }) => {
    const [ics, bijlage, ...rest] = agendasIn(ruw)
    if (!ics || bijlage?.ruw !== ics.ruw || rest.length > 0) {
      throw new Error('Not one calendar file, to take over and attached')
    }
    return { aan: aan.join(), onderwerp: mail.subject ?? '', tekst: mail.text ?? '', ics }
  })
}

function brievenAan(postbus: Postbus, adres: string): Brief[] {
  return brievenIn(postbus).filter(({ aan }) => aan === adres)
}

test('[F8] a calendar hears of an overleg, of another moment and of its end: one UID, a higher SEQUENCE, in UTC', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using postbus = await openPostbus()
  await using _worker = await startWorker(sql, postbus.url)
  const { overlegId, ids, emails } = await maakOverleg(sql)
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  await vi.waitFor(() => expect(postbus.post).toHaveLength(3))
  await moveOverlegCommand(sql, { ...regie, geplandOp: LATER })
  // The same moment again is no news.
  await moveOverlegCommand(sql, { ...regie, geplandOp: LATER })
  await vi.waitFor(() => expect(postbus.post).toHaveLength(6))
  await breakOffCommand(sql, { ...regie, reden: 'Kareltje is verhuisd.' })
  await vi.waitFor(() => expect(postbus.post).toHaveLength(9))

  const uids = new Set<string | undefined>()
  for (const aan of [emails.casushouder, emails.partner, emails['zonder-convenant']]) {
    const brieven = brievenAan(postbus, aan)
    const [eerste, tweede, derde] = brieven.map(({ ics }) => veldenOf(ics))
    const uid = expect.stringMatching(/^[0-9a-f-]{36}@tafel\.voorbeeld\.nl$/)
    expect(eerste).toEqual({
      method: 'REQUEST',
      uid,
      sequence: 0,
      begin: '20311209T090000Z',
      status: 'CONFIRMED',
    })
    expect(tweede).toEqual({ ...eerste, sequence: 1, begin: '20310701T123000Z' })
    const af = { method: 'CANCEL', sequence: 2, status: 'CANCELLED' }
    expect(derde).toEqual({ ...tweede, ...af })
    expect(brieven.map(({ onderwerp }) => onderwerp)).toEqual([
      'Uitnodiging voor een overleg',
      'Een overleg is verplaatst',
      'Een overleg gaat niet door',
    ])
    uids.add(eerste?.uid)
  }
  expect(uids.size).toBe(3)
  // Who makes it has no mail of what he does himself.
  expect(brievenAan(postbus, emails.procesregisseur)).toEqual([])
})

test('[F8] no mail and no calendar says whom or what it is about, and none has the link of a room', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using postbus = await openPostbus()
  await using _worker = await startWorker(sql, postbus.url)
  const { overlegId, ids, deelnemerVan } = await maakOverleg(sql)
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  await moveOverlegCommand(sql, { ...regie, geplandOp: LATER })
  await removeDeelnemerCommand(sql, { ...regie, deelnemerId: deelnemerVan(ids.partner) })
  await breakOffCommand(sql, { ...regie, reden: 'Kareltje is verhuisd.' })
  await vi.waitFor(() => expect(postbus.post).toHaveLength(9))

  const pad = `${ORIGIN}/overleggen/${overlegId}/deelnemers`
  const verboden = /kareltje|2031-0412|K\. v\. K|woning|video|geheim|zwaluwe|casus|cliënt/i
  for (const { aan, onderwerp, tekst, ics } of brievenIn(postbus)) {
    const ruw = ics.ruw.replaceAll('\r\n ', '')
    const alles = zonder([onderwerp, tekst, ruw].join('\n'), aan)
    expect(alles).not.toMatch(verboden)
    expect(
      findKanaries(zonder(alles, '@tafel.voorbeeld.nl').replaceAll(AFZENDER, ''), new Set()),
    ).toEqual([])
    expect(ics.velden.get('SUMMARY')).toBe('Overleg Veiligheidshuis')
    expect(ics.velden.get('CLASS')).toBe('PRIVATE')
    expect(ics.velden.get('ATTENDEE')?.toLowerCase()).toBe(`mailto:${aan}`)
    expect(ics.velden.get('ORGANIZER')).toBe(`mailto:${AFZENDER}`)
    expect(ruw).not.toMatch(/TZID|VTIMEZONE|VALARM/)
    const adressen = [...alles.matchAll(/https?:\/\/[^\s\\]+/g)].map(([adres]) => adres)
    expect(adressen.every((adres) => adres === pad)).toBe(true)
    const isVerzoek = ics.velden.get('METHOD') === 'REQUEST'
    expect([tekst.includes(pad), ics.velden.get('LOCATION')]).toEqual(
      isVerzoek ? [true, pad] : [false, undefined],
    )
  }
})

test('[F8] who is taken out gets a CANCEL under the UID that he has, and comes back under another', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using postbus = await openPostbus()
  await using _worker = await startWorker(sql, postbus.url)
  const { overlegId, ids, emails, deelnemerVan } = await maakOverleg(sql)
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  await removeDeelnemerCommand(sql, { ...regie, deelnemerId: deelnemerVan(ids.partner) })
  const terug = { ...regie, gebruikerIdNieuw: ids.partner, rol: 'partner', taak: '' } as const
  await addDeelnemerCommand(sql, terug)
  await vi.waitFor(() => expect(postbus.post).toHaveLength(5))

  const velden = brievenAan(postbus, emails.partner).map(({ ics }) => veldenOf(ics))
  const [uitnodiging, af, opnieuw] = velden
  expect(af).toMatchObject({ method: 'CANCEL', uid: uitnodiging?.uid, sequence: 1 })
  expect(opnieuw).toMatchObject({ method: 'REQUEST', sequence: 0 })
  expect(opnieuw?.uid).not.toBe(uitnodiging?.uid)
  expect(brievenAan(postbus, emails.casushouder)).toHaveLength(1)

  // Somebody who comes in while it runs was called in: he need not be invited.
  await sql`update overleg set status = 'lopend', fase = 'vraagstelling', tafel = 'vooroverleg' where id = ${overlegId}`
  await addDeelnemerCommand(sql, { ...terug, gebruikerIdNieuw: await addCollega(sql, ids.partner) })
  const mails = await sql`select from mail`
  expect(mails.count).toBe(5)
})

test('[F8] a mail server that says no for now gets the same file later, and of what was sent only the fact stays', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  let status = 451
  await using postbus = await openPostbus({
    bericht: () => (status === 451 ? { status } : 'goed'),
  })
  await using worker = await startWorker(sql, postbus.url)
  await maakOverleg(sql)
  await vi.waitFor(async () => {
    const rijen = await sql<{ pogingen: number }[]>`select pogingen from mail`
    expect(rijen.map(({ pogingen }) => pogingen)).toEqual([1, 1, 1])
  })
  const wacht = await sql<{ uid: string }[]>`select agenda ->> 'uid' as uid from mail`
  status = 250
  await laatTijdVerstrijken(sql)
  await vi.waitFor(() => expect(postbus.post).toHaveLength(3))

  const verstuurd = brievenIn(postbus).map(({ ics }) => veldenOf(ics).uid?.split('@')[0])
  expect(verstuurd.sort()).toEqual(wacht.map(({ uid }) => uid).sort())
  await vi.waitFor(async () => {
    const rijen = await sql`select from mail where verzonden_op is not null`
    expect(rijen.count).toBe(3)
  })
  const over = await sql<{ rij: string }[]>`select to_jsonb(mail)::text as rij from mail`
  for (const { rij } of over) expect(rij).not.toMatch(/voorbeeld|2031|verzoek|overleggen\//)
  expect(JSON.stringify(worker.regels)).not.toMatch(/voorbeeld\.nl|2031/)
})

test('[F8] a partner who sends a collega is out of it, the collega is in it, and both calendars know', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using postbus = await openPostbus()
  await using _worker = await startWorker(sql, postbus.url)
  const { overlegId, ids, emails, deelnemerVan } = await maakOverleg(sql)
  const collegaId = await addCollega(sql, ids.partner)
  await sql`update gebruiker set email = 'collega@voorbeeld.nl' where id = ${collegaId}`
  await sql`
    update deelnemer set keuze = 'blijft', taak = 'Belt' where id = ${deelnemerVan(ids.partner)}`
  const key = { overlegId, gebruikerId: ids.partner, geplandOp: OP, collegaId }
  expect(await sendCollegaCommand(sql, key)).toEqual({ ok: true, value: null })
  await vi.waitFor(() => expect(postbus.post).toHaveLength(5))

  const rijen = await listDeelnemers(sql, overlegId)
  expect(rijen.map(({ gebruikerId }) => gebruikerId)).not.toContain(ids.partner)
  expect(rijen.find(({ gebruikerId }) => gebruikerId === collegaId)).toMatchObject({
    rol: 'partner',
    keuze: 'onbeslist',
    taak: 'Belt',
    inPlaatsVan: 'Joke Veenstra',
    antwoord: null,
  })
  const zichtbaar = (await listOverleggen(sql, ids.partner)).map(({ overleg }) => overleg.id)
  expect(zichtbaar).not.toContain(overlegId)
  const [uitnodiging, af] = brievenAan(postbus, emails.partner).map(({ ics }) => veldenOf(ics))
  expect(af).toMatchObject({ method: 'CANCEL', uid: uitnodiging?.uid, sequence: 1 })
  const [collega] = brievenAan(postbus, 'collega@voorbeeld.nl').map(({ ics }) => veldenOf(ics))
  expect(collega).toMatchObject({ method: 'REQUEST', sequence: 0, begin: uitnodiging?.begin })
  const [rij] = await sql`select details from audit where event = 'deelnemer-replaced'`
  expect(rij?.details).toMatchObject({ collega: collegaId })
})

test('[F8] the whole way: added by a form, mailed by the server, downloaded as the same entry, and gone with the place', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using postbus = await openPostbus()
  const env = { SMTP_URL: postbus.url, MAIL_FROM: VAN }
  await using server = await startTestServer({ databaseUrl: database.url, env })
  const { overlegId, ids, nieuw } = await seedTafel(sql, 'gepland')
  const pad = `/overleggen/${overlegId}`
  const post = async (gebruikerId: string, velden: Record<string, string>) =>
    fetch(`${server.origin}${pad}/deelnemers`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: await createCookie(sql, gebruikerId),
        origin: server.origin,
        accept: 'text/html',
      },
      body: new URLSearchParams(velden),
    })
  const erbij = { intent: 'deelnemer-erbij', gebruikerId: nieuw, taak: '' }
  expect((await post(ids.procesregisseur, erbij)).status).toBe(302)
  await vi.waitFor(() => expect(postbus.post).toHaveLength(1))
  const [brief] = brievenIn(postbus)
  expect(brief?.tekst).toContain(`${server.origin}${pad}/deelnemers`)

  const cookie = await createCookie(sql, nieuw)
  const download = () => fetch(`${server.origin}${pad}/agenda`, { headers: { cookie } })
  const response = await download()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="overleg.ics"')
  const ics = parseIcs(await response.text())
  const gemaild = brief && veldenOf(brief.ics)
  expect(veldenOf(ics)).toEqual({ ...gemaild, method: 'PUBLISH' })
  expect(ics.velden.has('ATTENDEE')).toBe(false)

  const [rij] = await sql<{ id: string }[]>`select id from deelnemer where gebruiker_id = ${nieuw}`
  await post(ids.procesregisseur, { intent: 'deelnemer-eruit', doel: rij?.id ?? '' })
  expect((await download()).status).toBe(404)
})
