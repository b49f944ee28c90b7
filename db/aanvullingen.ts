import type { Document } from '#domain/document.ts'
import type { Query, Transaction } from './connection.ts'
import { isUuid } from './uuid.ts'

export type AanvullingRij = {
  id: string
  naam: string
  organisatie: string
  tekst: string
  op: Date
}

/** Whoever may read the document may read these; the caller has asked. D3 */
export function listAanvullingen(
  sql: Query,
  { overlegId, document }: { overlegId: string; document: Document },
): Promise<AanvullingRij[]> {
  return sql<AanvullingRij[]>`
    select
      aanvulling.id, gebruiker.naam, organisatie.naam as organisatie, aanvulling.tekst,
      aanvulling.created_at as op
    from aanvulling
    join gebruiker on gebruiker.id = aanvulling.gebruiker_id
    join organisatie on organisatie.id = gebruiker.organisatie_id
    where aanvulling.overleg_id = ${isUuid(overlegId) ? overlegId : null}
      and aanvulling.document = ${document}
    order by aanvulling.created_at, aanvulling.id`
}

type NieuweAanvulling = {
  overlegId: string
  document: Document
  gebruikerId: string
  tekst: string
}

export async function createAanvulling(
  sql: Transaction,
  { overlegId, document, gebruikerId, tekst }: NieuweAanvulling,
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into aanvulling (overleg_id, document, gebruiker_id, tekst)
    values (${overlegId}, ${document}, ${gebruikerId}, ${tekst})
    returning id`
  if (!row) throw new Error('An insert that returns gives a row')
  return row.id
}
