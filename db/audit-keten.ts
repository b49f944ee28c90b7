import type { Query } from './connection.ts'

export type Schakel = { nr: number; hash: string }

/** The last link of the chain; null when nothing was ever recorded. */
export async function findLaatsteSchakel(sql: Query): Promise<Schakel | null> {
  const [row] = await sql<Schakel[]>`
    select nr::float8 as nr, encode(hash, 'hex') as hash from audit_keten order by nr desc limit 1`
  return row ?? null
}

export async function findSchakel(sql: Query, nr: number): Promise<Schakel | null> {
  const [row] = await sql<Schakel[]>`
    select nr::float8 as nr, encode(hash, 'hex') as hash from audit_keten where nr = ${nr}`
  return row ?? null
}

/** The parts of a row as text, in the order of audit_tekst: see 0002_verslaglegging.sql. */
const DELEN = [
  'id',
  'event',
  'wat',
  'uitkomst',
  'overleg',
  'gebruiker',
  'organisatie',
  'client',
  'details',
  'tijd',
] as const
type Row = Omit<Geketend, 'delen'> & Record<(typeof DELEN)[number], string | null>

/** A link and its row as text. */
export type Geketend = {
  nr: number
  auditId: string
  rij: string
  hash: string
  /** Null: there is no such row. */
  delen: (string | null)[] | null
}

/** All links in order, a thousand at a time. */
export async function* readKeten(sql: Query): AsyncIterable<Geketend[]> {
  const batches = sql<Row[]>`
    select audit_keten.nr::float8 as nr, audit_keten.audit_id::text as "auditId",
      encode(audit_keten.rij, 'hex') as rij, encode(audit_keten.hash, 'hex') as hash,
      audit.id::text as id, event, wat, uitkomst, overleg_id::text as overleg,
      gebruiker_id::text as gebruiker, organisatie_id::text as organisatie,
      client_persoon_id::text as client, details::text as details,
      (extract(epoch from created_at) * 1000000)::bigint::text as tijd
    from audit_keten left join audit on audit.id = audit_keten.audit_id
    order by audit_keten.nr`.cursor(1000)
  for await (const rows of batches) yield rows.map(toGeketend)
}

function toGeketend({ nr, auditId, rij, hash, ...row }: Row): Geketend {
  // Not as an array of PostgreSQL: there null comes back as a word.
  const delen = row.id === null ? null : DELEN.map((deel) => row[deel])
  return { nr, auditId, rij, hash, delen }
}

/** Rows that no link holds: at most so many of them. */
export async function listLosseRijen(sql: Query, most: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select audit.id::text as id from audit
    where not exists (select from audit_keten where audit_id = audit.id)
    order by audit.id limit ${most}`
  return rows.map(({ id }) => id)
}
