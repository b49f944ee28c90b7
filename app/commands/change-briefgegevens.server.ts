import { recordAudit } from '#db/audit.ts'
import { saveBriefgegevens } from '#db/brieven.ts'
import type { Sql } from '#db/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { parseTekst, refuseVelden } from './invoer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

type Input = Key & { plaats: string; doel: string }

/** Where the cliënt comes to, and why he is asked: in the words that his letter will have. K1 */
export function changeBriefgegevensCommand(
  sql: Sql,
  { overlegId, gebruikerId, ...typed }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'client-uitnodigen' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const open = checkVoorEinde(overleg.stand.overleg)
    if (!open.ok) return open
    const plaats = parseTekst(typed.plaats, 300)
    const doel = parseTekst(typed.doel, 500)
    if (plaats === null) return refuseVelden({ plaats: 'Zeg het in ten hoogste 300 tekens.' })
    if (doel === null) return refuseVelden({ doel: 'Zeg het in ten hoogste 500 tekens.' })

    await saveBriefgegevens(sql, overlegId, { plaats, doel })
    await recordAudit(sql, { event: 'briefgegevens-changed', overlegId, gebruikerId })
    return accept(null)
  })
}
