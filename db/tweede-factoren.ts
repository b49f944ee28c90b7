import type { Query } from './connection.ts'

/** What somebody has beside his password; `herstelcodes` are those that were not used yet. */
export type Factoren = { totp: boolean; passkeys: number; herstelcodes: number }

export async function findFactoren(sql: Query, gebruikerId: string): Promise<Factoren> {
  const [row] = await sql<Factoren[]>`
    select
      exists (select from totp where gebruiker_id = ${gebruikerId}) as totp,
      (select count(*)::int from passkey where gebruiker_id = ${gebruikerId}) as passkeys,
      (select count(*)::int from herstelcode
        where gebruiker_id = ${gebruikerId} and gebruikt_op is null) as herstelcodes`
  return row ?? { totp: false, passkeys: 0, herstelcodes: 0 }
}

export function heeftFactor({ totp, passkeys }: Factoren): boolean {
  return totp || passkeys > 0
}

/** Keeps everybody else from changing this person's factors until the transaction ends. */
export async function lockGebruiker(sql: Query, gebruikerId: string) {
  await sql`select from gebruiker where id = ${gebruikerId} for no key update`
}
