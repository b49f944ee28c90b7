import type { Datum } from '#domain/datum.ts'
import type { Clientsoort } from '#domain/rol.ts'
import type { Sql, Transaction } from './connection.ts'

/** One row of the record, with the names that it has the ids of. Who or what is gone has none any more. */
export type Verslagrij = {
  op: Date
  event: string
  wat: string | null
  naam: string | null
  organisatie: string | null
  clientsoort: Clientsoort | null
  isClientzijde: boolean
  casussen: string[]
  nogmaals: number
}

export type Verslagvraag = {
  /** Both days are in it. */
  van: Datum
  tot: Datum
  /** The number of one casus; null: of all, and what belongs to none. */
  casus: string | null
}

/** In the order of the record, a few hundred at a time: for as long as it takes. */
export async function* readVerslag(
  sql: Transaction,
  { van, tot, casus }: Verslagvraag,
): AsyncIterable<Verslagrij[]> {
  await sql`set local statement_timeout = 0`
  yield* sql<Verslagrij[]>`
    select audit.created_at as op, audit.event, audit.wat, gebruiker.naam,
      organisatie.naam as organisatie, client_persoon.soort as clientsoort,
      audit.client_persoon_id is not null and audit.gebruiker_id is null as "isClientzijde",
      coalesce(waarvan.casussen, '{}') as casussen,
      coalesce((audit.details ->> 'nogmaals')::int, 0) as nogmaals
    from audit
    left join gebruiker on gebruiker.id = audit.gebruiker_id
    left join organisatie on organisatie.id = audit.organisatie_id
    left join client_persoon on client_persoon.id = audit.client_persoon_id
    cross join lateral (
      select array_agg(distinct casus.nummer order by casus.nummer) as casussen
      from (
        select audit.overleg_id as id
        union all
        select genoemd::uuid from jsonb_array_elements_text(
          case jsonb_typeof(audit.details -> 'overleggen')
            when 'array' then audit.details -> 'overleggen' else '[]' end) as genoemd
      ) as genoemd
      join overleg on overleg.id = genoemd.id
      join casus on casus.id = overleg.casus_id
    ) as waarvan
    where audit.created_at >= (${van}::date)::timestamp at time zone 'Europe/Amsterdam'
      and audit.created_at < (${tot}::date + 1)::timestamp at time zone 'Europe/Amsterdam'
      and (${casus}::text is null or ${casus} = any(waarvan.casussen))
    order by audit.id`.cursor(500)
}

export async function findCasusId(sql: Sql, nummer: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`select id from casus where nummer = ${nummer}`
  return row?.id ?? null
}
