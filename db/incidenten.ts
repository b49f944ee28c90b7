import type { Transaction } from './connection.ts'

/** Started by Dicht nu. T8 */
export async function startIncident(
  sql: Transaction,
  { overlegId, gebruikerId }: { overlegId: string; gebruikerId: string },
): Promise<void> {
  await sql`
    insert into incident (overleg_id, begonnen_door) values (${overlegId}, ${gebruikerId})`
}

export async function closeIncident(
  sql: Transaction,
  { overlegId, toelichting }: { overlegId: string; toelichting: string },
): Promise<void> {
  await sql`
    update incident set heropend_op = now(), toelichting = ${toelichting}
    where overleg_id = ${overlegId} and heropend_op is null`
}
