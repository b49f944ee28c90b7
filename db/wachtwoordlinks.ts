import { GELDIG_IN_MINUTEN, type Linksoort } from '#domain/mail.ts'
import type { Query } from './connection.ts'

type Nieuw = { codeHash: string; gebruikerId: string; soort: Linksoort }

export async function createWachtwoordlink(sql: Query, { codeHash, gebruikerId, soort }: Nieuw) {
  await sql`
    insert into wachtwoordlink (code_hash, gebruiker_id, soort, vervalt_op)
    values (${codeHash}, ${gebruikerId}, ${soort},
      now() + make_interval(mins => ${GELDIG_IN_MINUTEN[soort]}))`
}

/** Links that he asked for and that still work. */
export async function countVergeten(sql: Query, gebruikerId: string): Promise<number> {
  const [row] = await sql<{ aantal: number }[]>`
    select count(*)::int as aantal from wachtwoordlink
    where gebruiker_id = ${gebruikerId} and soort = 'vergeten' and vervalt_op > now()`
  return row?.aantal ?? 0
}

/** Of whom the password is that is chosen with it. */
type Linkhouder = {
  gebruikerId: string
  naam: string
  email: string
  organisatie: string
}

/** Null when it does not work: never made, over, used, or of an account that is switched off. */
export async function findLinkhouder(sql: Query, codeHash: string): Promise<Linkhouder | null> {
  const [row] = await sql<Linkhouder[]>`
    select gebruiker.id as "gebruikerId", gebruiker.naam, gebruiker.email,
      organisatie.naam as organisatie
    from wachtwoordlink
    join gebruiker on gebruiker.id = wachtwoordlink.gebruiker_id
    join organisatie on organisatie.id = gebruiker.organisatie_id
    where wachtwoordlink.code_hash = ${codeHash} and wachtwoordlink.vervalt_op > now()
      and gebruiker.uitgeschakeld_op is null`
  return row ?? null
}

/** Uses it up; false when somebody else did meanwhile. */
export async function takeWachtwoordlink(sql: Query, codeHash: string): Promise<boolean> {
  const { count } = await sql`
    delete from wachtwoordlink where code_hash = ${codeHash} and vervalt_op > now()`
  return count > 0
}

export async function removeWachtwoordlinks(sql: Query, gebruikerId: string) {
  await sql`delete from wachtwoordlink where gebruiker_id = ${gebruikerId}`
}
