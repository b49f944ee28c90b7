import type { Huisfunctie } from '#domain/rol.ts'
import type { Query, Transaction } from './connection.ts'
import { isUuid } from './uuid.ts'
import { bevat } from './zoeken.ts'

export const PER_PAGINA = 25

/** An account as a beheerder sees it: who it is of and how he comes in, nothing of any overleg. */
export type AccountRij = {
  id: string
  naam: string
  email: string
  functie: string
  organisatie: string
  huisfunctie: Huisfunctie
  uitgeschakeld: boolean
  /** Has not chosen a password yet. */
  uitgenodigd: boolean
}

type Zoekvraag = { zoek: string; pagina: number }

export async function searchAccounts(
  sql: Query,
  { zoek, pagina }: Zoekvraag,
): Promise<{ accounts: AccountRij[]; totaal: number }> {
  const tekst: ReturnType<Query> = sql`concat_ws(' ', gebruiker.naam, gebruiker.email, gebruiker.functie, organisatie.naam)`
  const past = bevat(sql, tekst, zoek)
  const accounts = await sql<AccountRij[]>`
    ${selectAccounts(sql)} where ${past}
    order by gebruiker.naam, gebruiker.id
    limit ${PER_PAGINA} offset ${(pagina - 1) * PER_PAGINA}`
  const [row] = await sql<{ totaal: number }[]>`
    select count(*)::int as totaal
    from gebruiker join organisatie on organisatie.id = gebruiker.organisatie_id where ${past}`
  return { accounts, totaal: row?.totaal ?? 0 }
}

export async function findAccount(sql: Query, gebruikerId: string): Promise<AccountRij | null> {
  if (!isUuid(gebruikerId)) return null
  const [row] = await sql<AccountRij[]>`${selectAccounts(sql)} where gebruiker.id = ${gebruikerId}`
  return row ?? null
}

/** Holds the accounts that can do this, so that two of them cannot take it from each other at once. */
export async function lockBeheerders(sql: Transaction): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from gebruiker
    where huisfunctie = 'beheerder' and uitgeschakeld_op is null
    order by id for no key update`
  return rows.map(({ id }) => id)
}

type Nieuw = Pick<AccountRij, 'naam' | 'email' | 'functie' | 'huisfunctie'> & {
  telefoon: string
  organisatieId: string
  wachtwoordHash: string
}

/** Null when there is an account with this address. */
export async function insertAccount(sql: Query, nieuw: Nieuw): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    insert into gebruiker (organisatie_id, naam, email, functie, telefoon, huisfunctie, wachtwoord_hash)
    values (${nieuw.organisatieId}, ${nieuw.naam}, ${nieuw.email}, ${nieuw.functie},
      ${nieuw.telefoon}, ${nieuw.huisfunctie}, ${nieuw.wachtwoordHash})
    on conflict (email) do nothing
    returning id`
  return row?.id ?? null
}

/** Its sessions end with it, and rights are asked again: see the triggers of 0001_focustafel.sql. */
export async function disableAccount(sql: Query, gebruikerId: string) {
  await sql`
    update gebruiker set uitgeschakeld_op = coalesce(uitgeschakeld_op, now()) where id = ${gebruikerId}`
}

export async function enableAccount(sql: Query, gebruikerId: string) {
  await sql`update gebruiker set uitgeschakeld_op = null where id = ${gebruikerId}`
}

export async function saveHuisfunctie(
  sql: Query,
  { gebruikerId, huisfunctie }: { gebruikerId: string; huisfunctie: Huisfunctie },
) {
  await sql`update gebruiker set huisfunctie = ${huisfunctie} where id = ${gebruikerId}`
}

function selectAccounts(sql: Query) {
  return sql`
    select
      gebruiker.id, gebruiker.naam, gebruiker.email, gebruiker.functie,
      organisatie.naam as organisatie, gebruiker.huisfunctie,
      gebruiker.uitgeschakeld_op is not null as uitgeschakeld,
      exists (select from wachtwoordlink
        where gebruiker_id = gebruiker.id and soort = 'uitnodiging') as uitgenodigd
    from gebruiker join organisatie on organisatie.id = gebruiker.organisatie_id`
}
