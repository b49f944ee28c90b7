import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { moveOverleg } from '#db/overleggen.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { mailVerplaatsing } from './agendapost.server.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { isMoment, refuseVelden } from './invoer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

type Input = Key & { geplandOp: Date }

/** To another moment; also for the cliënt alone, while the vooroverleg already runs. T7 */
export function moveOverlegCommand(
  sql: Sql,
  { overlegId, gebruikerId, geplandOp }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'overleg-verplaatsen' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand } }) => {
    const open = checkVoorEinde(stand.overleg)
    if (!open.ok) return open
    if (stand.overleg.status === 'lopend' && stand.overleg.tafel === 'met-client') {
      return refuse({ code: 'client-zit-aan-tafel' })
    }
    if (!isMoment(geplandOp)) return refuseVelden({ geplandOp: 'Vul een datum en een tijd in.' })

    if (await moveOverleg(sql, overlegId, geplandOp)) {
      const isGepland = stand.overleg.status === 'gepland'
      await mailVerplaatsing(sql, { overlegId, gebruikerId, geplandOp, isGepland })
    }
    const details = { geplandOp: geplandOp.toISOString() }
    await recordAudit(sql, { event: 'overleg-moved', overlegId, gebruikerId, details })
    return accept(null)
  })
}
