import { randomBytes } from 'node:crypto'
import { OIDC_COOKIE } from '#app/auth/cookies.ts'
import { createKluis } from '#app/auth/kluis.server.ts'
import { secretVan } from '#app/auth/oidc-aanbieder.server.ts'
import { findGebruikerByCookie } from '#app/auth/professional.server.ts'
import { saveOidc } from '#db/organisatie-oidc.ts'
import { CLIENT_ID, CLIENT_SECRET, type Mens, openAanbieder } from './aanbieder.ts'
import { createTestDatabase } from './database.ts'
import { seedOverleg } from './seed-overleg.ts'
import { addCollega, organisatieVan } from './seed-tafel.ts'
import { startTestServer } from './server.ts'
import { post } from './sign-in.ts'

/** Of the wijkteam, which has a provider; the politie has another. */
export const DOMEIN = 'wijkteam.voorbeeld.nl'
export const POLITIE = 'politie.voorbeeld.nl'
export const GEWEIGERD = { status: 403, naar: null, gebruikerId: null }

export type OidcHuis = Awaited<ReturnType<typeof openOidcHuis>>
type Koppeling = { issuer: string; domeinen: string[]; tweedeFactor?: string | null }

/** One house, where the organisatie of `blijft` has a provider, and that of `vertrekt` another. */
export async function openOidcHuis() {
  const secret = randomBytes(32).toString('hex')
  const kluis = createKluis(secret)
  const mensen = new Map<string, Mens>()
  const database = await createTestDatabase()
  const { sql } = database
  const env = { SESSION_SECRET: secret }
  const server = await startTestServer({ databaseUrl: database.url, env })
  const een = await openAanbieder(server.origin, mensen)
  const twee = await openAanbieder(server.origin, mensen)
  const { ids } = await seedOverleg(sql, { status: 'gepland' }, ['blijft', 'vertrekt'])
  const wijkteam = await organisatieVan(sql, ids.blijft)
  await koppel(wijkteam, { issuer: een.issuer, domeinen: [DOMEIN] })
  await koppel(await organisatieVan(sql, ids.vertrekt), {
    issuer: twee.issuer,
    domeinen: [POLITIE],
  })

  function koppel(organisatieId: string, { tweedeFactor = null, ...koppeling }: Koppeling) {
    return saveOidc(sql, {
      organisatieId,
      ...koppeling,
      clientId: CLIENT_ID,
      clientSecret: kluis.sluit(CLIENT_SECRET, secretVan(organisatieId)),
      tweedeFactor,
    })
  }
  return {
    sql,
    url: database.url,
    secret,
    server,
    origin: server.origin,
    mensen,
    een,
    twee,
    ids,
    wijkteam,
    koppel,
    async [Symbol.asyncDispose]() {
      await een[Symbol.asyncDispose]()
      await twee[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

/** Somebody with an account here, and one at the provider; answers with his names at both. */
export async function nieuweMens(
  huis: OidcHuis,
  { collega = huis.ids.blijft, domein = DOMEIN } = {},
) {
  const id = await addCollega(huis.sql, collega)
  const sub = randomBytes(8).toString('hex')
  const email = `${sub}@${domein}`
  await huis.sql`update gebruiker set email = ${email} where id = ${id}`
  huis.mensen.set(sub, { email, email_verified: true })
  return { id, sub, email }
}

export type Vertrek = { adres: string; cookie: string }

/** The form with the address, as a browser without JavaScript posts it. */
export async function vertrek({ origin }: OidcHuis, email: string): Promise<Vertrek> {
  return vertrekVan(await post(`${origin}/inloggen/organisatie`, { email, naar: '/acties' }))
}

export async function vertrekVan(response: Response): Promise<Vertrek> {
  const html = await response.text()
  const adres = /http-equiv="refresh" content="0;url=([^"]+)"/i.exec(html)?.[1] ?? ''
  const cookie = response.headers.getSetCookie().find((set) => set.startsWith(OIDC_COOKIE)) ?? ''
  return { adres: adres.replaceAll('&amp;', '&'), cookie: cookie.split(';', 1)[0] ?? '' }
}

/** Signs in at the provider; answers with the address that it sends back to. */
export async function bijAanbieder(
  { origin }: OidcHuis,
  adres: string,
  sub: string,
): Promise<string> {
  const cookies = new Map<string, string>()
  let volgende = new URL(adres)
  let init: RequestInit = {}
  for (let stap = 0; stap < 8; stap += 1) {
    const cookie = [...cookies].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ')
    const response = await fetch(volgende, { ...init, redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, naam = '', waarde = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(naam, waarde)
    }
    const naar = response.headers.get('location')
    init = naar ? {} : { method: 'POST', body: new URLSearchParams({ sub }) }
    if (naar) volgende = new URL(naar, volgende)
    if (volgende.origin === origin) return volgende.href
  }
  throw new Error(`The provider did not send back: ${volgende}`)
}

/** The browser with this cookie, back at our door. */
export async function terug({ sql }: OidcHuis, adres: string, cookie: string) {
  const response = await fetch(adres, { redirect: 'manual', headers: { cookie } })
  const gezet = response.headers.getSetCookie()
  const gevuld = gezet.map((set) => set.split(';', 1)[0] ?? '').filter((set) => !set.endsWith('='))
  const sessie = gevuld.join('; ')
  const gebruiker = await findGebruikerByCookie(sql, sessie)
  return {
    status: response.status,
    naar: response.headers.get('location'),
    gebruikerId: gebruiker?.id ?? null,
    sessie,
    tekst: (await response.text()).replaceAll(/nonce="[^"]*"/g, ''),
  }
}

export async function meldAan(huis: OidcHuis, { email, sub }: { email: string; sub: string }) {
  const { adres, cookie } = await vertrek(huis, email)
  return terug(huis, await bijAanbieder(huis, adres, sub), cookie)
}
