import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createKluis } from '#app/auth/kluis.server.ts'
import { discover, isVeilig, secretVan } from '#app/auth/oidc-aanbieder.server.ts'
import { recordAudit } from '#db/audit.ts'
import { createSql, type Sql } from '#db/connection.ts'
import { removeOidc, saveOidc } from '#db/organisatie-oidc.ts'
import { type Env, readEnv } from './env.ts'

export const USE_OIDC = `Lets the people of an organisatie sign in at its own OpenID provider. Reads the client secret from standard input.

  npm run account -- oidc --organisatie "Politie, basisteam Merenland" --issuer https://login.politie.nl \\
    --client-id focustafel --domein politie.nl --domein team.politie.nl < client-secret.txt
  npm run account -- oidc --organisatie "Politie, basisteam Merenland" --verwijderen

With --tweede-factor VALUE the provider is believed about the second factor when it says VALUE in acr or amr; otherwise
Focustafel asks for its own. It wants the environment of the server: DATABASE_URL, PUBLIC_ORIGIN and SESSION_SECRET.
`

const Domein = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'is no domain, such as politie.nl')
const Koppeling = z.object({
  organisatie: z.string().trim().min(2),
  issuer: z.url({ protocol: /^https?$/ }),
  'client-id': z.string().trim().min(1).max(500),
  domein: z.array(Domein).min(1),
  'tweede-factor': z.string().trim().min(1).max(200).optional(),
})
type Koppeling = z.infer<typeof Koppeling>

export async function runOidc(
  args: string[],
  environment: Record<string, string | undefined>,
  readSecret: () => Promise<string>,
): Promise<string> {
  const { values } = parseArgs({ args, options: OPTIONS })
  const env = readEnv(environment)
  if (!env.databaseUrl) throw new Error('DATABASE_URL is needed')
  const sql = createSql(env.databaseUrl, { max: 1 })
  try {
    const organisatieId = await findOrganisatie(sql, values.organisatie ?? '')
    if (values.verwijderen) return await verwijder(sql, organisatieId)

    const koppeling = Koppeling.safeParse(values)
    if (!koppeling.success) throw new Error(z.prettifyError(koppeling.error))
    const clientSecret = (await readSecret()).trim()
    if (!clientSecret) throw new Error('The client secret is read from standard input')
    await koppel(sql, { env, organisatieId, clientSecret, ...koppeling.data })
    return `${koppeling.data.organisatie} signs in at ${koppeling.data.issuer}
Register there as redirect URI: ${env.origin}/inloggen/oidc/terug\n`
  } finally {
    await sql.end()
  }
}

const OPTIONS = {
  organisatie: { type: 'string' },
  issuer: { type: 'string' },
  'client-id': { type: 'string' },
  domein: { type: 'string', multiple: true },
  'tweede-factor': { type: 'string' },
  verwijderen: { type: 'boolean' },
} as const

async function findOrganisatie(sql: Sql, naam: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`select id from organisatie where naam = ${naam}`
  if (!row) throw new Error(`There is no organisatie with the name ${naam || '(--organisatie)'}`)
  return row.id
}

type Nieuw = Koppeling & { env: Env; organisatieId: string; clientSecret: string }

/** Asks the provider first: what it says about itself must be what was typed. */
async function koppel(sql: Sql, { env, organisatieId, clientSecret, ...koppeling }: Nieuw) {
  const { issuer, 'client-id': clientId, domein, 'tweede-factor': tweedeFactor } = koppeling
  const opDezeMachine = !env.secure
  if (!isVeilig(new URL(issuer), opDezeMachine)) throw new Error('The issuer must be https')
  await discover({ issuer, clientId, clientSecret, opDezeMachine })

  const details = { organisatieId }
  await sql.begin(async (sql) => {
    await saveOidc(sql, {
      organisatieId,
      issuer,
      clientId,
      clientSecret: createKluis(env.secret).sluit(clientSecret, secretVan(organisatieId)),
      domeinen: [...new Set(domein)],
      tweedeFactor: tweedeFactor ?? null,
    })
    await recordAudit(sql, { event: 'oidc-configured', overlegId: null, details })
  })
}

async function verwijder(sql: Sql, organisatieId: string): Promise<string> {
  const details = { organisatieId }
  const was = await sql.begin(async (sql) => {
    const removed = await removeOidc(sql, organisatieId)
    if (removed) await recordAudit(sql, { event: 'oidc-removed', overlegId: null, details })
    return removed
  })
  return was ? 'Its people sign in with a password again\n' : 'There was nothing to remove\n'
}
