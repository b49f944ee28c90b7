import type { Huisfunctie } from '#domain/rol.ts'
import type { Query } from './connection.ts'
import { isUuid } from './uuid.ts'

export type OrganisatieRij = { id: string; naam: string; keten: string; convenant: boolean }

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

export function listOrganisaties(sql: Query): Promise<OrganisatieRij[]> {
  return sql<OrganisatieRij[]>`
    select id, naam, keten, convenant_getekend_op is not null as convenant
    from organisatie order by naam`
}

/** Accounts that are switched off are not in it. */
export function listGebruikers(sql: Query): Promise<GebruikerRij[]> {
  return sql<GebruikerRij[]>`
    select
      gebruiker.id, gebruiker.naam, gebruiker.functie, organisatie.naam as organisatie,
      organisatie.id as "organisatieId", organisatie.keten,
      organisatie.convenant_getekend_op is not null as convenant, gebruiker.huisfunctie
    from gebruiker join organisatie on organisatie.id = gebruiker.organisatie_id
    where gebruiker.uitgeschakeld_op is null
    order by organisatie.naam, gebruiker.naam, gebruiker.id`
}

export async function findGebruiker(sql: Query, gebruikerId: string): Promise<GebruikerRij | null> {
  if (!isUuid(gebruikerId)) return null
  const [row] = await sql<GebruikerRij[]>`
    select
      gebruiker.id, gebruiker.naam, gebruiker.functie, organisatie.naam as organisatie,
      organisatie.id as "organisatieId", organisatie.keten,
      organisatie.convenant_getekend_op is not null as convenant, gebruiker.huisfunctie
    from gebruiker join organisatie on organisatie.id = gebruiker.organisatie_id
    where gebruiker.uitgeschakeld_op is null and gebruiker.id = ${gebruikerId}`
  return row ?? null
}

export type Inloggegevens = { id: string; naam: string; email: string; wachtwoordHash: string }

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
