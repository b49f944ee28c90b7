import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { runOidc } from '#server/account-oidc.ts'
import { CLIENT_ID, CLIENT_SECRET } from '../helpers/aanbieder.ts'
import {
  DOMEIN,
  GEWEIGERD,
  meldAan,
  nieuweMens,
  openOidcHuis,
  POLITIE,
  type Vertrek,
  vertrek,
} from '../helpers/oidc-huis.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { post } from '../helpers/sign-in.ts'

const bij = await openOidcHuis()
afterAll(() => bij[Symbol.asyncDispose]())

test('who proves at the provider of his organisatie who he is comes in as himself, and where he was going', async () => {
  const mens = await nieuweMens(bij)
  expect(await meldAan(bij, mens)).toMatchObject({
    status: 302,
    naar: '/acties',
    gebruikerId: mens.id,
  })
})

test('what is asked of the provider: a code, PKCE, state and nonce, and an answer at the address of this house alone', async () => {
  const een = new URL((await vertrek(bij, `x@${DOMEIN}`)).adres)
  const twee = new URL((await vertrek(bij, `x@${DOMEIN}`)).adres)
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
  const mens = await nieuweMens(bij)
  const zonderToevallig = ({ adres }: Vertrek) => {
    const url = new URL(adres)
    for (const naam of ['state', 'nonce', 'code_challenge', 'login_hint'])
      url.searchParams.delete(naam)
    return url.href
  }
  const bekend = await vertrek(bij, mens.email)
  expect(zonderToevallig(await vertrek(bij, `niemand@${DOMEIN}`))).toBe(zonderToevallig(bekend))

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
  const een = await nieuweMens(bij)
  const twee = await nieuweMens(bij)
  expect(await meldAan(bij, een)).toMatchObject({ gebruikerId: een.id })
  // The provider now gives the first the address of the second.
  bij.mensen.set(een.sub, { email: twee.email, email_verified: true })
  expect(await meldAan(bij, een)).toMatchObject({ gebruikerId: een.id })
  // And somebody new there the address that the first had.
  bij.mensen.set('nieuw-hier', { email: een.email, email_verified: true })
  expect(await meldAan(bij, { email: een.email, sub: 'nieuw-hier' })).toMatchObject(GEWEIGERD)
  // No address any more: the sub is enough.
  bij.mensen.set(een.sub, {})
  expect(await meldAan(bij, een)).toMatchObject({ gebruikerId: een.id })
})

test('nobody comes in, and no account is made, by an address that is not verified, not of the domain, or of nobody', async () => {
  const mens = await nieuweMens(bij)
  const vanElders = await nieuweMens(bij, { collega: bij.ids.vertrekt })
  const buitenDomein = await nieuweMens(bij, { domein: 'prive.voorbeeld.nl' })
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
    bij.mensen.set('iemand', claims)
    const antwoord = await meldAan(bij, { email: `x@${DOMEIN}`, sub: 'iemand' })
    expect(antwoord, geval).toMatchObject(GEWEIGERD)
    teksten.add(antwoord.tekst)
  }
  // Whatever is wrong, the answer is the same.
  expect(teksten.size).toBe(1)
  expect(await bij.sql`select count(*)::int as aantal from gebruiker`).toEqual([vooraf])
  expect(await bij.sql`select from oidc_identiteit where sub = 'iemand'`).toHaveLength(0)
})

test('who is switched off does not come in, bound already or not', async () => {
  const gebonden = await nieuweMens(bij)
  expect(await meldAan(bij, gebonden)).toMatchObject({ gebruikerId: gebonden.id })
  const nieuw = await nieuweMens(bij)
  await bij.sql`
    update gebruiker set uitgeschakeld_op = now() where id in ${bij.sql([gebonden.id, nieuw.id])}`
  expect(await meldAan(bij, gebonden)).toMatchObject(GEWEIGERD)
  expect(await meldAan(bij, nieuw)).toMatchObject(GEWEIGERD)
})

test('the provider of one organisatie lets in nobody of another, also not when he is bound there', async () => {
  const agent = await nieuweMens(bij, { collega: bij.ids.vertrekt, domein: POLITIE })
  // The provider of the wijkteam says that this is the agent.
  expect(await meldAan(bij, { email: `x@${DOMEIN}`, sub: agent.sub })).toMatchObject(GEWEIGERD)
  expect(await meldAan(bij, agent)).toMatchObject({ gebruikerId: agent.id })
  expect(await meldAan(bij, { email: `x@${DOMEIN}`, sub: agent.sub })).toMatchObject(GEWEIGERD)
  // Somebody who changed organisatie has to be bound anew.
  const { id } = await nieuweMens(bij)
  await bij.sql`
    update gebruiker set organisatie_id = ${bij.wijkteam}, email = ${`over@${DOMEIN}`} where id = ${agent.id}`
  expect(id).not.toBe(agent.id)
  expect(await meldAan(bij, agent)).toMatchObject(GEWEIGERD)
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
  const mens = await nieuweMens(bij, {
    collega: ids['zonder-convenant'],
    domein: 'dehoek.voorbeeld.nl',
  })
  const command = (...args: string[]) => ['--organisatie', 'Woonstichting De Hoek', ...args]
  const account = (...args: string[]) =>
    runOidc(command(...args), omgeving(), async () => CLIENT_SECRET)
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
  expect(await meldAan(bij, mens)).toMatchObject({ gebruikerId: mens.id })
  expect(await run(['oidc', ...command('--verwijderen')])).toContain('with a password again')
  const response = await post(`${bij.origin}/inloggen/organisatie`, { email: mens.email })
  expect(response.status).toBe(422)
})

test('a second step of the provider counts when it says so and is believed; otherwise ours is asked', async () => {
  const mens = await nieuweMens(bij)
  await bij.sql`insert into totp (gebruiker_id, geheim) values (${mens.id}, 'gesloten')`
  const onze = { status: 302, naar: '/inloggen/tweede-stap?naar=%2Facties', gebruikerId: null }
  const wel = { email: mens.email, email_verified: true, acr: 'hoog' }
  bij.mensen.set(mens.sub, wel)
  // It says so, and nobody said that it is believed.
  expect(await meldAan(bij, mens)).toMatchObject(onze)

  const koppeling = { issuer: bij.een.issuer, domeinen: [DOMEIN] }
  await bij.koppel(bij.wijkteam, { ...koppeling, tweedeFactor: 'hoog' })
  expect(await meldAan(bij, mens)).toMatchObject({ naar: '/acties', gebruikerId: mens.id })
  bij.mensen.set(mens.sub, { ...wel, acr: 'laag' })
  expect(await meldAan(bij, mens)).toMatchObject(onze)
  bij.mensen.set(mens.sub, { email: mens.email, email_verified: true, amr: ['pwd', 'hoog'] })
  expect(await meldAan(bij, mens)).toMatchObject({ naar: '/acties', gebruikerId: mens.id })
  await bij.koppel(bij.wijkteam, koppeling)
})

async function run(args: string[]): Promise<string> {
  const child = spawn(process.execPath, ['server/account.ts', ...args], {
    env: omgeving(),
  })
  child.stdin.on('error', () => {}).end(CLIENT_SECRET)
  const [uit, fout] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (fout) throw new Error(fout)
  return uit
}

function omgeving() {
  return { DATABASE_URL: bij.url, PUBLIC_ORIGIN: bij.origin, SESSION_SECRET: bij.secret }
}
