import { afterAll, expect, test, vi } from 'vitest'
import { DOCUMENTEN } from '#domain/document.ts'
import { createBeheerder, MOMENTEN, openHuis } from '../helpers/huis.ts'
import { openPostbus } from '../helpers/postbus.ts'
import { seedOverleg, WACHTWOORD } from '../helpers/seed-overleg.ts'
import { createCookie, post } from '../helpers/sign-in.ts'
import { openSocketIo } from '../helpers/tafelgasten.ts'
import { upgradeStatus } from '../helpers/upgrade.ts'

const postbus = await openPostbus()
const env = { SMTP_URL: postbus.url, MAIL_FROM: 'tafel@voorbeeld.nl' }
const huis = await openHuis(MOMENTEN, env)
const { sql, origin } = huis
afterAll(async () => {
  await huis[Symbol.asyncDispose]()
  await postbus[Symbol.asyncDispose]()
})

const LOPEND = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const

async function nieuweMens() {
  const { overlegId, ids, emails } = await seedOverleg(sql, LOPEND, ['partner'])
  return { overlegId, id: ids.partner, email: emails.partner }
}

async function eenBeheerder() {
  const { id } = await nieuweMens()
  const cookie = await createBeheerder(sql, id)
  const [row] = await sql<{ id: string }[]>`
    select id from gebruiker where huisfunctie = 'beheerder' order by created_at desc limit 1`
  return { cookie, id: row?.id ?? '' }
}

function doe(cookie: string, path: string, velden: Record<string, string>) {
  return post(`${origin}/beheer${path}`, velden, cookie)
}

async function events(van: string) {
  const rows = await sql<{ event: string; gebruikerId: string }[]>`
    select event, gebruiker_id as "gebruikerId" from audit where details ->> 'van' = ${van} order by id`
  return [...rows]
}

test('[check 69] a beheerder reads nothing of any overleg: no page, no data, no document, no table, no form', async () => {
  const paginas = ['', '/deelnemers', '/plan', '/meekijken', '/verklaring']
  for (const moment of MOMENTEN) {
    const { tafel, cookies } = huis.plek(moment)
    const { overlegId } = tafel
    const cookie = cookies.beheerder
    for (const pad of [...paginas, ...DOCUMENTEN.map((document) => `/document/${document}`)]) {
      for (const adres of [pad, `${pad}.data`]) {
        const url = `${origin}/overleggen/${overlegId}${adres}`
        const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
        expect(response.status, `${moment} ${adres}`).toBe(404)
        expect(await response.text()).not.toMatch(/urgentieverklaring|vaste plek|A\. de W\./)
      }
    }
    for (const document of DOCUMENTEN) {
      const path = `/collab/overleg/${overlegId}/${document}`
      expect(await upgradeStatus(origin, path, cookie), `${moment} ${document}`).toBe(403)
    }
    using socket = openSocketIo(huis, { cookie, auth: { overlegId } })
    expect(await socket.answer, moment).toBe('niet-gevonden')
    const velden = { intent: 'hand', hand: 'op' }
    const gedaan = await post(`${origin}/overleggen/${overlegId}/handeling`, velden, cookie)
    expect(gedaan.status).toBe(404)
  }
})

test('[check 69] what a beheerder sees of people is who they are and how they come in, nothing of an overleg', async () => {
  const { cookie } = await eenBeheerder()
  const mens = await nieuweMens()
  const paginas = ['/beheer.data', `/beheer/mensen/${mens.id}.data`, '/beheer/organisaties.data']
  for (const pad of paginas) {
    const response = await fetch(origin + pad, { headers: { cookie } })
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(text).not.toContain(mens.overlegId)
    expect(text).not.toMatch(/argon2|wachtwoord|A\. de W\.|casus|rol"/i)
  }
})

test('[check 42] sessions that a beheerder ends are over within a second, sockets too', async () => {
  const { cookie, id } = await eenBeheerder()
  const mens = await nieuweMens()
  const { overlegId } = mens
  using socket = openSocketIo(huis, {
    cookie: await createCookie(sql, mens.id),
    auth: { overlegId },
  })
  expect(await socket.answer).toBe('open')
  const closed = new Promise((resolve) => socket.socket.on('disconnect', resolve))

  expect((await doe(cookie, `/mensen/${mens.id}`, { intent: 'sessies-weg' })).status).toBe(200)
  const begin = performance.now()
  await closed
  expect(performance.now() - begin).toBeLessThan(1000)
  expect(await sql`select from sessie where gebruiker_id = ${mens.id}`).toHaveLength(0)
  expect(await events(mens.id)).toEqual([{ event: 'sessies-ended', gebruikerId: id }])
})

test('[check 24] an account that is switched off is out within a second, and comes in again when it is switched on', async () => {
  const { cookie } = await eenBeheerder()
  const mens = await nieuweMens()
  const { overlegId, email } = mens
  using socket = openSocketIo(huis, {
    cookie: await createCookie(sql, mens.id),
    auth: { overlegId },
  })
  expect(await socket.answer).toBe('open')
  const closed = new Promise((resolve) => socket.socket.on('disconnect', resolve))
  await post(`${origin}/wachtwoord-vergeten`, { email })

  await doe(cookie, `/mensen/${mens.id}`, { intent: 'uitschakelen' })
  const begin = performance.now()
  await closed
  expect(performance.now() - begin).toBeLessThan(1000)
  const wachtwoord = WACHTWOORD
  expect((await post(`${origin}/inloggen`, { email, wachtwoord })).status).toBe(403)
  expect(await sql`select from wachtwoordlink where gebruiker_id = ${mens.id}`).toHaveLength(0)

  await doe(cookie, `/mensen/${mens.id}`, { intent: 'inschakelen' })
  expect((await post(`${origin}/inloggen`, { email, wachtwoord })).status).toBe(302)
  const gebeurd = (await events(mens.id)).map(({ event }) => event)
  expect(gebeurd).toEqual(['account-disabled', 'account-enabled'])
})

test('[check 49] a huisfunctie and a second step are changed only by who just proved that it is he', async () => {
  const { cookie, id } = await eenBeheerder()
  const mens = await nieuweMens()
  await sql`update sessie set bevestigd_op = now() - interval '11 minutes' where gebruiker_id = ${id}`
  const naar = encodeURIComponent(`/beheer/mensen/${mens.id}/toegang`)
  const velden = { intent: 'huisfunctie', huisfunctie: 'procesregisseur' }
  for (const response of [
    await doe(cookie, `/mensen/${mens.id}/toegang`, velden),
    await fetch(`${origin}/beheer/mensen/${mens.id}/toegang`, {
      redirect: 'manual',
      headers: { cookie },
    }),
  ]) {
    expect(response.headers.get('location')).toBe(`/bevestigen?naar=${naar}`)
  }
  const nieuw = { intent: 'nieuw', naam: 'Zonder bevestiging', keten: 'zorg', convenant: '' }
  const organisatie = await doe(cookie, '/organisaties', nieuw)
  expect(organisatie.headers.get('location')).toContain('/bevestigen')
  expect(await sql`select from organisatie where naam = 'Zonder bevestiging'`).toHaveLength(0)

  await sql`update sessie set bevestigd_op = now() where gebruiker_id = ${id}`
  expect((await doe(cookie, `/mensen/${mens.id}/toegang`, velden)).status).toBe(200)
  const [row] = await sql`select huisfunctie from gebruiker where id = ${mens.id}`
  expect(row).toEqual({ huisfunctie: 'procesregisseur' })
})

test('[check 47] a second step is taken away with a reason, and its owner is told', async () => {
  const { cookie, id } = await eenBeheerder()
  const mens = await nieuweMens()
  await sql`insert into totp (gebruiker_id, geheim) values (${mens.id}, 'gesloten')`
  const pad = `/mensen/${mens.id}/toegang`
  expect((await doe(cookie, pad, { intent: 'tweede-stap' })).status).toBe(400)
  expect(await sql`select from totp where gebruiker_id = ${mens.id}`).toHaveLength(1)

  await doe(cookie, pad, { intent: 'tweede-stap', reden: 'toestel-kwijt' })
  expect(await sql`select from totp where gebruiker_id = ${mens.id}`).toHaveLength(0)
  expect(await events(mens.id)).toEqual([{ event: 'factor-reset', gebruikerId: id }])
  await vi.waitFor(() =>
    expect(
      postbus.post.some(({ aan, mail }) => aan[0] === mens.email && /gewist/.test(mail.text ?? '')),
    ).toBe(true),
  )
})

test('a beheerder changes nothing about himself', async () => {
  const { cookie, id } = await eenBeheerder()
  expect((await doe(cookie, `/mensen/${id}`, { intent: 'uitschakelen' })).status).toBe(409)
  const velden = { intent: 'huisfunctie', huisfunctie: 'procesregisseur' }
  expect((await doe(cookie, `/mensen/${id}/toegang`, velden)).status).toBe(409)
  const [row] = await sql`
    select huisfunctie, uitgeschakeld_op as uit from gebruiker where id = ${id}`
  expect(row).toEqual({ huisfunctie: 'beheerder', uit: null })
})

test('who is invited gets a mail, chooses a password with it and comes in; nobody knew one before', async () => {
  const { cookie, id } = await eenBeheerder()
  const { organisatieId } = huis.plek('gepland').tafel
  const email = 'noor@voorbeeld.nl'
  const nieuw = {
    naam: 'Noor\r\nBcc: x@evil.nl',
    email,
    organisatieId,
    huisfunctie: 'procesregisseur',
  }
  const gemaakt = await doe(cookie, '/uitnodigen', nieuw)
  const gebruikerId = gemaakt.headers.get('location')?.split('/').at(-1) ?? ''
  expect(gemaakt.status).toBe(302)
  expect(await events(gebruikerId)).toEqual([{ event: 'account-invited', gebruikerId: id }])
  expect((await doe(cookie, '/uitnodigen', nieuw)).status).toBe(400)

  const codes = () =>
    postbus.post.flatMap(({ aan, ruw, mail }) => {
      if (aan[0] === email) expect(ruw).not.toContain('evil')
      return aan[0] === email ? [/#([a-z2-9]{26})/.exec(mail.text ?? '')?.[1] ?? ''] : []
    })
  await vi.waitFor(() => expect(codes()).toHaveLength(1))
  await doe(cookie, `/mensen/${gebruikerId}`, { intent: 'uitnodigen' })
  await vi.waitFor(() => expect(codes()).toHaveLength(2))
  const [oud = '', code = ''] = codes()
  const wachtwoord = 'vier paarden op het dak'
  expect((await post(`${origin}/wachtwoord-nieuw`, { code: oud, wachtwoord })).status).toBe(403)
  expect((await post(`${origin}/wachtwoord-nieuw`, { code, wachtwoord })).status).toBe(200)
  expect((await post(`${origin}/inloggen`, { email, wachtwoord })).status).toBe(302)
  // There is nothing left to invite him to.
  expect((await doe(cookie, `/mensen/${gebruikerId}`, { intent: 'uitnodigen' })).status).toBe(404)
})

test('[T9] a convenant that is withdrawn closes the table to its people within a second', async () => {
  const { cookie } = await eenBeheerder()
  const { overlegId, ids } = await seedOverleg(sql, LOPEND, ['casushouder'])
  const [row] = await sql<{ id: string }[]>`
    select organisatie_id as id from gebruiker where id = ${ids.casushouder}`
  using socket = openSocketIo(huis, {
    cookie: await createCookie(sql, ids.casushouder),
    auth: { overlegId },
  })
  expect(await socket.answer).toBe('open')
  const closed = new Promise((resolve) => socket.socket.on('disconnect', resolve))
  const velden = { intent: 'convenant', doel: row?.id ?? '', convenant: '' }
  expect((await doe(cookie, '/organisaties', velden)).status).toBe(200)
  const begin = performance.now()
  await closed
  expect(performance.now() - begin).toBeLessThan(1000)
})
