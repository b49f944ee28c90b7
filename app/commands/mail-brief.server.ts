import type { Kluis } from '#app/auth/kluis.server.ts'
import { openGeheim } from '#app/brieven/geheim.server.ts'
import { recordAudit } from '#db/audit.ts'
import { findBrief, saveGemaild } from '#db/brieven.ts'
import type { Sql } from '#db/connection.ts'
import { queueMail } from '#db/mail.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

type Input = Key & { briefId: string; email: string; origin: string }

/**
 * Sends the link of a letter, without the code and without a name: who reads along in a mailbox has half of it. K1
 *
 * The code goes another way, so the letter still counts as not sent. The address stays in the outbox alone.
 */
export function mailBriefCommand(
  sql: Sql,
  kluis: Kluis,
  { overlegId, gebruikerId, briefId, email, origin }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'client-uitnodigen' } as const
  return asBevoegde(sql, key, async (sql) => {
    const brief = await findBrief(sql, { overlegId, briefId })
    if (!brief) return refuse({ code: 'niet-gevonden' })
    const geheim = openGeheim(kluis, brief)
    if (!brief.isLaatste || !geheim) return refuse({ code: 'brief-vervallen' })

    const { taal } = brief.inhoud
    const { token } = geheim
    await queueMail(sql, { aan: email, soort: 'uitnodiging-client', origin, token, taal })
    await saveGemaild(sql, briefId)
    const audit = { overlegId, gebruikerId, clientPersoonId: brief.clientPersoonId }
    await recordAudit(sql, { event: 'brief-mailed', ...audit })
    return accept(null)
  })
}
