import type { Query } from './connection.ts'

/** Tries that cost nothing extra, and how long a try may have to wait for its turn. */
const VRIJE_POGINGEN = 5
const LANGSTE_PAUZE_IN_SECONDEN = 1
const LANGSTE_WACHT_IN_SECONDEN = 4

/**
 * Gives this try its turn, and says how long to wait for it; null when too many wait already.
 *
 * Counted before the password is looked at, so that tries at once do not slip past. In PostgreSQL, so that a second
 * process or a restart does not give new tries.
 */
export async function takeBeurt(sql: Query, sleutel: string): Promise<number | null> {
  await sql`delete from inlogrem where laatst_op < now() - interval '15 minutes'`
  const [row] = await sql<{ wachten: number }[]>`
    insert into inlogrem as rem (sleutel) values (${sleutel})
    on conflict (sleutel) do update set
      pogingen = rem.pogingen + 1,
      laatst_op = now(),
      beurt_op = greatest(rem.beurt_op, now()) + case
        when rem.pogingen < ${VRIJE_POGINGEN} then interval '0'
        else make_interval(secs => least(
          0.25 * power(2, least(rem.pogingen - ${VRIJE_POGINGEN}, 10)), ${LANGSTE_PAUZE_IN_SECONDEN}))
      end
    where rem.beurt_op < now() + make_interval(secs => ${LANGSTE_WACHT_IN_SECONDEN})
    returning greatest(0, extract(epoch from beurt_op - now()))::float8 as wachten`
  return row ? row.wachten : null
}

export async function clearBeurten(sql: Query, sleutels: readonly string[]) {
  await sql`delete from inlogrem where sleutel = any(${[...sleutels]})`
}

const POGINGEN = 5

/**
 * For what is short and can be guessed; false when it must be quiet for a quarter of an hour first.
 *
 * Counted before it is looked at. Nobody waits in line here: of a million codes, three are right at any moment.
 */
export async function takePoging(sql: Query, sleutel: string): Promise<boolean> {
  await sql`delete from inlogrem where laatst_op < now() - interval '15 minutes'`
  const rows = await sql`
    insert into inlogrem as rem (sleutel) values (${sleutel})
    on conflict (sleutel) do update set pogingen = rem.pogingen + 1, laatst_op = now()
    where rem.pogingen < ${POGINGEN}`
  return rows.count === 1
}
