import type { Query } from './connection.ts'

/** Whether anybody in this database has a password that everybody knows. */
export async function hasDemoAccounts(sql: Query): Promise<boolean> {
  const rows = await sql`
    select from gebruiker
    where email like '%@demo.focustafel.nl' and uitgeschakeld_op is null limit 1`
  return rows.count > 0
}
