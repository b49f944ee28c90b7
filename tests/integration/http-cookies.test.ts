import { afterAll, expect, test } from 'vitest'
import { CLIENT_COOKIE, SESSIE_COOKIE } from '#app/auth/cookies.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { DOCUMENTEN } from '#domain/document.ts'
import { createBrief } from '../helpers/client-side.ts'
import { dumpInhoud, leeft, openHuis } from '../helpers/huis.ts'
import { WACHTWOORD } from '../helpers/seed-overleg.ts'
import { post } from '../helpers/sign-in.ts'
import { openSocketIo } from '../helpers/tafelgasten.ts'
import { upgradeStatus } from '../helpers/upgrade.ts'

const MOMENTEN = ['vooroverleg', 'met cliënt', 'vastgesteld'] as const
const huis = await openHuis(MOMENTEN)
afterAll(() => huis[Symbol.asyncDispose]())

function kijk(path: string, cookie: string) {
  return fetch(huis.origin + path, { redirect: 'manual', headers: { cookie } })
}

function waarde(cookie: string): string {
  return cookie.split('=')[1] ?? ''
}

test('[S1] a cookie of the client side opens no document, no table and no page of professionals, whatever it is called', async () => {
  const before = await dumpInhoud(huis.sql)
  for (const moment of MOMENTEN) {
    const { tafel, cookies } = huis.plek(moment)
    const { overlegId } = tafel
    for (const wie of ['wachtkamer', 'tafel', 'plan'] as const) {
      const id = waarde(cookies[wie])
      const vermomd = [cookies[wie], `${SESSIE_COOKIE}=${id}`, `__Host-${SESSIE_COOKIE}=${id}`]
      for (const cookie of [...vermomd, `${vermomd.join('; ')}; ${SESSIE_COOKIE}=${hashOf(id)}`]) {
        for (const document of DOCUMENTEN) {
          const path = `/collab/overleg/${overlegId}/${document}`
          expect(await upgradeStatus(huis.origin, path, cookie)).toBe(401)
        }
        using socket = openSocketIo(huis, { cookie, auth: { overlegId } })
        expect(await socket.answer).toBe('niet-gevonden')
        for (const path of ['/overleggen', '/acties', `/overleggen/${overlegId}/deelnemers`]) {
          const { status, headers } = await kijk(path, cookie)
          expect([status, headers.get('location')?.slice(0, 9)]).toEqual([302, '/inloggen'])
        }
      }
    }
  }
  expect(await dumpInhoud(huis.sql)).toBe(before)
}, 30_000)

test('[S1] a cookie of a professional opens nothing of the client side', async () => {
  for (const moment of MOMENTEN) {
    const { cookies } = huis.plek(moment)
    for (const wie of ['procesregisseur', 'casushouder', 'blijft'] as const) {
      for (const cookie of [cookies[wie], `${CLIENT_COOKIE}=${waarde(cookies[wie])}`]) {
        expect((await kijk('/mijn-plan', cookie)).status).toBe(401)
        expect((await kijk('/mijn-plan.data', cookie)).status).toBe(401)
        using socket = openSocketIo(huis, { cookie, namespace: '/client' })
        expect(await socket.answer).toBe('niet-gevonden')
        expect(socket.events).toEqual([])
      }
    }
  }
})

test('what the database holds opens nothing when it is used as a cookie', async () => {
  const { sql } = huis
  const rows = await sql<{ waarde: string }[]>`
    select unnest(array[id_hash, gebruiker_id::text]) as waarde from sessie
    union select unnest(array[id_hash, id::text, client_persoon_id::text]) from client_sessie
    union select token_hash from client_persoon where token_hash is not null
    union select wachtwoord_hash from gebruiker`
  expect(rows.length).toBeGreaterThan(50)
  const waarden = rows.flatMap(({ waarde }) => [waarde, `sha256:${waarde}`, hashOf(waarde)])
  for (const waarde of [...waarden, '', '*', "' or 1=1 --", '\u00e9', 'x'.repeat(6000)]) {
    const cookie = `${SESSIE_COOKIE}=${waarde}; ${CLIENT_COOKIE}=${waarde}`
    const [professional, client] = await Promise.all([
      kijk('/acties.data', cookie),
      kijk('/mijn-plan.data', cookie),
    ])
    expect([professional.status, client.status], waarde.slice(0, 80)).toEqual([202, 401])
  }
}, 30_000)

test('a session that was there before signing in is not taken over, and ends', async () => {
  const { tafel, cookies } = huis.plek('vooroverleg')
  const velden = { email: tafel.emails.vertrekt, wachtwoord: WACHTWOORD }
  for (const vooraf of ['zelfbedacht', waarde(cookies.vertrekt)]) {
    const cookie = `${SESSIE_COOKIE}=${vooraf}`
    const response = await post(`${huis.origin}/inloggen`, velden, cookie)
    const nieuw = response.headers.getSetCookie().find((set) => set.startsWith(SESSIE_COOKIE)) ?? ''
    expect(nieuw).toMatch(/^focustafel_sessie=\w{20,}; Path=\/; HttpOnly; SameSite=Lax/)
    expect(nieuw).not.toContain(vooraf)
    expect((await kijk('/overleggen', nieuw.split(';')[0] ?? '')).status).toBe(200)
    expect((await kijk('/overleggen', cookie)).status).toBe(302)
  }
})

test('the same for the client side; a letter that is wrong looks like one that is not there', async () => {
  const { sql, origin } = huis
  const { tafel } = huis.plek('vooroverleg')
  const { token, code } = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const adres = `${origin}/uitnodiging/${token}`
  const [echt, verzonnen] = await Promise.all(
    [adres, `${origin}/uitnodiging/AAAAAAAAAAAAAAAAAAAAAA`].map(async (url) => {
      const response = await post(url, { code: 'AAAA-AAAA', pin: '' })
      const text = (await response.text())
        .replaceAll(url.slice(-22), '')
        .replace(/nonce="[^"]*"/g, '')
      return [response.status, text]
    }),
  )
  expect(echt).toEqual(verzonnen)
  expect(echt?.[0]).toBe(403)

  const vooraf = `${CLIENT_COOKIE}=zelfbedacht`
  const eerste =
    (await post(adres, { code }, vooraf)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect(eerste).toMatch(/^focustafel_client=\w{20,}$/)
  const tweede =
    (await post(adres, { code }, eerste)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect(tweede).not.toBe(eerste)
  expect((await kijk('/mijn-plan', eerste)).status).toBe(401)
  expect((await kijk('/mijn-plan', tweede)).status).toBe(200)
  expect(await leeft(huis)).toBe(true)
})
