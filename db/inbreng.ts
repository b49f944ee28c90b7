import type { InbrengRij } from '#domain/inbreng.ts'
import type { Deelname } from '#domain/rol.ts'
import type { Query, Transaction } from './connection.ts'
import { isUuid } from './uuid.ts'

type Auteur = { naam: string; organisatie: string; deelname: Deelname }
/** What the cliënt is asked, without the text. `sleutel` names this asking, and says nothing. K5 */
export type Inbrengvraag = Auteur & { id: string; sleutel: string; onderwerp: string }

/** Of one deelnemer alone: nobody else's is ever asked for. */
export function listEigenInbreng(sql: Query, deelnemerId: string): Promise<InbrengRij[]> {
  return sql<InbrengRij[]>`
    select id, onderwerp, tekst, keren, gevraagd_op is not null as gevraagd
    from inbreng where deelnemer_id = ${deelnemerId} order by created_at, id`
}

type Eigen = { inbrengId: string; deelnemerId: string }

export async function findEigenInbreng(
  sql: Transaction,
  { inbrengId, deelnemerId }: Eigen,
): Promise<InbrengRij | null> {
  if (!isUuid(inbrengId)) return null
  const eigen = await listEigenInbreng(sql, deelnemerId)
  return eigen.find(({ id }) => id === inbrengId) ?? null
}

type Woorden = { onderwerp: string; tekst: string }

export async function insertInbreng(
  sql: Transaction,
  {
    overlegId,
    deelnemerId,
    onderwerp,
    tekst,
  }: Woorden & { overlegId: string; deelnemerId: string },
) {
  await sql`
    insert into inbreng (overleg_id, deelnemer_id, onderwerp, tekst)
    values (${overlegId}, ${deelnemerId}, ${onderwerp}, ${tekst})`
}

export async function saveInbreng(sql: Transaction, id: string, { onderwerp, tekst }: Woorden) {
  await sql`update inbreng set onderwerp = ${onderwerp}, tekst = ${tekst} where id = ${id}`
}

export async function removeInbreng(sql: Transaction, id: string) {
  await sql`delete from inbreng where id = ${id}`
}

export async function askInbreng(sql: Transaction, id: string) {
  await sql`
    update inbreng set keren = keren + 1, gevraagd_op = clock_timestamp() where id = ${id}`
}

/** Answered with nee, or taken back by its author. */
export async function closeInbreng(sql: Transaction, id: string) {
  await sql`update inbreng set gevraagd_op = null where id = ${id}`
}

/** What was asked and not answered, the oldest first; whether it may be shown is for isVraagOpen to say. */
export async function listInbrengvragen(sql: Query, overlegId: string): Promise<Inbrengvraag[]> {
  const rows = await sql<(Omit<Inbrengvraag, 'deelname'> & Deelname)[]>`
    select
      inbreng.id, inbreng.onderwerp, gebruiker.naam, organisatie.naam as organisatie,
      left(encode(sha256(convert_to(inbreng.id::text || inbreng.keren, 'UTF8')), 'hex'), 16) as sleutel,
      deelnemer.rol, deelnemer.keuze,
      (organisatie.convenant_getekend_op is not null
        or deelnemer.verklaring_getekend_op is not null) as toegelaten
    from inbreng
    join deelnemer on deelnemer.id = inbreng.deelnemer_id
    join gebruiker on gebruiker.id = deelnemer.gebruiker_id and gebruiker.uitgeschakeld_op is null
    join organisatie on organisatie.id = gebruiker.organisatie_id
    where inbreng.overleg_id = ${overlegId} and inbreng.gevraagd_op is not null
    order by inbreng.gevraagd_op, inbreng.id`
  return rows.map(({ rol, keuze, toegelaten, ...vraag }) => ({
    ...vraag,
    deelname: { rol, keuze, toegelaten },
  }))
}

/** Its words, and with them its row is gone: they are said once. */
export async function takeInbreng(sql: Transaction, id: string): Promise<string> {
  const [row] = await sql<{ tekst: string }[]>`
    delete from inbreng where id = ${id} returning tekst`
  if (!row) throw new Error('Found under the lock that it is taken under')
  return row.tekst
}
