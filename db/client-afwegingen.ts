import type { Afwegingsuitkomst, Afwegingsvoorstel } from '#domain/afweging.ts'
import type { ZonderClientReden } from '#domain/tafel.ts'
import type { Query, Transaction } from './connection.ts'

/** A proposal to hold an overleg without the cliënt, or with him after all, and what became of it. F7 */
export type AfwegingRij = {
  id: string
  voorstel: Afwegingsvoorstel['voorstel']
  reden: ZonderClientReden | null
  toelichting: string
  voorgesteldDoor: string
  voorgesteldOp: Date
  /** Null while it waits for its answer, and the three below with it. */
  uitkomst: Afwegingsuitkomst | null
  uitkomstReden: string
  beslotenDoor: string | null
  beslotenOp: Date | null
}

/** The newest first. */
export function listAfwegingen(sql: Query, overlegId: string): Promise<AfwegingRij[]> {
  return sql<AfwegingRij[]>`
    select afweging.id, afweging.voorstel, afweging.reden, afweging.toelichting,
      voorsteller.naam as "voorgesteldDoor", afweging.voorgesteld_op as "voorgesteldOp",
      afweging.uitkomst, afweging.uitkomst_reden as "uitkomstReden",
      beslisser.naam as "beslotenDoor", afweging.besloten_op as "beslotenOp"
    from client_afweging as afweging
    join gebruiker as voorsteller on voorsteller.id = afweging.voorgesteld_door
    left join gebruiker as beslisser on beslisser.id = afweging.besloten_door
    where afweging.overleg_id = ${overlegId}
    order by afweging.voorgesteld_op desc, afweging.id`
}

/** The one that waits for its answer. */
export async function findOpenAfweging(sql: Query, overlegId: string): Promise<AfwegingRij | null> {
  const rows = await listAfwegingen(sql, overlegId)
  return rows.find(({ uitkomst }) => uitkomst === null) ?? null
}

type Nieuw = { overlegId: string; gebruikerId: string; voorstel: Afwegingsvoorstel }

export async function insertAfweging(sql: Transaction, nieuw: Nieuw): Promise<string> {
  const { overlegId, gebruikerId, voorstel } = nieuw
  const zonder = voorstel.voorstel === 'zonder' ? voorstel : null
  const [row] = await sql<{ id: string }[]>`
    insert into client_afweging (overleg_id, voorstel, reden, toelichting, voorgesteld_door)
    values (${overlegId}, ${voorstel.voorstel}, ${zonder?.reden ?? null},
      ${zonder?.toelichting ?? ''}, ${gebruikerId})
    returning id`
  if (!row) throw new Error('An insert that returns gives a row')
  return row.id
}

type Besluit = { id: string; uitkomst: Afwegingsuitkomst; reden: string; gebruikerId: string }

export async function saveUitkomst(sql: Transaction, besluit: Besluit): Promise<void> {
  const { id, uitkomst, reden, gebruikerId } = besluit
  await sql`
    update client_afweging set uitkomst = ${uitkomst}, uitkomst_reden = ${reden},
      besloten_door = ${gebruikerId}, besloten_op = now()
    where id = ${id} and uitkomst is null`
}

type Zonder = { reden: ZonderClientReden; toelichting: string } | null

/** What rights follow: only a proposal that was confirmed changes it. F7 */
export async function saveZonderClient(sql: Transaction, overlegId: string, zonder: Zonder) {
  await sql`
    update overleg set zonder_client_reden = ${zonder?.reden ?? null},
      zonder_client_toelichting = ${zonder?.toelichting ?? ''}
    where id = ${overlegId}`
}
