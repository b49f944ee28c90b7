import { randomInt } from 'node:crypto'
import { text as readText } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { hashGeheim } from '#app/auth/geheim.server.ts'
import { createSql, type Sql, type Transaction } from '#db/connection.ts'
import { checkMigrated } from '#db/migrate.ts'
import { HUISFUNCTIES } from '#domain/rol.ts'
import { runOidc, USE_OIDC } from './account-oidc.ts'
import { prepareDatabase } from './database.ts'

const USE = `Makes an account, and its organisatie when that is not there yet. Prints the password once.

  npm run account -- --email y.bakkali@huis.nl --naam "Yasmina Bakkali" \\
    --organisatie "Zorg- en Veiligheidshuis Merenland" --keten bestuur --convenant 2026-01-15 \\
    --huisfunctie procesregisseur --functie procesregisseur --telefoon "06 12345678"

Needed: --email, --naam, --organisatie; and --keten (straf, zorg or bestuur) for an organisatie that is new.
--huisfunctie is one of ${HUISFUNCTIES.join(', ')}; without it: professional.
Without --convenant the organisatie has not signed it. DATABASE_URL says where;
with DATABASE_OWNER_URL too it migrates first.
`
// Without what looks alike on a screen.
const TEKENS = 'abcdefghijkmnpqrstuvwxyz23456789'
const LENGTE = 20

const Account = z.object({
  email: z.email().toLowerCase(),
  naam: z.string().trim().min(2).max(120),
  organisatie: z.string().trim().min(2).max(120),
  keten: z.enum(['straf', 'zorg', 'bestuur']).optional(),
  convenant: z.iso.date().optional(),
  huisfunctie: z.enum(HUISFUNCTIES).default('professional'),
  functie: z.string().trim().default(''),
  telefoon: z.string().trim().default(''),
})
type Account = z.infer<typeof Account>

const [command, ...rest] = process.argv.slice(2)
const isOidc = command === 'oidc'
try {
  process.stdout.write(
    isOidc ? await runOidc(rest, process.env, () => readText(process.stdin)) : await main(),
  )
} catch (error) {
  const use = isOidc ? USE_OIDC : USE
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${use}`)
  process.exitCode = 1
}

async function main(): Promise<string> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      email: text,
      naam: text,
      organisatie: text,
      keten: text,
      convenant: text,
      huisfunctie: text,
      functie: text,
      telefoon: text,
    },
  })
  const account = Account.safeParse(values)
  if (!account.success) throw new Error(z.prettifyError(account.error))
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = process.env
  if (!url) throw new Error('DATABASE_URL is needed')
  if (ownerUrl) await prepareDatabase({ url, ownerUrl })

  const sql = createSql(url, { max: 1 })
  try {
    await checkMigrated(sql)
    const wachtwoord = await createAccount(sql, account.data)
    return `${account.data.email} can sign in with: ${wachtwoord}\n`
  } finally {
    await sql.end()
  }
}

function createAccount(sql: Sql, account: Account): Promise<string> {
  const { email, naam, functie, telefoon, huisfunctie } = account
  return sql.begin(async (sql) => {
    const [taken] = await sql`select from gebruiker where email = ${email}`
    if (taken) throw new Error(`There is an account for ${email} already`)

    const [known] = await sql<{ id: string }[]>`
      select id from organisatie where naam = ${account.organisatie}`
    const organisatieId = known?.id ?? (await createOrganisatie(sql, account))
    const wachtwoord = createWachtwoord()
    await sql`
      insert into gebruiker (organisatie_id, naam, email, functie, telefoon, huisfunctie, wachtwoord_hash)
      values (${organisatieId}, ${naam}, ${email}, ${functie}, ${telefoon}, ${huisfunctie},
        ${await hashGeheim(wachtwoord)})`
    return wachtwoord
  })
}

async function createOrganisatie(
  sql: Transaction,
  { organisatie, keten, convenant }: Account,
): Promise<string> {
  if (!keten) throw new Error(`${organisatie} is not there yet: give its --keten`)
  const [row] = await sql<{ id: string }[]>`
    insert into organisatie (naam, keten, convenant_getekend_op)
    values (${organisatie}, ${keten}, ${convenant ?? null}) returning id`
  if (!row) throw new Error('An insert that returns gives a row')
  return row.id
}

/** 20 of 32 characters: 100 bits. */
function createWachtwoord(): string {
  return Array.from({ length: LENGTE }, () => TEKENS[randomInt(TEKENS.length)]).join('')
}
