import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { OIDC_COOKIE } from '#app/auth/cookies.ts'
import {
  bijAanbieder,
  GEWEIGERD,
  nieuweMens,
  openOidcHuis,
  POLITIE,
  terug,
  vertrek,
} from '../helpers/oidc-huis.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { post } from '../helpers/sign-in.ts'

const bij = await openOidcHuis()
afterAll(() => bij[Symbol.asyncDispose]())

test('a callback counts once, in the browser that left, with its own state', async () => {
  const mens = await nieuweMens(bij)
  const ander = await nieuweMens(bij)
  const { adres, cookie } = await vertrek(bij, mens.email)
  const callback = await bijAanbieder(bij, adres, mens.sub)
  const anderVertrek = await vertrek(bij, ander.email)

  expect(await terug(bij, callback, '')).toMatchObject(GEWEIGERD)
  expect(await terug(bij, callback, `${OIDC_COOKIE}=zelfgemaakt`)).toMatchObject(GEWEIGERD)
  // In the browser of another, who left as well: that uses up his attempt, and not this one.
  expect(await terug(bij, callback, anderVertrek.cookie)).toMatchObject(GEWEIGERD)
  expect(await terug(bij, callback, cookie)).toMatchObject({ gebruikerId: mens.id })
  expect(await bij.sql`select from oidc_poging`).toHaveLength(0)
  expect(await terug(bij, callback, cookie)).toMatchObject(GEWEIGERD)

  // Not only the provider knows what was used: a code that is still good does not come in without its attempt.
  const nogEens = await vertrek(bij, mens.email)
  const goed = await bijAanbieder(bij, nogEens.adres, mens.sub)
  await bij.sql`delete from oidc_poging`
  expect(await terug(bij, goed, nogEens.cookie)).toMatchObject(GEWEIGERD)
})

test('a wrong state, nonce, verifier or issuer is refused', async () => {
  const mens = await nieuweMens(bij)
  const metAnders = async (verander: (url: URL) => void) => {
    const { adres, cookie } = await vertrek(bij, mens.email)
    const url = new URL(adres)
    verander(url)
    return terug(bij, await bijAanbieder(bij, url.href, mens.sub), cookie)
  }
  const anders = randomBytes(32).toString('base64url')
  expect(await metAnders((url) => url.searchParams.set('nonce', anders))).toMatchObject(GEWEIGERD)
  expect(await metAnders((url) => url.searchParams.delete('nonce'))).toMatchObject(GEWEIGERD)
  expect(await metAnders((url) => url.searchParams.set('state', anders))).toMatchObject(GEWEIGERD)
  const verifier = await metAnders((url) => url.searchParams.set('code_challenge', anders))
  expect(verifier).toMatchObject(GEWEIGERD)

  const { adres, cookie } = await vertrek(bij, mens.email)
  const callback = new URL(await bijAanbieder(bij, adres, mens.sub))
  callback.searchParams.set('iss', bij.twee.issuer)
  expect(await terug(bij, callback.href, cookie)).toMatchObject(GEWEIGERD)
  expect(await metAnders(() => {})).toMatchObject({ gebruikerId: mens.id })
})

test('a code of somebody else, or of another provider, is worth nothing in this browser', async () => {
  const aanvaller = await nieuweMens(bij)
  const mens = await nieuweMens(bij)
  const agent = await nieuweMens(bij, { collega: bij.ids.vertrekt, domein: POLITIE })
  for (const bron of [aanvaller, agent]) {
    const buit = new URL(await bijAanbieder(bij, (await vertrek(bij, bron.email)).adres, bron.sub))
    const { adres, cookie } = await vertrek(bij, mens.email)
    const eigen = new URL(await bijAanbieder(bij, adres, mens.sub))
    eigen.searchParams.set('code', buit.searchParams.get('code') ?? '')
    expect(await terug(bij, eigen.href, cookie)).toMatchObject(GEWEIGERD)
  }
})

test('a provider that calls itself something else, sends on, says too much or nothing is not believed', async () => {
  let antwoord: (issuer: string) => { status: number; kop?: string; tekst: string }
  const vals = createServer((_request, response) => {
    const address = vals.address()
    const { status, kop, tekst } = antwoord(
      `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    )
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(kop && { location: kop }),
    })
    response.end(tekst)
  })
  await new Promise<void>((resolve) => vals.listen(0, '127.0.0.1', resolve))
  const address = vals.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const collega = await seedOverleg(bij.sql, { status: 'gepland' }, ['casushouder'])
  const [row] = await bij.sql<{ id: string }[]>`
    select organisatie_id as id from gebruiker where id = ${collega.ids.casushouder}`
  await bij.koppel(row?.id ?? '', { issuer, domeinen: ['vals.voorbeeld.nl'] })

  const gevallen: (typeof antwoord)[] = [
    () => ({ status: 200, tekst: JSON.stringify({ issuer: bij.een.issuer }) }),
    (eigen) => ({ status: 200, tekst: JSON.stringify({ issuer: `${eigen}/` }) }),
    () => ({ status: 302, kop: `${bij.een.issuer}/.well-known/openid-configuration`, tekst: '' }),
    (eigen) => ({ status: 200, tekst: JSON.stringify({ issuer: eigen, x: 'x'.repeat(300_000) }) }),
    () => ({ status: 500, tekst: '' }),
    () => ({ status: 200, tekst: 'geen json' }),
  ]
  for (const geval of gevallen) {
    antwoord = geval
    const response = await post(`${bij.origin}/inloggen/organisatie`, {
      email: 'x@vals.voorbeeld.nl',
    })
    expect(response.status, String(geval)).toBe(409)
    expect(response.headers.getSetCookie()).toEqual([])
  }
  vals.closeAllConnections()
  await new Promise((resolve) => vals.close(resolve))
})
