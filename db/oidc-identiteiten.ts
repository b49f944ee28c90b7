import type { Query } from './connection.ts'

/** A person as his provider knows him. */
type Identiteit = { issuer: string; sub: string }

type Gebondene = { gebruikerId: string; organisatieId: string; uitgeschakeld: boolean }

export async function findByIdentiteit(
  sql: Query,
  { issuer, sub }: Identiteit,
): Promise<Gebondene | null> {
  const [row] = await sql<Gebondene[]>`
    select gebruiker.id as "gebruikerId", gebruiker.organisatie_id as "organisatieId",
      gebruiker.uitgeschakeld_op is not null as uitgeschakeld
    from oidc_identiteit join gebruiker on gebruiker.id = oidc_identiteit.gebruiker_id
    where oidc_identiteit.issuer = ${issuer} and oidc_identiteit.sub = ${sub}`
  return row ?? null
}

/** Whether he comes in by a provider. */
export async function hasIdentiteit(sql: Query, gebruikerId: string): Promise<boolean> {
  const rows = await sql`select from oidc_identiteit where gebruiker_id = ${gebruikerId} limit 1`
  return rows.count > 0
}

/** Binds an account of this organisatie that nobody is bound to at this provider; null: there is none. */
export async function bindIdentiteit(
  sql: Query,
  { issuer, sub, email, organisatieId }: Identiteit & { email: string; organisatieId: string },
): Promise<string | null> {
  const [row] = await sql<{ gebruikerId: string }[]>`
    insert into oidc_identiteit (issuer, sub, gebruiker_id)
    select ${issuer}, ${sub}, id from gebruiker
    where email = ${email} and organisatie_id = ${organisatieId} and uitgeschakeld_op is null
    on conflict do nothing
    returning gebruiker_id as "gebruikerId"`
  return row?.gebruikerId ?? null
}
