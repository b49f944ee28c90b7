import type { OverlegStatus } from '#domain/fase.ts'
import { MAX_POGINGEN } from '#domain/tafel.ts'
import type { Query, Transaction } from './connection.ts'

export type Uitnodiging = {
  clientPersoonId: string
  overlegId: string
  codeHash: string
  pinHash: string | null
  status: OverlegStatus
}

/**
 * The letter that this token belongs to, with one try counted; null when there is none, or no try left.
 *
 * The try is counted before it is judged, in one statement that locks the row: a hundred at once are still five. S5
 */
export async function takePoging(sql: Query, tokenHash: string): Promise<Uitnodiging | null> {
  const [row] = await sql<Uitnodiging[]>`
    update client_persoon set pogingen = pogingen + 1
    from overleg
    where overleg.id = client_persoon.overleg_id
      and client_persoon.token_hash = ${tokenHash} and client_persoon.pogingen < ${MAX_POGINGEN}
    returning
      client_persoon.id as "clientPersoonId", client_persoon.overleg_id as "overlegId",
      client_persoon.code_hash as "codeHash", client_persoon.pin_hash as "pinHash",
      overleg.status`
  return row ?? null
}

/** The same for a browser that came in with the code and now gives the PIN. S5 */
export async function takePinpoging(
  sql: Query,
  clientPersoonId: string,
): Promise<{ pinHash: string | null } | null> {
  const [row] = await sql<{ pinHash: string | null }[]>`
    update client_persoon set pogingen = pogingen + 1
    where id = ${clientPersoonId} and pogingen < ${MAX_POGINGEN}
    returning pin_hash as "pinHash"`
  return row ?? null
}

/** Of the letter with this number, for who typed it; null when there is none. S5 */
export async function findTokenHash(sql: Query, nummerMerk: string): Promise<string | null> {
  const [row] = await sql<{ tokenHash: string }[]>`
    select token_hash as "tokenHash" from client_persoon where nummer_merk = ${nummerMerk}`
  return row?.tokenHash ?? null
}

export async function isGeblokkeerd(sql: Query, tokenHash: string): Promise<boolean> {
  const [row] = await sql`
    select from client_persoon
    where token_hash = ${tokenHash} and pogingen >= ${MAX_POGINGEN}`
  return row !== undefined
}

/** All that could be asked was right: the count starts anew. */
export async function clearPogingen(sql: Query, clientPersoonId: string) {
  await sql`update client_persoon set pogingen = 0 where id = ${clientPersoonId}`
}

/** Right, but not everything was asked: this try does not count. Earlier wrong ones still do. */
export async function returnPoging(sql: Query, clientPersoonId: string) {
  await sql`
    update client_persoon set pogingen = greatest(pogingen - 1, 0) where id = ${clientPersoonId}`
}

type NieuweUitnodiging = {
  clientPersoonId: string
  overlegId: string
  tokenHash: string
  nummerMerk: string
  codeHash: string
}

export async function saveUitnodiging(
  sql: Query,
  { clientPersoonId, overlegId, tokenHash, nummerMerk, codeHash }: NieuweUitnodiging,
): Promise<boolean> {
  const rows = await sql`
    update client_persoon set
      token_hash = ${tokenHash}, nummer_merk = ${nummerMerk}, code_hash = ${codeHash}, pogingen = 0, uitgenodigd_op = now()
    where id = ${clientPersoonId} and overleg_id = ${overlegId}
    returning 1`
  return rows.length === 1
}

export async function savePinHash(sql: Query, clientPersoonId: string, pinHash: string) {
  await sql`update client_persoon set pin_hash = ${pinHash} where id = ${clientPersoonId}`
}

/** Keeps this letter from being replaced until the transaction ends; false when it was. */
export async function holdUitnodiging(sql: Transaction, tokenHash: string): Promise<boolean> {
  const rows = await sql`select 1 from client_persoon where token_hash = ${tokenHash} for update`
  return rows.length === 1
}
