import { recordAudit } from '#db/audit.ts'
import { findBrief, saveVerzending } from '#db/brieven.ts'
import type { Sql } from '#db/connection.ts'
import type { Wijze } from '#domain/brief.ts'
import { type Datum, datumInNederland } from '#domain/datum.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { refuseVelden } from './invoer.server.ts'

type Input = Key & { briefId: string; wijze: Wijze; op: Datum; now: Date }

/** The letter is on its way, on this day: its code is shown to nobody any more. K1 */
export function sendBriefCommand(
  sql: Sql,
  { overlegId, gebruikerId, briefId, wijze, op, now }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'client-uitnodigen' } as const
  return asBevoegde(sql, key, async (sql) => {
    const brief = await findBrief(sql, { overlegId, briefId })
    if (!brief) return refuse({ code: 'niet-gevonden' })
    if (!brief.isLaatste || brief.verzondenOp) return refuse({ code: 'brief-vervallen' })
    if (op < datumInNederland(brief.gemaaktOp) || op > datumInNederland(now)) {
      return refuseVelden({ op: 'Kies een dag na het maken van de brief, tot en met vandaag.' })
    }

    await saveVerzending(sql, { briefId, wijze, op })
    const audit = { overlegId, gebruikerId, clientPersoonId: brief.clientPersoonId }
    await recordAudit(sql, { event: 'brief-sent', ...audit, details: { wijze, op } })
    return accept(null)
  })
}
