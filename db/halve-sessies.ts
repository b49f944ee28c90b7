import type { Query } from './connection.ts'

/** What is still missing: the second step, or having one at all. */
export type HalveSoort = 'tweede-stap' | 'instellen'

export type HalveSessie = {
  hash: string
  soort: HalveSoort
  gebruikerId: string
  naam: string
  email: string
  organisatie: string
  wachtwoordHash: string
  /** What he set up in it, a moment ago. */
  bewijs: 'totp' | 'passkey' | null
}

const GELDIG_IN_MINUTEN = 10

export async function insertHalveSessie(
  sql: Query,
  { hash, gebruikerId, soort }: Pick<HalveSessie, 'hash' | 'gebruikerId' | 'soort'>,
) {
  await sql`
    delete from halve_sessie
    where created_at < now() - make_interval(mins => ${GELDIG_IN_MINUTEN})`
  await sql`
    insert into halve_sessie (id_hash, gebruiker_id, soort)
    values (${hash}, ${gebruikerId}, ${soort})`
}

export async function findHalveSessie(sql: Query, hash: string): Promise<HalveSessie | null> {
  const [row] = await sql<HalveSessie[]>`
    select halve_sessie.id_hash as hash, halve_sessie.soort, halve_sessie.bewijs, gebruiker.id as "gebruikerId",
      gebruiker.naam, gebruiker.email, organisatie.naam as organisatie,
      gebruiker.wachtwoord_hash as "wachtwoordHash"
    from halve_sessie
    join gebruiker on gebruiker.id = halve_sessie.gebruiker_id
    join organisatie on organisatie.id = gebruiker.organisatie_id
    where halve_sessie.id_hash = ${hash} and gebruiker.uitgeschakeld_op is null
      and halve_sessie.created_at > now() - make_interval(mins => ${GELDIG_IN_MINUTEN})`
  return row ?? null
}

export async function saveBewijs(
  sql: Query,
  { hash, bewijs }: Pick<HalveSessie, 'hash'> & { bewijs: 'totp' | 'passkey' },
) {
  await sql`update halve_sessie set bewijs = ${bewijs} where id_hash = ${hash}`
}

/** True once: half a session becomes one whole session. */
export async function takeHalveSessie(sql: Query, hash: string): Promise<boolean> {
  return (await sql`delete from halve_sessie where id_hash = ${hash}`).count === 1
}

export async function removeHalveSessies(sql: Query, gebruikerId: string) {
  await sql`delete from halve_sessie where gebruiker_id = ${gebruikerId}`
}
