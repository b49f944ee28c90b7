import type { Datum } from '#domain/datum.ts'
import type { Blok } from '#domain/inhoud.ts'
import type { Clientsoort } from '#domain/rol.ts'
import { type ActieRij, listActies } from './acties.ts'
import type { Query } from './connection.ts'

/** A plan that a newer one is held against. */
export type VorigPlan = {
  vastgesteldOp: Date
  samenvatting: Blok[]
  besluitvorming: Blok[]
  acties: ActieRij[]
  monitoring: Datum[]
}

type Persoon = { overlegId: string; soort: Clientsoort; naam: string }
type Row = Pick<VorigPlan, 'vastgesteldOp' | 'samenvatting' | 'besluitvorming'> & { planId: string }

/**
 * The plan that this person of the client side had before the one of now; null when there is none that was his.
 *
 * An older version in the same overleg, or the plan of an earlier overleg of this casus where he had a letter of his
 * own. Each overleg has people of its own: somebody who comes in new has seen nothing of before. K8, T6
 */
export async function findVorigPlan(sql: Query, persoon: Persoon): Promise<VorigPlan | null> {
  const [row] = await sql<Row[]>`
    with nu as (
      select plan.id, plan.overleg_id, plan.vastgesteld_op, overleg.casus_id
      from plan join overleg on overleg.id = plan.overleg_id
      where plan.overleg_id = ${persoon.overlegId}
      order by plan.versie desc limit 1)
    select
      plan.id as "planId", plan.vastgesteld_op as "vastgesteldOp",
      plan.samenvatting, plan.besluitvorming
    from nu
    join overleg on overleg.casus_id = nu.casus_id
    join plan on plan.overleg_id = overleg.id and plan.id <> nu.id
    where plan.vastgesteld_op <= nu.vastgesteld_op
      and overleg.status = 'vastgesteld' and overleg.dicht_op is null
      and overleg.zonder_client_reden is null
      and (overleg.id = nu.overleg_id or ${wasErBij(sql, persoon, isGelezen(sql))})
    order by plan.vastgesteld_op desc, plan.versie desc limit 1`
  if (!row) return null
  const { planId, ...plan } = row
  const momenten = await sql<{ datum: Datum }[]>`
    select datum from monitoringmoment where plan_id = ${planId} order by datum`
  return {
    ...plan,
    acties: await listActies(sql, planId),
    monitoring: momenten.map(({ datum }) => datum),
  }
}

/** When this person is asked to come next in this casus, as far as a letter of his own said so. */
export async function findVolgendeAfspraak(sql: Query, persoon: Persoon): Promise<Date | null> {
  const [row] = await sql<{ geplandOp: Date }[]>`
    select overleg.gepland_op as "geplandOp"
    from overleg
    where overleg.casus_id = (select casus_id from overleg where id = ${persoon.overlegId})
      and overleg.id <> ${persoon.overlegId} and overleg.status = 'gepland'
      and overleg.dicht_op is null and overleg.zonder_client_reden is null
      and overleg.gepland_op > now()
      and ${wasErBij(sql, persoon)}
    order by overleg.gepland_op limit 1`
  return row?.geplandOp ?? null
}

/** A name is not a person: whom the cliënt brings is held to what was once shown to him. K6, T6 */
function isGelezen(sql: Query) {
  return sql`(
    client_persoon.soort = 'client' or (
      client_persoon.weggestuurd_op is null and exists (
        select from audit
        where audit.overleg_id = overleg.id and audit.event = 'plan-read'
          and audit.uitkomst = 'gelukt' and audit.client_persoon_id = client_persoon.id)))`
}

function wasErBij(sql: Query, { soort, naam }: Persoon, hoe = sql`true`) {
  return sql`exists (
    select from client_persoon
    where client_persoon.overleg_id = overleg.id and client_persoon.soort = ${soort}
      and client_persoon.uitgenodigd_op is not null and ${hoe}
      and lower(regexp_replace(trim(client_persoon.naam), '\\s+', ' ', 'g'))
        = lower(regexp_replace(trim(${naam}), '\\s+', ' ', 'g')))`
}
