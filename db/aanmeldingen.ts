import type { Query } from './connection.ts'

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
}

export async function findIngelogde(sql: Query, gebruikerId: string): Promise<Ingelogde | null> {
  const [row] = await sql<Ingelogde[]>`
    select
      gebruiker.id, gebruiker.naam, gebruiker.email, gebruiker.huisfunctie,
      organisatie.id as "organisatieId", organisatie.naam as organisatie
    from gebruiker join organisatie on organisatie.id = gebruiker.organisatie_id
    where gebruiker.id = ${gebruikerId} and gebruiker.uitgeschakeld_op is null`
  return row ?? null
}
