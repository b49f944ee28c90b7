import type { Transaction } from './connection.ts'
import type { Casus } from './overleggen.ts'

/** Finds a casus by its number, or makes it. Null when that number belongs to somebody else. */
export async function findOrCreateCasus(
  sql: Transaction,
  { nummer, initialen, gemeente }: Casus,
): Promise<string | null> {
  // Two people may enter the same number at once: only one makes it, and both read it.
  await sql`
    insert into casus (nummer, initialen, gemeente) values (${nummer}, ${initialen}, ${gemeente})
    on conflict (nummer) do nothing`
  const [row] = await sql<{ id: string }[]>`
    select id from casus
    where nummer = ${nummer} and initialen = ${initialen} and gemeente = ${gemeente}`
  return row?.id ?? null
}
