import type { Query } from './connection.ts'

/** What the wachtkamer may say: when, and whom to call. T3, T7 */
export type Afspraak = {
  geplandOp: Date
  /** When the moment was last changed. T7 */
  verplaatstOp: Date | null
  contact: { naam: string; telefoon: string }
}

export async function findAfspraak(sql: Query, overlegId: string): Promise<Afspraak | null> {
  const [row] = await sql<
    { geplandOp: Date; verplaatstOp: Date | null; naam: string; telefoon: string }[]
  >`
    select
      overleg.gepland_op as "geplandOp", overleg.verplaatst_op as "verplaatstOp",
      gebruiker.naam, gebruiker.telefoon
    from overleg
    join deelnemer on deelnemer.overleg_id = overleg.id and deelnemer.rol = 'procesregisseur'
    join gebruiker on gebruiker.id = deelnemer.gebruiker_id
    where overleg.id = ${overlegId}
    order by deelnemer.created_at, deelnemer.id
    limit 1`
  if (!row) return null
  const { naam, telefoon, ...wanneer } = row
  return { ...wanneer, contact: { naam, telefoon } }
}

/** The room of the table with the cliënt. Only for who sits at that table now; the other room is never asked for here. */
export async function findLinkTafel(sql: Query, overlegId: string): Promise<string | null> {
  const [row] = await sql<{ link: string | null }[]>`
    select link_tafel as link from overleg where id = ${overlegId} and tafel = 'met-client'`
  return row?.link ?? null
}
