import { recordAudit } from '#db/audit.ts'
import type { Query } from '#db/connection.ts'
import { findEmail } from '#db/gebruikers.ts'
import { queueMail } from '#db/mail.ts'
import type { Veiligheidsbericht } from '#domain/mail.ts'

export type Veiligheidsgebeurtenis = Veiligheidsbericht

type Bericht = {
  event: Veiligheidsgebeurtenis
  gebruikerId: string
  /** When somebody else did it. */
  door?: string
  details?: Record<string, string | number>
}

/** In the transaction that did it; whose account it is gets a mail. */
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
  const aan = await findEmail(sql, gebruikerId)
  if (aan) await queueMail(sql, { aan, soort: event })
}
