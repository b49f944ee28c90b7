import type postgres from 'postgres'
import type { Query } from './connection.ts'

type Audit = {
  /** `noun-verbed`, as in `fase-advanced`. */
  event: string
  /** Null for signing in as a professional: that belongs to no overleg. */
  overlegId: string | null
  gebruikerId?: string
  clientPersoonId?: string
  /** Ids and codes only: never contents, never names. */
  details?: Readonly<Record<string, postgres.JSONValue>>
}

/** In the transaction that did it: what is in the audit happened, and what happened is in the audit. */
export async function recordAudit(
  sql: Query,
  { event, overlegId, gebruikerId, clientPersoonId, details = {} }: Audit,
): Promise<void> {
  await sql`
    insert into audit (event, overleg_id, gebruiker_id, client_persoon_id, details)
    values (
      ${event}, ${overlegId}, ${gebruikerId ?? null}, ${clientPersoonId ?? null},
      ${sql.json(details)})`
}
