import type { Query } from './connection.ts'
import { isUuid } from './uuid.ts'

/** What Lucia needs to keep a session; the id is known here only by its hash. */
export type SessieRij = { hash: string; persoonId: string; expiresAt: Date }

/** The end that no use postpones. */
export const SESSIE_IN_UREN = 12

/** A session ends after this long without use. */
export const RUST_IN_MINUTEN = 30

export async function findSessie(sql: Query, hash: string): Promise<SessieRij | null> {
  const [row] = await sql<SessieRij[]>`
    select sessie.id_hash as hash, sessie.gebruiker_id as "persoonId", sessie.expires_at as "expiresAt"
    from sessie join gebruiker on gebruiker.id = sessie.gebruiker_id
    where sessie.id_hash = ${hash}
      and sessie.created_at > now() - make_interval(hours => ${SESSIE_IN_UREN})
      and gebruiker.uitgeschakeld_op is null`
  return row ?? null
}

export function listSessies(sql: Query, gebruikerId: string): Promise<SessieRij[]> {
  return sql<SessieRij[]>`
    select id_hash as hash, gebruiker_id as "persoonId", expires_at as "expiresAt"
    from sessie
    where gebruiker_id = ${gebruikerId}
      and created_at > now() - make_interval(hours => ${SESSIE_IN_UREN})`
}

type Nieuw = SessieRij & {
  /** In plain words, as browserTekst gives them. */
  browser: string
  bevestigdOp: Date | null
}

export async function createSessie(
  sql: Query,
  { hash, persoonId, expiresAt, browser, bevestigdOp }: Nieuw,
) {
  await sql`
    insert into sessie (id_hash, gebruiker_id, expires_at, browser, bevestigd_op)
    values (${hash}, ${persoonId}, ${expiresAt}, ${browser}, ${bevestigdOp})`
}

/** Who proved again who he is goes on under a new id; the old one is dead, and its end stays where it was. */
export async function replaceSessie(
  sql: Query,
  { oud, nieuw }: { oud: string; nieuw: string },
): Promise<boolean> {
  const rows = await sql`
    update sessie set id_hash = ${nieuw}, bevestigd_op = now() where id_hash = ${oud}`
  return rows.count === 1
}

type SessieRegel = { id: string; hash: string; browser: string; sinds: Date; gebruikt: Date }

/** For its owner: where he is signed in. */
export function listSessieRegels(sql: Query, gebruikerId: string): Promise<SessieRegel[]> {
  return sql<SessieRegel[]>`
    select id, id_hash as hash, browser, created_at as sinds,
      expires_at - make_interval(mins => ${RUST_IN_MINUTEN}) as gebruikt
    from sessie
    where gebruiker_id = ${gebruikerId} and expires_at > now()
      and created_at > now() - make_interval(hours => ${SESSIE_IN_UREN})
    order by expires_at desc, id`
}

export async function removeEigenSessie(
  sql: Query,
  { gebruikerId, sessieId }: { gebruikerId: string; sessieId: string },
): Promise<boolean> {
  if (!isUuid(sessieId)) return false
  const rows = await sql`
    delete from sessie where id = ${sessieId} and gebruiker_id = ${gebruikerId}`
  return rows.count === 1
}

export async function removeAndereSessies(
  sql: Query,
  { gebruikerId, behalve }: { gebruikerId: string; behalve: string },
): Promise<number> {
  const rows = await sql`
    delete from sessie where gebruiker_id = ${gebruikerId} and id_hash <> ${behalve}`
  return rows.count
}

export async function extendSessie(sql: Query, hash: string, expiresAt: Date) {
  await sql`update sessie set expires_at = ${expiresAt} where id_hash = ${hash}`
}

export async function removeSessie(sql: Query, hash: string) {
  await sql`delete from sessie where id_hash = ${hash}`
}

export async function removeSessies(sql: Query, gebruikerId: string) {
  await sql`delete from sessie where gebruiker_id = ${gebruikerId}`
}

export async function removeVerlopenSessies(sql: Query) {
  await sql`
    delete from sessie
    where expires_at < now() or created_at < now() - make_interval(hours => ${SESSIE_IN_UREN})`
}

/** Which of these sessions still count, in one question. S3 */
export async function listLevendeSessies(
  sql: Query,
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows = await sql<{ hash: string }[]>`
    select sessie.id_hash as hash
    from sessie join gebruiker on gebruiker.id = sessie.gebruiker_id
    where sessie.id_hash = any(${[...hashes]})
      and sessie.expires_at > now()
      and sessie.created_at > now() - make_interval(hours => ${SESSIE_IN_UREN})
      and gebruiker.uitgeschakeld_op is null`
  return new Set(rows.map(({ hash }) => hash))
}

/** Keeps sessions alive that are used over an open connection; at most one write in five minutes each. */
export async function extendSessies(sql: Query, hashes: readonly string[]) {
  if (hashes.length === 0) return
  await sql`
    update sessie set expires_at = now() + make_interval(mins => ${RUST_IN_MINUTEN})
    where id_hash = any(${[...hashes]})
      and expires_at > now()
      and expires_at < now() + make_interval(mins => ${RUST_IN_MINUTEN - 5})`
}
