import type { Query } from './connection.ts'

/** An open socket of a professional or of a browser of the client side. */
export type Aanwezige = { id: string; overlegId: string } & (
  | { gebruikerId: string; clientSessieId: null }
  | { gebruikerId: null; clientSessieId: string }
)

export async function insertAanwezige(sql: Query, procesId: string, aanwezige: Aanwezige) {
  const { id, overlegId, gebruikerId, clientSessieId } = aanwezige
  await sql`
    insert into aanwezigheid (id, proces_id, overleg_id, gebruiker_id, client_sessie_id)
    values (${id}, ${procesId}, ${overlegId}, ${gebruikerId}, ${clientSessieId})
    on conflict (id) do nothing`
}

export async function removeAanwezigen(sql: Query, ids: readonly string[]) {
  await sql`delete from aanwezigheid where id = any(${[...ids]}::uuid[])`
}

export async function listAanwezigeIds(sql: Query, procesId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from aanwezigheid where proces_id = ${procesId}`
  return rows.map(({ id }) => id)
}
