import type { Query } from './connection.ts'

/** How the people of one organisatie sign in at its own provider. `clientSecret` is sealed. */
export type OidcRij = {
  organisatieId: string
  organisatie: string
  issuer: string
  clientId: string
  clientSecret: Uint8Array
  domeinen: string[]
  /** What the provider says when it asked a second factor itself; null: ours is asked. */
  tweedeFactor: string | null
}

export async function hasOidc(sql: Query): Promise<boolean> {
  const rows = await sql`select from organisatie_oidc limit 1`
  return rows.count > 0
}

export async function findOidcByDomein(sql: Query, domein: string): Promise<OidcRij | null> {
  const [row] = await selectOidc(
    sql,
    sql`organisatie.id = (select organisatie_id from organisatie_oidc_domein where domein = ${domein})`,
  )
  return row ?? null
}

export async function findOidc(sql: Query, organisatieId: string): Promise<OidcRij | null> {
  const [row] = await selectOidc(sql, sql`organisatie.id = ${organisatieId}`)
  return row ?? null
}

/** In the place of what there was. A domein of another organisatie is an error of PostgreSQL. */
export async function saveOidc(sql: Query, { domeinen, ...rij }: Omit<OidcRij, 'organisatie'>) {
  await sql`
    insert into organisatie_oidc (organisatie_id, issuer, client_id, client_secret, tweede_factor)
    values (${rij.organisatieId}, ${rij.issuer}, ${rij.clientId}, ${Buffer.from(rij.clientSecret)}, ${rij.tweedeFactor})
    on conflict (organisatie_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
      client_secret = excluded.client_secret, tweede_factor = excluded.tweede_factor`
  await sql`delete from organisatie_oidc_domein where organisatie_id = ${rij.organisatieId}`
  await sql`
    insert into organisatie_oidc_domein (domein, organisatie_id)
    select unnest(${domeinen}::text[]), ${rij.organisatieId}`
}

export async function removeOidc(sql: Query, organisatieId: string): Promise<boolean> {
  const { count } = await sql`delete from organisatie_oidc where organisatie_id = ${organisatieId}`
  return count > 0
}

function selectOidc(sql: Query, where: ReturnType<Query>) {
  return sql<OidcRij[]>`
    select
      organisatie.id as "organisatieId", organisatie.naam as organisatie, oidc.issuer,
      oidc.client_id as "clientId", oidc.client_secret as "clientSecret",
      oidc.tweede_factor as "tweedeFactor",
      array(select mail.domein from organisatie_oidc_domein as mail
        where mail.organisatie_id = organisatie.id order by mail.domein) as domeinen
    from organisatie_oidc as oidc join organisatie on organisatie.id = oidc.organisatie_id
    where ${where}`
}
