import type { Query } from './connection.ts'
import { SESSIE_IN_UREN } from './sessies.ts'

export async function saveWachtwoordHash(
  sql: Query,
  { gebruikerId, wachtwoordHash }: { gebruikerId: string; wachtwoordHash: string },
) {
  await sql`update gebruiker set wachtwoord_hash = ${wachtwoordHash} where id = ${gebruikerId}`
}

/** Keys what only the owner of the password may recognise; never goes to a browser. */
export async function findWachtwoordHash(sql: Query, gebruikerId: string): Promise<string> {
  const [row] = await sql<{ hash: string }[]>`
    select wachtwoord_hash as hash from gebruiker where id = ${gebruikerId}`
  if (!row) throw new Error('Nobody to sign in')
  return row.hash
}

export type Ingelogde = {
  id: string
  naam: string
  email: string
  organisatieId: string
  organisatie: string
  huisfunctie: string
  sessieHash: string
  /** He proved in this session, a few minutes ago, that it is still he. */
  bevestigd: boolean
}

const BEVESTIGD_IN_MINUTEN = 10

export async function findIngelogde(sql: Query, sessieHash: string): Promise<Ingelogde | null> {
  return (await listIngelogden(sql, [sessieHash])).get(sessieHash) ?? null
}

/** Of these sessions those that live, by their hash. */
export async function listIngelogden(
  sql: Query,
  hashes: readonly string[],
): Promise<Map<string, Ingelogde>> {
  const rows = await sql<Ingelogde[]>`
    select
      gebruiker.id, gebruiker.naam, gebruiker.email, gebruiker.huisfunctie,
      organisatie.id as "organisatieId", organisatie.naam as organisatie,
      sessie.id_hash as "sessieHash",
      coalesce(sessie.bevestigd_op > now() - make_interval(mins => ${BEVESTIGD_IN_MINUTEN}), false)
        as bevestigd
    from sessie
    join gebruiker on gebruiker.id = sessie.gebruiker_id
    join organisatie on organisatie.id = gebruiker.organisatie_id
    where sessie.id_hash = any(${[...hashes]})
      and sessie.expires_at > now()
      and sessie.created_at > now() - make_interval(hours => ${SESSIE_IN_UREN})
      and gebruiker.uitgeschakeld_op is null`
  return new Map(rows.map((row) => [row.sessieHash, row]))
}
