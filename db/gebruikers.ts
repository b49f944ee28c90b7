import type { Huisfunctie } from '#domain/rol.ts'
import type { Query } from './connection.ts'
import { isUuid } from './uuid.ts'

/** A line of the directory from which deelnemers are chosen. */
export type GebruikerRij = {
  id: string
  naam: string
  functie: string
  organisatie: string
  organisatieId: string
  keten: string
  convenant: boolean
  huisfunctie: Huisfunctie
}

/** Accounts that are switched off are not in it. */
export function listGebruikers(sql: Query): Promise<GebruikerRij[]> {
  return selectGebruikers(sql, sql`true`)
}

export async function findGebruiker(sql: Query, gebruikerId: string): Promise<GebruikerRij | null> {
  if (!isUuid(gebruikerId)) return null
  const [row] = await selectGebruikers(sql, sql`gebruiker.id = ${gebruikerId}`)
  return row ?? null
}

type Inloggegevens = { id: string; naam: string; email: string; wachtwoordHash: string }

/** For signing in alone: the hash goes nowhere else. */
export async function findGebruikerByEmail(
  sql: Query,
  email: string,
): Promise<Inloggegevens | null> {
  const [row] = await sql<Inloggegevens[]>`
    select id, naam, email, wachtwoord_hash as "wachtwoordHash"
    from gebruiker
    where email = ${email.replaceAll('\0', '').trim().toLowerCase()} and uitgeschakeld_op is null`
  return row ?? null
}

/** Where his mail goes, also when his account is switched off. */
export async function findEmail(sql: Query, gebruikerId: string): Promise<string | null> {
  const [row] = await sql<
    { email: string }[]
  >`select email from gebruiker where id = ${gebruikerId}`
  return row?.email ?? null
}

function selectGebruikers(sql: Query, where: ReturnType<Query>) {
  return sql<GebruikerRij[]>`
    select
      gebruiker.id, gebruiker.naam, gebruiker.functie, organisatie.naam as organisatie,
      organisatie.id as "organisatieId", organisatie.keten,
      organisatie.convenant_getekend_op is not null as convenant, gebruiker.huisfunctie
    from gebruiker join organisatie on organisatie.id = gebruiker.organisatie_id
    where gebruiker.uitgeschakeld_op is null and ${where}
    order by organisatie.naam, gebruiker.naam, gebruiker.id`
}
