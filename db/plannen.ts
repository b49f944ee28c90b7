import type { EigenWoorden, Gegeven, Zinantwoord } from '#domain/antwoord.ts'
import type { Blok } from '#domain/inhoud.ts'
import type { Monitoringmoment } from '#domain/monitoring.ts'
import { type ActieRij, listActies } from './acties.ts'
import type { Query, Transaction } from './connection.ts'
import { isUuid } from './uuid.ts'

export type Plan = {
  planId: string
  versie: number
  vastgesteldOp: Date
  casushouder: { naam: string; organisatie: string; telefoon: string }
  samenvatting: Blok[]
  besluitvorming: Blok[]
  /** What the cliënt said at the table, as it was at vaststellen. K3 */
  eigenWoorden: EigenWoorden
  zinantwoorden: Gegeven<Zinantwoord>[]
  acties: ActieRij[]
  monitoring: Monitoringmoment[]
}

type Row = Omit<Plan, 'casushouder' | 'eigenWoorden' | 'acties' | 'monitoring'> &
  Plan['casushouder'] &
  EigenWoorden

/** The newest vastgesteld version, with what became of its acties. Who may read it is for the caller to ask. */
export async function findPlan(sql: Query, overlegId: string): Promise<Plan | null> {
  if (!isUuid(overlegId)) return null
  const [row] = await sql<Row[]>`
    select
      plan.id as "planId", plan.versie, plan.vastgesteld_op as "vastgesteldOp",
      plan.samenvatting, plan.besluitvorming, plan.wil, plan.anders, plan.zinantwoorden,
      gebruiker.naam, organisatie.naam as organisatie, gebruiker.telefoon
    from plan
    join deelnemer on deelnemer.id = plan.casushouder_id
    join gebruiker on gebruiker.id = deelnemer.gebruiker_id
    join organisatie on organisatie.id = gebruiker.organisatie_id
    where plan.overleg_id = ${overlegId}
    order by plan.versie desc limit 1`
  if (!row) return null

  const { naam, organisatie, telefoon, wil, anders, ...plan } = row
  return {
    ...plan,
    casushouder: { naam, organisatie, telefoon },
    eigenWoorden: { wil, anders },
    acties: await listActies(sql, plan.planId),
    monitoring: await sql<Monitoringmoment[]>`
      select termijn, datum from monitoringmoment where plan_id = ${plan.planId} order by datum`,
  }
}

type NieuwPlan = {
  overlegId: string
  casushouderId: string
  samenvatting: Blok[]
  besluitvorming: Blok[]
  eigenWoorden: EigenWoorden
  zinantwoorden: Gegeven<Zinantwoord>[]
  vastgesteldOp: Date
}

/** A version is never changed; the database keeps it so. P1 */
export async function insertPlan(sql: Transaction, plan: NieuwPlan): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into plan (
      overleg_id, versie, casushouder_id, samenvatting, besluitvorming, wil, anders, zinantwoorden, vastgesteld_op)
    select
      ${plan.overlegId}, coalesce(max(versie), 0) + 1, ${plan.casushouderId},
      ${sql.json(plan.samenvatting)}, ${sql.json(plan.besluitvorming)},
      ${plan.eigenWoorden.wil}, ${plan.eigenWoorden.anders}, ${sql.json(plan.zinantwoorden)},
      ${plan.vastgesteldOp}
    from plan where overleg_id = ${plan.overlegId}
    returning id`
  if (!row) throw new Error('An insert that returns gives a row')
  return row.id
}

export async function insertMonitoring(
  sql: Transaction,
  planId: string,
  momenten: readonly Monitoringmoment[],
): Promise<void> {
  for (const { termijn, datum } of momenten) {
    await sql`
      insert into monitoringmoment (plan_id, termijn, datum) values (${planId}, ${termijn}, ${datum})`
  }
}
