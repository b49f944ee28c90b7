import type { Query } from './connection.ts'

type TotpRij = { geheim: Uint8Array; laatsteStap: number }

export async function findTotp(sql: Query, gebruikerId: string): Promise<TotpRij | null> {
  const [row] = await sql<TotpRij[]>`
    select geheim, laatste_stap::float8 as "laatsteStap" from totp
    where gebruiker_id = ${gebruikerId}`
  return row ?? null
}

type Nieuw = { gebruikerId: string; geheim: Uint8Array; stap: number }

/** The code that proved it was the first of this secret, and is not taken again. */
export async function saveTotp(sql: Query, { gebruikerId, geheim, stap }: Nieuw) {
  await sql`
    insert into totp (gebruiker_id, geheim, laatste_stap)
    values (${gebruikerId}, ${Buffer.from(geheim)}, ${stap})
    on conflict (gebruiker_id) do update set
      geheim = excluded.geheim, laatste_stap = excluded.laatste_stap, created_at = now()`
}

/** True for one of those who come with a code of this step, or of one before it. */
export async function takeStap(
  sql: Query,
  { gebruikerId, stap }: { gebruikerId: string; stap: number },
): Promise<boolean> {
  const rows = await sql`
    update totp set laatste_stap = ${stap}
    where gebruiker_id = ${gebruikerId} and laatste_stap < ${stap}`
  return rows.count === 1
}

export async function removeTotp(sql: Query, gebruikerId: string): Promise<boolean> {
  return (await sql`delete from totp where gebruiker_id = ${gebruikerId}`).count === 1
}
