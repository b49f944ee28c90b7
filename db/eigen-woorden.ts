import type { Woordveld, Woordversies } from '#domain/antwoord.ts'
import type { Query, Transaction } from './connection.ts'

/** What the client side wrote in its own words, word for word; version 0 is what nobody has written yet. K3 */
export async function findEigenWoorden(sql: Query, overlegId: string): Promise<Woordversies> {
  const rows = await sql<{ veld: Woordveld; tekst: string; versie: number }[]>`
    select veld, tekst, versie from eigen_woorden where overleg_id = ${overlegId}`
  const woorden: Woordversies = { wil: { tekst: '', versie: 0 }, anders: { tekst: '', versie: 0 } }
  for (const { veld, tekst, versie } of rows) woorden[veld] = { tekst, versie }
  return woorden
}

/** Answers with its new version. Nobody else saves while the overleg is locked. */
export async function saveEigenWoorden(
  sql: Transaction,
  { overlegId, veld, tekst }: { overlegId: string; veld: Woordveld; tekst: string },
): Promise<number> {
  const [row] = await sql<{ versie: number }[]>`
    insert into eigen_woorden (overleg_id, veld, tekst, versie)
    values (${overlegId}, ${veld}, ${tekst}, 1)
    on conflict (overleg_id, veld)
    do update set tekst = excluded.tekst, versie = eigen_woorden.versie + 1
    returning versie`
  if (!row) throw new Error('An insert that returns gives a row')
  return row.versie
}
