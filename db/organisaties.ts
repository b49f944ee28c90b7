import type { Datum } from '#domain/datum.ts'
import type { Keten } from '#domain/keten.ts'
import type { Query } from './connection.ts'

export type OrganisatieRij = {
  id: string
  naam: string
  keten: Keten
  /** When it signed the convenant; null: its people sign for each overleg. T9 */
  convenant: Datum | null
  accounts: number
}

export function listOrganisaties(sql: Query): Promise<OrganisatieRij[]> {
  return sql<OrganisatieRij[]>`
    select organisatie.id, organisatie.naam, organisatie.keten,
      organisatie.convenant_getekend_op as convenant,
      (select count(*)::int from gebruiker where organisatie_id = organisatie.id) as accounts
    from organisatie order by organisatie.naam`
}

type Nieuw = Pick<OrganisatieRij, 'naam' | 'keten' | 'convenant'>

/** Null when there is one with this name. */
export async function insertOrganisatie(sql: Query, nieuw: Nieuw): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    insert into organisatie (naam, keten, convenant_getekend_op)
    values (${nieuw.naam}, ${nieuw.keten}, ${nieuw.convenant})
    on conflict (naam) do nothing
    returning id`
  return row?.id ?? null
}

export async function hasOrganisatie(sql: Query, organisatieId: string): Promise<boolean> {
  const rows = await sql`select from organisatie where id = ${organisatieId}`
  return rows.count > 0
}

/** Whoever comes in by it is asked again: see the trigger in 0001_focustafel.sql. */
export async function saveConvenant(
  sql: Query,
  { organisatieId, convenant }: { organisatieId: string; convenant: Datum | null },
): Promise<boolean> {
  const { count } = await sql`
    update organisatie set convenant_getekend_op = ${convenant} where id = ${organisatieId}`
  return count > 0
}
