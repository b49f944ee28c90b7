import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { OIDC_COOKIE } from '#app/auth/cookies.ts'
import { createKluis } from '#app/auth/kluis.server.ts'
import { secretVan } from '#app/auth/oidc-aanbieder.server.ts'
import { findGebruikerByCookie } from '#app/auth/professional.server.ts'
import { saveOidc } from '#db/organisatie-oidc.ts'
import { CLIENT_ID, CLIENT_SECRET, type Mens, openAanbieder } from '../helpers/aanbieder.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { addCollega } from '../helpers/seed-tafel.ts'
import { startTestServer } from '../helpers/server.ts'
import { post } from '../helpers/sign-in.ts'

const SECRET = randomBytes(32).toString('hex')
const DOMEIN = 'wijkteam.voorbeeld.nl'
const kluis = createKluis(SECRET)
const mensen = new Map<string, Mens>()
const bij = await openHuisMetAanbieders()
afterAll(() => bij[Symbol.asyncDispose]())

/** One house, where the organisatie of `blijft` has a provider, and that of `vertrekt` another. */
async function openHuisMetAanbieders() {
  const database = await createTestDatabase()
  const { sql } = database
  const server = await startTestServer({
    databaseUrl: database.url,
    env: { SESSION_SECRET: SECRET },
  })
  const een = await openAanbieder(server.origin, mensen)
  const twee = await openAanbieder(server.origin, mensen)
  const { ids } = await seedOverleg(sql, { status: 'gepland' }, ['blijft', 'vertrekt'])
  const wijkteam = await organisatieVan(ids.blijft)
  const politie = await organisatieVan(ids.vertrekt)
  await koppel(wijkteam, een.issuer, [DOMEIN])
  await koppel(politie, twee.issuer, ['politie.voorbeeld.nl'])

  async function organisatieVan(gebruikerId: string) {
    const [row] = await sql<{ id: string }[]>`
      select organisatie_id as id from gebruiker where id = ${gebruikerId}`
    return row?.id ?? ''
  }
  function koppel(organisatieId: string, issuer: string, domeinen: string[]) {
    return saveOidc(sql, {
      organisatieId,
      issuer,
      clientId: CLIENT_ID,
      clientSecret: kluis.sluit(CLIENT_SECRET, secretVan(organisatieId)),
      domeinen,
      tweedeFactor: null,
    })
  }
  return {
    sql,
    url: database.url,
    server,
    origin: server.origin,
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
async function nieuweMens({ bij: collega = bij.ids.blijft, domein = DOMEIN } = {}) {
  const id = await addCollega(bij.sql, collega)
  const sub = randomBytes(8).toString('hex')
  const email = `${sub}@${domein}`
  await bij.sql`update gebruiker set email = ${email} where id = ${id}`
  mensen.set(sub, { email, email_verified: true })
  return { id, sub, email }
}

type Vertrek = { adres: string; cookie: string }

/** The form with the address, as a browser without JavaScript posts it. */
async function vertrek(email: string): Promise<Vertrek> {
  const response = await post(`${bij.origin}/inloggen/organisatie`, { email, naar: '/acties' })
  const html = await response.text()
  const adres = /http-equiv="refresh" content="0;url=([^"]+)"/i.exec(html)?.[1] ?? ''
  const cookie = response.headers.getSetCookie().find((set) => set.startsWith(OIDC_COOKIE)) ?? ''
  return { adres: adres.replaceAll('&amp;', '&'), cookie: cookie.split(';', 1)[0] ?? '' }
}

/** Signs in at the provider; answers with the address that it sends back to. */
async function bijAanbieder(adres: string, sub: string): Promise<string> {
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
    if (volgende.origin === bij.origin) return volgende.href
  }
  throw new Error(`The provider did not send back: ${volgende}`)
}

async function terug(adres: string, cookie: string) {
  const response = await fetch(adres, { redirect: 'manual', headers: { cookie } })
  const gezet = response.headers.getSetCookie()
  const sessie = gezet.map((set) => set.split(';', 1)[0]).join('; ')
  const gebruiker = await findGebruikerByCookie(bij.sql, sessie)
  return {
    status: response.status,
    naar: response.headers.get('location'),
    gebruikerId: gebruiker?.id ?? null,
    tekst: (await response.text()).replaceAll(/nonce="[^"]*"/g, ''),
  }
}

async function meldAan({ email, sub }: { email: string; sub: string }) {
  const { adres, cookie } = await vertrek(email)
  return terug(await bijAanbieder(adres, sub), cookie)
}

const GEWEIGERD = { status: 403, naar: null, gebruikerId: null }

test('who proves at the provider of his organisatie who he is comes in as himself, and where he was going', async () => {
  const mens = await nieuweMens()
  expect(await meldAan(mens)).toMatchObject({ status: 302, naar: '/acties', gebruikerId: mens.id })
})

test('what is asked of the provider: a code, PKCE, state and nonce, and an answer at the address of this house alone', async () => {
  const een = new URL((await vertrek(`x@${DOMEIN}`)).adres)
  const twee = new URL((await vertrek(`x@${DOMEIN}`)).adres)
  expect(een.origin).toBe(bij.een.issuer)
  expect(Object.fromEntries(een.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: CLIENT_ID,
    redirect_uri: `${bij.origin}/inloggen/oidc/terug`,
    code_challenge_method: 'S256',
  })
  for (const naam of ['state', 'nonce', 'code_challenge']) {
    const waarde = een.searchParams.get(naam) ?? ''
    expect(waarde.length).toBeGreaterThan(40)
    expect(twee.searchParams.get(naam)).not.toBe(waarde)
  }
})

test('[check 46] an unknown address of a known domain and a known one get the same answer; an unknown domain says the same to all', async () => {
  const mens = await nieuweMens()
  const zonderToevallig = ({ adres }: Vertrek) => {
    const url = new URL(adres)
    for (const naam of ['state', 'nonce', 'code_challenge', 'login_hint'])
      url.searchParams.delete(naam)
    return url.href
  }
  const bekend = await vertrek(mens.email)
  expect(zonderToevallig(await vertrek(`niemand@${DOMEIN}`))).toBe(zonderToevallig(bekend))

  const { ids } = await seedOverleg(bij.sql, { status: 'gepland' }, ['partner'])
  const [row] = await bij.sql<
    { email: string }[]
  >`select email from gebruiker where id = ${ids.partner}`
  const antwoorden = await Promise.all(
    [row?.email ?? '', 'niemand@elders.nl'].map(async (email) => {
      const response = await post(`${bij.origin}/inloggen/organisatie`, { email })
      const html = (await response.text()).replaceAll(/nonce="[^"]*"/g, '').replaceAll(email, '')
      return [response.status, response.headers.getSetCookie(), html]
    }),
  )
  expect(antwoorden[0]?.[0]).toBe(422)
  expect(antwoorden[0]).toEqual(antwoorden[1])
})

test('after the first time somebody is known by his sub alone: another address moves no account', async () => {
  const een = await nieuweMens()
  const twee = await nieuweMens()
  expect(await meldAan(een)).toMatchObject({ gebruikerId: een.id })
  // The provider now gives the first the address of the second.
  mensen.set(een.sub, { email: twee.email, email_verified: true })
  expect(await meldAan(een)).toMatchObject({ gebruikerId: een.id })
  // And somebody new there the address that the first had.
  mensen.set('nieuw-hier', { email: een.email, email_verified: true })
  expect(await meldAan({ email: een.email, sub: 'nieuw-hier' })).toMatchObject(GEWEIGERD)
  // No address any more: the sub is enough.
  mensen.set(een.sub, {})
  expect(await meldAan(een)).toMatchObject({ gebruikerId: een.id })
})

test('nobody comes in, and no account is made, by an address that is not verified, not of the domain, or of nobody', async () => {
  const mens = await nieuweMens()
  const vanElders = await nieuweMens({ bij: bij.ids.vertrekt })
  const buitenDomein = await nieuweMens({ domein: 'prive.voorbeeld.nl' })
  const [vooraf] = await bij.sql`select count(*)::int as aantal from gebruiker`
  const gevallen = {
    'not verified': { email: mens.email, email_verified: false },
    'verified is not said': { email: mens.email },
    'of another domain': { email: buitenDomein.email, email_verified: true },
    'of another organisatie, in this domain': { email: vanElders.email, email_verified: true },
    'of nobody': { email: `niemand@${DOMEIN}`, email_verified: true },
    'of a domain that ends alike': { email: `${mens.sub}@nep-${DOMEIN}`, email_verified: true },
    'without an address': {},
  }
  const teksten = new Set<string>()
  for (const [geval, claims] of Object.entries(gevallen)) {
    mensen.set('iemand', claims)
    const antwoord = await meldAan({ email: `x@${DOMEIN}`, sub: 'iemand' })
    expect(antwoord, geval).toMatchObject(GEWEIGERD)
    teksten.add(antwoord.tekst)
  }
  // Whatever is wrong, the answer is the same.
  expect(teksten.size).toBe(1)
  expect(await bij.sql`select count(*)::int as aantal from gebruiker`).toEqual([vooraf])
  expect(await bij.sql`select from oidc_identiteit where sub = 'iemand'`).toHaveLength(0)
})

test('who is switched off does not come in, bound already or not', async () => {
  const gebonden = await nieuweMens()
  expect(await meldAan(gebonden)).toMatchObject({ gebruikerId: gebonden.id })
  const nieuw = await nieuweMens()
  await bij.sql`
    update gebruiker set uitgeschakeld_op = now() where id in ${bij.sql([gebonden.id, nieuw.id])}`
  expect(await meldAan(gebonden)).toMatchObject(GEWEIGERD)
  expect(await meldAan(nieuw)).toMatchObject(GEWEIGERD)
})

test('the provider of one organisatie lets in nobody of another, also not when he is bound there', async () => {
  const agent = await nieuweMens({ bij: bij.ids.vertrekt, domein: 'politie.voorbeeld.nl' })
  // The provider of the wijkteam says that this is the agent.
  expect(await meldAan({ email: `x@${DOMEIN}`, sub: agent.sub })).toMatchObject(GEWEIGERD)
  expect(await meldAan(agent)).toMatchObject({ gebruikerId: agent.id })
  expect(await meldAan({ email: `x@${DOMEIN}`, sub: agent.sub })).toMatchObject(GEWEIGERD)
  // Somebody who changed organisatie has to be bound anew.
  const { id } = await nieuweMens()
  await bij.sql`
    update gebruiker set organisatie_id = ${bij.wijkteam}, email = ${`over@${DOMEIN}`} where id = ${agent.id}`
  expect(id).not.toBe(agent.id)
  expect(await meldAan(agent)).toMatchObject(GEWEIGERD)
})

test('a callback counts once, in the browser that left, with its own state', async () => {
  const mens = await nieuweMens()
  const ander = await nieuweMens()
  const { adres, cookie } = await vertrek(mens.email)
  const callback = await bijAanbieder(adres, mens.sub)
  const anderVertrek = await vertrek(ander.email)

  expect(await terug(callback, '')).toMatchObject(GEWEIGERD)
  expect(await terug(callback, `${OIDC_COOKIE}=zelfgemaakt`)).toMatchObject(GEWEIGERD)
  // In the browser of another, who left as well: that uses up his attempt, and not this one.
  expect(await terug(callback, anderVertrek.cookie)).toMatchObject(GEWEIGERD)
  expect(await terug(callback, cookie)).toMatchObject({ gebruikerId: mens.id })
  expect(await terug(callback, cookie)).toMatchObject(GEWEIGERD)
})

test('a wrong state, nonce, verifier or issuer is refused', async () => {
  const mens = await nieuweMens()
  const metAnders = async (verander: (url: URL) => void) => {
    const { adres, cookie } = await vertrek(mens.email)
    const url = new URL(adres)
    verander(url)
    return terug(await bijAanbieder(url.href, mens.sub), cookie)
  }
  const anders = randomBytes(32).toString('base64url')
  expect(await metAnders((url) => url.searchParams.set('nonce', anders))).toMatchObject(GEWEIGERD)
  expect(await metAnders((url) => url.searchParams.delete('nonce'))).toMatchObject(GEWEIGERD)
  expect(await metAnders((url) => url.searchParams.set('state', anders))).toMatchObject(GEWEIGERD)
  const verifier = await metAnders((url) => url.searchParams.set('code_challenge', anders))
  expect(verifier).toMatchObject(GEWEIGERD)

  const { adres, cookie } = await vertrek(mens.email)
  const callback = new URL(await bijAanbieder(adres, mens.sub))
  callback.searchParams.set('iss', bij.twee.issuer)
  expect(await terug(callback.href, cookie)).toMatchObject(GEWEIGERD)
  expect(await metAnders(() => {})).toMatchObject({ gebruikerId: mens.id })
})

test('a code of somebody else, or of another provider, is worth nothing in this browser', async () => {
  const aanvaller = await nieuweMens()
  const mens = await nieuweMens()
  const agent = await nieuweMens({ bij: bij.ids.vertrekt, domein: 'politie.voorbeeld.nl' })
  for (const bron of [aanvaller, agent]) {
    const buit = new URL(await bijAanbieder((await vertrek(bron.email)).adres, bron.sub))
    const { adres, cookie } = await vertrek(mens.email)
    const eigen = new URL(await bijAanbieder(adres, mens.sub))
    eigen.searchParams.set('code', buit.searchParams.get('code') ?? '')
    expect(await terug(eigen.href, cookie)).toMatchObject(GEWEIGERD)
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
  await bij.koppel(row?.id ?? '', issuer, ['vals.voorbeeld.nl'])

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

test('the secret of a provider is sealed in the database, and what was sealed elsewhere opens nothing', async () => {
  const rows = await bij.sql<
    { rij: string }[]
  >`select to_jsonb(o)::text as rij from organisatie_oidc o`
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(CLIENT_SECRET)
  expect(bij.server.log()).not.toMatch(/voorbeeld\.nl|geheim-van/)
})

test('the command of the operator connects an organisatie, and refuses what would not work', async () => {
  const { ids } = await seedOverleg(bij.sql, { status: 'gepland' }, ['zonder-convenant'])
  const mens = await nieuweMens({ bij: ids['zonder-convenant'], domein: 'dehoek.voorbeeld.nl' })
  const account = (...args: string[]) =>
    run(['oidc', '--organisatie', 'Woonstichting De Hoek', ...args])
  const goed = ['--client-id', CLIENT_ID, '--domein', 'dehoek.voorbeeld.nl']

  await expect(account('--issuer', 'http://login.voorbeeld.nl', ...goed)).rejects.toThrow(
    'must be https',
  )
  await expect(account('--issuer', 'http://127.0.0.1:1', ...goed)).rejects.toThrow()
  await expect(account('--issuer', bij.twee.issuer, '--client-id', 'x')).rejects.toThrow('domein')
  const bezet = ['--client-id', CLIENT_ID, '--domein', DOMEIN]
  await expect(account('--issuer', bij.twee.issuer, ...bezet)).rejects.toThrow(
    'organisatie_oidc_domein',
  )
  expect(await bij.sql`select from organisatie_oidc_domein where domein like 'dehoek%'`).toEqual([])

  expect(await account('--issuer', bij.twee.issuer, ...goed)).toContain('/inloggen/oidc/terug')
  expect(await meldAan(mens)).toMatchObject({ gebruikerId: mens.id })
  expect(await account('--verwijderen')).toContain('with a password again')
  const response = await post(`${bij.origin}/inloggen/organisatie`, { email: mens.email })
  expect(response.status).toBe(422)
})

async function run(args: string[]): Promise<string> {
  const child = spawn(process.execPath, ['server/account.ts', ...args], {
    env: { DATABASE_URL: bij.url, PUBLIC_ORIGIN: bij.origin, SESSION_SECRET: SECRET },
  })
  child.stdin.on('error', () => {}).end(CLIENT_SECRET)
  const [uit, fout] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (fout) throw new Error(fout)
  return uit
}
