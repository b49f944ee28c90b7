import type { Query, Sql, Transaction } from './connection.ts'

/** By the clock of the database, and of this moment: a transaction that waited for its lock began earlier. K4 */
export function isBesloten(sql: Query) {
  return sql`coalesce(overleg.besloten_tot > clock_timestamp(), false)`
}

/** For who may know it; null when the cliënt is not alone. */
export async function findBeslotenTot(sql: Query, overlegId: string): Promise<Date | null> {
  const [row] = await sql<{ tot: Date | null }[]>`
    select case when ${isBesloten(sql)} then besloten_tot end as tot from overleg
    where id = ${overlegId}`
  return row?.tot ?? null
}

export async function startBesloten(sql: Transaction, overlegId: string, minuten: number) {
  await sql`
    update overleg set besloten_tot = clock_timestamp() + make_interval(mins => ${minuten})
    where id = ${overlegId}`
}

export async function endBesloten(sql: Transaction, overlegId: string) {
  await sql`update overleg set besloten_tot = null where id = ${overlegId}`
}

/**
 * Ends what is over, in the record too; answers how many. Rights are judged by the clock without it: this is what tells.
 *
 * Who holds the row is changing the overleg at this moment: it is found again a moment later.
 */
export async function endVerstrekenBesloten(sql: Sql): Promise<number> {
  const rows = await sql`
    with voorbij as (
      select id from overleg where besloten_tot <= now() order by id
      for no key update skip locked
    ),
    geeindigd as (
      update overleg set besloten_tot = null from voorbij where overleg.id = voorbij.id returning overleg.id
    )
    insert into audit (event, overleg_id, details)
    select 'besloten-ended', id, '{"door": "tijd"}' from geeindigd
    returning 1`
  return rows.count
}
