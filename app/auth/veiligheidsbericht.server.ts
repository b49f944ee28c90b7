import { recordAudit } from '#db/audit.ts'
import type { Query } from '#db/connection.ts'

/** What happens to the ways in of an account, and its owner must hear of, whoever did it. */
export type Veiligheidsgebeurtenis =
  | 'totp-added'
  | 'totp-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'herstelcodes-renewed'
  | 'factor-reset'
  | 'wachtwoord-changed'

type Bericht = {
  event: Veiligheidsgebeurtenis
  gebruikerId: string
  /** When somebody else did it. */
  door?: string
  details?: Record<string, string | number>
}

/** In the transaction that did it. */
export async function recordVeiligheid(
  sql: Query,
  { event, gebruikerId, door, details = {} }: Bericht,
): Promise<void> {
  await recordAudit(sql, {
    event,
    overlegId: null,
    gebruikerId: door ?? gebruikerId,
    details: { ...details, ...(door && { van: gebruikerId }) },
  })
}
