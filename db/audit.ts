import type postgres from 'postgres'
import type { Query } from './connection.ts'

export type Audit = {
  /** `noun-verbed`, as in `fase-advanced`. What ends in `-refused` was not let through. */
  event: string
  /** Null for signing in as a professional: that belongs to no overleg. */
  overlegId: string | null
  gebruikerId?: string
  clientPersoonId?: string
  /** The kind of thing, as in `document:beeldvorming`. */
  wat?: string
  /** Ids and codes only: never contents, never names. */
  details?: Readonly<Record<string, postgres.JSONValue>>
}

/**
 * In the transaction that did it: what is in the audit happened, and what happened is in the audit.
 *
 * On whose behalf, and the link in the chain, are put to it by the database: see 0002_verslaglegging.sql.
 */
export async function recordAudit(sql: Query, audit: Audit): Promise<void> {
  await recordAudits(sql, [audit])
}

/** Many rows with one question and one commit. */
export async function recordAudits(sql: Query, audits: readonly Audit[]): Promise<void> {
  const rows = audits.map(({ event, overlegId, gebruikerId, clientPersoonId, wat, details }) => ({
    event,
    overleg_id: overlegId,
    gebruiker_id: gebruikerId ?? null,
    client_persoon_id: clientPersoonId ?? null,
    wat: wat ?? null,
    details: details ?? {},
  }))
  await sql`
    insert into audit (event, overleg_id, gebruiker_id, client_persoon_id, wat, details)
    select event, overleg_id, gebruiker_id, client_persoon_id, wat, details
    from jsonb_to_recordset(${sql.json(rows)}) as rij (
      event text, overleg_id uuid, gebruiker_id uuid, client_persoon_id uuid, wat text, details jsonb)`
}
