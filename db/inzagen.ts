import type { Datum } from '#domain/datum.ts'
import { INZAGEN, type Inzage } from '#domain/inzage.ts'
import type { Clientsoort } from '#domain/rol.ts'
import type { Query } from './connection.ts'
import { isUuid } from './uuid.ts'

/** Days before `voor`: a day that goes on would say, to who keeps looking, at what time somebody reads. */
type Vraag = { overlegId: string; voor: Datum }

type OrganisatieInzage = Inzage & { organisatie: string }

/** On how many days somebody of these organisaties looked, whoever it was. K9 */
export function listInzagenVanOrganisaties(
  sql: Query,
  { overlegId, voor, organisatieIds }: Vraag & { organisatieIds: readonly string[] },
): Promise<OrganisatieInzage[]> {
  return sql<OrganisatieInzage[]>`
    select organisatie.naam as organisatie, count(distinct dag)::int as dagen, max(dag) as laatste
    from (
      select organisatie_id, (created_at at time zone 'Europe/Amsterdam')::date as dag
      from audit
      where overleg_id = ${isUuid(overlegId) ? overlegId : null} and uitkomst = 'gelukt'
        and event = any(${[...INZAGEN]})
        and organisatie_id = any(${[...organisatieIds]}::uuid[])
    ) as gelezen
    join organisatie on organisatie.id = gelezen.organisatie_id
    where dag < ${voor}
    group by organisatie.naam order by organisatie.naam`
}

type EigenInzage = Inzage & { soort: Clientsoort }

/** The same for the people of the client side who are still in this overleg. K9 */
export function listEigenInzagen(sql: Query, { overlegId, voor }: Vraag): Promise<EigenInzage[]> {
  return sql<EigenInzage[]>`
    select soort, count(distinct dag)::int as dagen, max(dag) as laatste
    from (
      select client_persoon.soort, (audit.created_at at time zone 'Europe/Amsterdam')::date as dag
      from audit join client_persoon on client_persoon.id = audit.client_persoon_id
      where audit.overleg_id = ${isUuid(overlegId) ? overlegId : null}
        and client_persoon.overleg_id = audit.overleg_id
        and audit.uitkomst = 'gelukt' and audit.event = 'plan-read'
    ) as gelezen
    where dag < ${voor}
    group by soort order by soort`
}
