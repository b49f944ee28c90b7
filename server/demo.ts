import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createKluis } from '#app/auth/kluis.server.ts'
import { totpUri } from '#app/auth/totp.server.ts'
import { createSql, type Sql } from '#db/connection.ts'
import { type Brief, isSeeded, seedDemo } from '#db/seed/demo.ts'
import { DEMO_WACHTWOORD } from '#db/seed/demo-mensen.ts'
import { DEMO_TOTP, MET_TWEEDE_STAP, seedTweedeFactor } from '#db/seed/demo-tweede-stap.ts'
import { type Database, prepareDatabase, type Urls } from './database.ts'
import type { Env } from './env.ts'

const Client = z.object({
  overlegId: z.string(),
  naam: z.string(),
  link: z.string(),
  code: z.string(),
  pin: z.string().nullable(),
})
const Known = z.object({ clienten: z.array(Client) })
type Client = z.infer<typeof Client>

/** The one account of the demo that asks for a code, with what an app needs to make it. */
const TWEEDE_STAP = {
  email: MET_TWEEDE_STAP,
  wachtwoord: DEMO_WACHTWOORD,
  geheim: DEMO_TOTP,
  otpauth: totpUri(DEMO_TOTP, MET_TWEEDE_STAP),
}

type Account = {
  email: string
  wachtwoord: string
  naam: string
  organisatie: string
  rol: string
}

/** Fills the house once, and writes what a visitor or a script needs to know. */
export async function prepareDemo({ sql, url, ownerUrl }: Database, env: Env) {
  const path = join(env.dataDir, 'demo.json')
  const brieven =
    (await isSeeded(sql)) || !ownerUrl ? null : await seedEmpty({ url, ownerUrl }, env)
  const clienten = brieven ? toClienten(brieven, env.origin) : readClienten(path, env.origin)
  await seedTweedeFactor(sql, createKluis(env.secret))
  const accounts = (await listAccounts(sql)).filter(({ email }) => email !== MET_TWEEDE_STAP)
  const overleggen = await listOverleggen(sql)
  const demo = { url: env.origin, accounts, tweedeStap: TWEEDE_STAP, overleggen, clienten }
  writeFileSync(path, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  return { tell: () => process.stdout.write(describeDemo({ ...demo, path })) }
}

/** As the owner: what has happened in a demo before it begins may not be written by the application. */
async function seedEmpty(urls: Urls, env: Env): Promise<Brief[]> {
  const sql = createSql(urls.ownerUrl)
  try {
    const [gebruiker] = await sql`select from gebruiker limit 1`
    if (gebruiker) {
      if (env.databaseUrl) throw new Error('This database is in use: a demo begins in an empty one')
      // The last time it was stopped half-way.
      await sql`drop schema public cascade`
      await sql`create schema public`
      await prepareDatabase(urls)
    }
    return await seedDemo(sql, createKluis(env.secret))
  } finally {
    await sql.end({ timeout: 2 })
  }
}

function toClienten(brieven: Brief[], origin: string): Client[] {
  return brieven.map(({ token, ...brief }) => ({
    overlegId: brief.overlegId,
    naam: brief.naam,
    link: `${origin}/uitnodiging/${token}`,
    code: brief.code,
    pin: brief.pin,
  }))
}

/** The database has only hashes of letters: what was told once is told again from the file. */
function readClienten(path: string, origin: string): Client[] {
  try {
    const { clienten } = Known.parse(JSON.parse(readFileSync(path, 'utf8')))
    return clienten.map((client) => ({ ...client, link: origin + new URL(client.link).pathname }))
  } catch {
    return []
  }
}

async function listAccounts(sql: Sql): Promise<Account[]> {
  const rows = await sql<Omit<Account, 'wachtwoord'>[]>`
    select gebruiker.email, gebruiker.naam, organisatie.naam as organisatie,
      case
        when gebruiker.huisfunctie in ('procesregisseur', 'beheerder') then gebruiker.huisfunctie
        when exists (
          select from deelnemer
          where gebruiker_id = gebruiker.id and rol = 'casushouder') then 'casushouder'
        else 'partner' end as rol
    from gebruiker join organisatie on organisatie.id = gebruiker.organisatie_id
    where gebruiker.email like '%@demo.focustafel.nl'
    order by gebruiker.telefoon`
  return rows.map(({ email, naam, organisatie, rol }) => ({
    email,
    wachtwoord: DEMO_WACHTWOORD,
    naam,
    organisatie,
    rol,
  }))
}

/** `blijft` is null while it has not been decided. */
async function listOverleggen(sql: Sql) {
  const rows = await sql<
    { id: string; status: string; fase: string | null; deelnemers: unknown }[]
  >`
    select overleg.id, overleg.status, overleg.fase,
      json_agg(json_build_object(
        'email', gebruiker.email,
        'rol', deelnemer.rol,
        'blijft', case
          when deelnemer.rol <> 'partner' or deelnemer.keuze = 'blijft' then true
          when deelnemer.keuze = 'vertrekt' then false end)
        order by deelnemer.rol <> 'procesregisseur', deelnemer.rol, gebruiker.email) as deelnemers
    from overleg
    join deelnemer on deelnemer.overleg_id = overleg.id
    join gebruiker on gebruiker.id = deelnemer.gebruiker_id
    group by overleg.id
    order by overleg.gepland_op`
  return [...rows]
}

type Demo = { url: string; accounts: Account[]; clienten: Client[]; path: string }

function describeDemo({ url, accounts, clienten, path }: Demo): string {
  const mensen = accounts.map(
    ({ email, naam, organisatie, rol }) => `  ${email.padEnd(30)} ${naam}, ${organisatie} (${rol})`,
  )
  const brieven = clienten.map(
    ({ naam, link, code, pin }) =>
      `  ${naam.padEnd(20)} ${link}\n${' '.repeat(23)}code ${code}${pin ? `, pincode ${pin}` : ''}`,
  )
  return `
Focustafel: ${url}

Inloggen met wachtwoord ${DEMO_WACHTWOORD}:
${mensen.join('\n')}

Met een tweede stap (hetzelfde wachtwoord, en de code van een app met sleutel ${DEMO_TOTP}):
  ${MET_TWEEDE_STAP}

De brieven van de cliënten:
${brieven.join('\n')}

Ook in ${path}. Stoppen: Ctrl-C.
`
}
