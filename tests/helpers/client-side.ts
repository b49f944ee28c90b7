import { randomBytes } from 'node:crypto'
import { CLIENT_COOKIE } from '#app/auth/cookies.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { createCode, createToken } from '#app/auth/uitnodigingscode.ts'
import { sluitGeheim } from '#app/brieven/geheim.server.ts'
import { readBriefinhoud } from '#app/brieven/inhoud.server.ts'
import { createUitnodigingCommand } from '#app/commands/create-uitnodiging.server.ts'
import { signInClientCommand } from '#app/commands/sign-in-client.server.ts'
import { findBriefpersoon, insertBrief } from '#db/brieven.ts'
import type { Sql } from '#db/connection.ts'
import { rememberSecret } from './kanaries.ts'
import { kluis } from './second-factor.ts'

type Regie = { overlegId: string; gebruikerId: string }

export async function createBrief(sql: Sql, regie: Regie, clientPersoonId: string) {
  const result = await createUitnodigingCommand(sql, kluis, { ...regie, clientPersoonId })
  if (!result.ok) throw new Error(`No letter: ${result.refusal.code}`)
  const { token, nummer, code } = result.value
  for (const secret of [token, nummer, code]) rememberSecret(secret)
  return result.value
}

type Plaats = Regie & { clientPersoonId: string }

/** A letter on its page, which opens nothing; its id is that of the overleg, so that a table of addresses can name it. */
export async function seedBrief(sql: Sql, { overlegId, gebruikerId, clientPersoonId }: Plaats) {
  const persoon = await findBriefpersoon(sql, { overlegId, clientPersoonId })
  const inhoud = persoon && (await readBriefinhoud(sql, overlegId, persoon))
  if (!inhoud) throw new Error('Seeded with a cliënt')
  const secrets = { token: createToken(), nummer: createCode(), code: createCode() }
  const geheim = sluitGeheim(kluis, overlegId, secrets)
  const brief = { id: overlegId, overlegId, clientPersoonId, gebruikerId, inhoud, geheim }
  await sql.begin((sql) => insertBrief(sql, brief))
}

type ClientTelefoon = { cookie: string; sessieId: string; sessieHash: string }

/** A telephone of the client side that came in with the letter. */
export async function openTelefoon(
  sql: Sql,
  brief: { token: string; code: string; pin?: string },
): Promise<ClientTelefoon> {
  const result = await signInClientCommand(sql, brief)
  if (!result.ok) throw new Error(`Not signed in: ${result.refusal.code}`)
  rememberSecret(result.value.sessieId)
  const sessieHash = hashOf(result.value.sessieId)
  const [row] = await sql<{ id: string }[]>`
    select id from client_sessie where id_hash = ${sessieHash}`
  return {
    cookie: `${CLIENT_COOKIE}=${result.value.sessieId}`,
    sessieId: row?.id ?? '',
    sessieHash,
  }
}

type Browser = { clientPersoonId: string; toegelaten?: boolean; metPin?: boolean }

/** A browser of the client side, without the form and its slow hash. */
export async function createClientCookie(
  sql: Sql,
  { clientPersoonId, toegelaten = false, metPin = false }: Browser,
): Promise<string> {
  const id = randomBytes(24).toString('hex')
  rememberSecret(id)
  await sql`
    insert into client_sessie (id_hash, client_persoon_id, expires_at, met_pin, toegelaten_op)
    values (${hashOf(id)}, ${clientPersoonId}, now() + interval '1 hour', ${metPin},
      ${toegelaten ? new Date() : null})`
  return `${CLIENT_COOKIE}=${id}`
}
