import { afterAll, expect, test } from 'vitest'
import { findGebruikerByCookie } from '#app/auth/professional.server.ts'
import {
  bijAanbieder,
  meldAan,
  nieuweMens,
  type OidcHuis,
  openOidcHuis,
  terug,
  type Vertrek,
  vertrekVan,
} from '../helpers/oidc-huis.ts'
import { post } from '../helpers/sign-in.ts'

const bij = await openOidcHuis()
afterAll(() => bij[Symbol.asyncDispose]())

test('[check 49] who knows no password here proves at his own organisatie that it is still he, and goes on where he was', async () => {
  const mens = await nieuweMens(bij)
  const { sessie } = await meldAan(bij, mens)
  expect(await isBevestigd(sessie)).toBe(false)

  const onderweg = await vraagOpnieuw(bij, sessie)
  const vraag = new URL(onderweg.adres).searchParams
  expect([vraag.get('prompt'), vraag.get('max_age')]).toEqual(['login', '0'])
  const adres = await bijAanbieder(bij, onderweg.adres, mens.sub)
  const weer = await terug(bij, adres, `${onderweg.cookie}; ${sessie}`)

  expect(weer).toMatchObject({ status: 302, naar: '/account', gebruikerId: mens.id })
  expect(await isBevestigd(weer.sessie)).toBe(true)
  // Check 38: the id that it had is dead.
  expect(await findGebruikerByCookie(bij.sql, sessie)).toBe(null)
})

test('[check 49] a provider that did not ask anew confirms nobody, and neither does that of somebody else, nor a browser without his session', async () => {
  const mens = await nieuweMens(bij)
  const ander = await nieuweMens(bij)
  const { sessie } = await meldAan(bij, mens)

  const stil = await vraagOpnieuw(bij, sessie)
  const zonder = new URL(stil.adres)
  zonder.searchParams.delete('prompt')
  zonder.searchParams.delete('max_age')
  const vanzelf = await bijAanbieder(bij, zonder.href, mens.sub)
  expect((await terug(bij, vanzelf, `${stil.cookie}; ${sessie}`)).status).toBe(403)

  const vreemd = await vraagOpnieuw(bij, sessie)
  const alsAnder = await bijAanbieder(bij, vreemd.adres, ander.sub)
  expect((await terug(bij, alsAnder, `${vreemd.cookie}; ${sessie}`)).status).toBe(403)

  const elders = await vraagOpnieuw(bij, sessie)
  const zonderSessie = await bijAanbieder(bij, elders.adres, mens.sub)
  expect(await terug(bij, zonderSessie, elders.cookie)).toMatchObject({
    status: 403,
    gebruikerId: null,
  })
  expect(await isBevestigd(sessie)).toBe(false)
})

async function vraagOpnieuw({ origin }: OidcHuis, sessie: string): Promise<Vertrek> {
  const velden = { intent: 'organisatie', naar: '/account' }
  return vertrekVan(await post(`${origin}/bevestigen`, velden, sessie))
}

async function isBevestigd(cookie: string) {
  return (await findGebruikerByCookie(bij.sql, cookie))?.bevestigd
}
