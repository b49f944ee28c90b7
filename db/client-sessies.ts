import type { Browser } from '#domain/browsers.ts'
import type { Clientsoort } from '#domain/rol.ts'
import type { Taal } from '#domain/taal.ts'
import type { Signaal } from '#domain/tafel.ts'
import type { Query, Transaction } from './connection.ts'
import { RUST_IN_MINUTEN, SESSIE_IN_UREN, type SessieRij } from './sessies.ts'

/** One browser of the client side, as it is known now. */
export type ClientSessieRij = {
  sessieId: string
  sessieHash: string
  clientPersoonId: string
  overlegId: string
  soort: Clientsoort
  naam: string
  /** Of his letter; this browser may have chosen another. K2 */
  taal: Taal
  metPin: boolean
  heeftPin: boolean
  toegelaten: boolean
  signaal: Signaal | null
  /** The cliënt goes on without this steunpersoon. K6 */
  weggestuurd: boolean
  /** When the letter was made that this browser came in with. */
  uitgenodigdOp: Date | null
}

/** The live sessions among these, with all that their view depends on. S3 */
export function listClientSessies(
  sql: Query,
  hashes: readonly string[],
): Promise<ClientSessieRij[]> {
  return sql<ClientSessieRij[]>`
    select
      client_sessie.id as "sessieId", client_sessie.id_hash as "sessieHash",
      client_persoon.id as "clientPersoonId", client_persoon.overleg_id as "overlegId",
      client_persoon.soort, client_persoon.naam, client_persoon.taal,
      client_sessie.met_pin as "metPin", client_persoon.pin_hash is not null as "heeftPin",
      client_sessie.toegelaten_op is not null as toegelaten, client_sessie.signaal,
      client_persoon.weggestuurd_op is not null as weggestuurd,
      client_persoon.uitgenodigd_op as "uitgenodigdOp"
    from client_sessie join client_persoon on client_persoon.id = client_sessie.client_persoon_id
    where client_sessie.id_hash = any(${[...hashes]})
      and client_sessie.expires_at > now()
      and client_sessie.created_at > now() - make_interval(hours => ${SESSIE_IN_UREN})`
}

export async function findClientSessie(sql: Query, hash: string): Promise<SessieRij | null> {
  const [row] = await sql<SessieRij[]>`
    select id_hash as hash, client_persoon_id as "persoonId", expires_at as "expiresAt"
    from client_sessie
    where id_hash = ${hash} and created_at > now() - make_interval(hours => ${SESSIE_IN_UREN})`
  return row ?? null
}

export function listSessiesVanClient(sql: Query, clientPersoonId: string): Promise<SessieRij[]> {
  return sql<SessieRij[]>`
    select id_hash as hash, client_persoon_id as "persoonId", expires_at as "expiresAt"
    from client_sessie
    where client_persoon_id = ${clientPersoonId}
      and created_at > now() - make_interval(hours => ${SESSIE_IN_UREN})`
}

/** Of one person, in the order in which they came. K11 */
export function listBrowsersVan(sql: Transaction, clientPersoonId: string): Promise<Browser[]> {
  return sql<Browser[]>`
    select id_hash as hash, toegelaten_op is not null as toegelaten, met_pin as "metPin"
    from client_sessie
    where client_persoon_id = ${clientPersoonId}
    order by created_at, id`
}

/** Those of these that still wait: who was let in meanwhile stays. K11 */
export async function removeWachtende(
  sql: Transaction,
  hashes: readonly string[],
): Promise<number> {
  if (hashes.length === 0) return 0
  const rows = await sql`
    delete from client_sessie
    where id_hash = any(${[...hashes]}) and toegelaten_op is null and not met_pin`
  return rows.count
}

export async function createClientSessie(sql: Query, { hash, persoonId, expiresAt }: SessieRij) {
  await sql`
    insert into client_sessie (id_hash, client_persoon_id, expires_at)
    values (${hash}, ${persoonId}, ${expiresAt})`
}

export async function extendClientSessie(sql: Query, hash: string, expiresAt: Date) {
  await sql`update client_sessie set expires_at = ${expiresAt} where id_hash = ${hash}`
}

export async function removeClientSessie(sql: Query, hash: string) {
  await sql`delete from client_sessie where id_hash = ${hash}`
}

export async function removeClientSessies(sql: Query, clientPersoonId: string) {
  await sql`delete from client_sessie where client_persoon_id = ${clientPersoonId}`
}

export async function removeVerlopenClientSessies(sql: Query) {
  await sql`
    delete from client_sessie
    where expires_at < now() or created_at < now() - make_interval(hours => ${SESSIE_IN_UREN})`
}

/** This browser gave code and PIN, both right; false when its session has ended. S5 */
export async function markMetPin(sql: Query, hash: string): Promise<boolean> {
  const rows = await sql`update client_sessie set met_pin = true where id_hash = ${hash}`
  return rows.count === 1
}

/** A browser without JavaScript has no socket: that it asked for the page is how the procesregisseur knows it is there. */
export async function touchClientSessie(sql: Query, hash: string) {
  await sql`update client_sessie set gezien_op = now() where id_hash = ${hash}`
}

export async function setSignaal(sql: Query, sessieId: string, signaal: Signaal | null) {
  await sql`update client_sessie set signaal = ${signaal} where id = ${sessieId}`
}

/** Who waits or sits at the table with an open connection is using it; at most one write in five minutes each. */
export async function extendClientSessies(sql: Query, hashes: readonly string[]) {
  if (hashes.length === 0) return
  await sql`
    update client_sessie set expires_at = now() + make_interval(mins => ${RUST_IN_MINUTEN})
    where id_hash = any(${[...hashes]})
      and expires_at > now()
      and expires_at < now() + make_interval(mins => ${RUST_IN_MINUTEN - 5})`
}
