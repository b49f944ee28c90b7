import type { Query } from './connection.ts'
import { isUuid } from './uuid.ts'

export type Passkey = {
  id: string
  gebruikerId: string
  sleutelId: string
  publiekeSleutel: Uint8Array
  teller: number
}

/** By the name that browsers give it; null also when its owner's account is switched off. */
export async function findPasskey(sql: Query, sleutelId: string): Promise<Passkey | null> {
  const [row] = await sql<Passkey[]>`
    select passkey.id, gebruiker_id as "gebruikerId", sleutel_id as "sleutelId",
      publieke_sleutel as "publiekeSleutel", teller::float8 as teller
    from passkey join gebruiker on gebruiker.id = passkey.gebruiker_id
    where sleutel_id = ${sleutelId} and gebruiker.uitgeschakeld_op is null`
  return row ?? null
}

type PasskeyRegel = {
  id: string
  sleutelId: string
  naam: string
  sinds: Date
  gebruiktOp: Date | null
}

export function listPasskeys(sql: Query, gebruikerId: string): Promise<PasskeyRegel[]> {
  return sql<PasskeyRegel[]>`
    select id, sleutel_id as "sleutelId", naam, created_at as sinds, gebruikt_op as "gebruiktOp"
    from passkey where gebruiker_id = ${gebruikerId} order by created_at, id`
}

type Nieuw = Omit<Passkey, 'id'> & { naam: string }

/** False when it is there already. */
export async function insertPasskey(sql: Query, nieuw: Nieuw): Promise<boolean> {
  const rows = await sql`
    insert into passkey (gebruiker_id, sleutel_id, publieke_sleutel, teller, naam)
    values (${nieuw.gebruikerId}, ${nieuw.sleutelId}, ${Buffer.from(nieuw.publiekeSleutel)},
      ${nieuw.teller}, ${nieuw.naam})
    on conflict (sleutel_id) do nothing`
  return rows.count === 1
}

/** False when its counter did not rise: somebody has a copy of it. One that does not count stays at 0. */
export async function takeTeller(
  sql: Query,
  { id, teller }: { id: string; teller: number },
): Promise<boolean> {
  const rows = await sql`
    update passkey set teller = ${teller}, gebruikt_op = now()
    where id = ${id} and (teller < ${teller} or (teller = 0 and ${teller} = 0))`
  return rows.count === 1
}

export async function removePasskey(
  sql: Query,
  { gebruikerId, passkeyId }: { gebruikerId: string; passkeyId: string },
): Promise<boolean> {
  if (!isUuid(passkeyId)) return false
  const rows = await sql`
    delete from passkey where id = ${passkeyId} and gebruiker_id = ${gebruikerId}`
  return rows.count === 1
}

export async function removePasskeys(sql: Query, gebruikerId: string): Promise<number> {
  return (await sql`delete from passkey where gebruiker_id = ${gebruikerId}`).count
}
