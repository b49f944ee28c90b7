import type { Query } from './connection.ts'

export async function findHerstelcodeHash(
  sql: Query,
  { gebruikerId, nummer }: { gebruikerId: string; nummer: number },
): Promise<string | null> {
  const [row] = await sql<{ hash: string }[]>`
    select code_hash as hash from herstelcode
    where gebruiker_id = ${gebruikerId} and nummer = ${nummer} and gebruikt_op is null`
  return row?.hash ?? null
}

/** A new set; the codes of the one before it are dead. */
export async function saveHerstelcodes(
  sql: Query,
  { gebruikerId, hashes }: { gebruikerId: string; hashes: readonly string[] },
) {
  await removeHerstelcodes(sql, gebruikerId)
  await sql`
    insert into herstelcode (gebruiker_id, nummer, code_hash)
    select ${gebruikerId}, nummer, hash
    from unnest(${[...hashes]}::text[]) with ordinality as t (hash, nummer)`
}

/** True for one of those who come with the same code. */
export async function takeHerstelcode(
  sql: Query,
  { gebruikerId, nummer, hash }: { gebruikerId: string; nummer: number; hash: string },
): Promise<boolean> {
  const rows = await sql`
    update herstelcode set gebruikt_op = now()
    where gebruiker_id = ${gebruikerId} and nummer = ${nummer}
      and code_hash = ${hash} and gebruikt_op is null`
  return rows.count === 1
}

export async function removeHerstelcodes(sql: Query, gebruikerId: string) {
  await sql`delete from herstelcode where gebruiker_id = ${gebruikerId}`
}
