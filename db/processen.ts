import type { Query } from './connection.ts'

/** Says that this process lives; whoever thought it dead learns better. */
export async function saveProces(sql: Query, procesId: string): Promise<void> {
  await sql`
    insert into proces (id) values (${procesId})
    on conflict (id) do update set gezien_op = now()`
}

/** What dead processes said about who is here goes with them. */
export async function removeDeadProcessen(sql: Query): Promise<void> {
  await sql`delete from proces where gezien_op < now() - interval '15 seconds'`
}

export async function removeProces(sql: Query, procesId: string): Promise<void> {
  await sql`delete from proces where id = ${procesId}`
}
