import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { listDeelnemers, removeDeelnemer } from '#db/deelnemers.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { mailZonderU } from './agendapost.server.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { refuseVelden } from './invoer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

type Input = Key & { deelnemerId: string }

/** Takes somebody out: from now on this overleg does not exist for him. What he wrote stays. */
export function removeDeelnemerCommand(
  sql: Sql,
  { overlegId, gebruikerId, deelnemerId }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'deelnemers-beheren' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const open = checkVoorEinde(overleg.stand.overleg)
    if (!open.ok) return open
    const deelnemers = await listDeelnemers(sql, overlegId)
    const deelnemer = deelnemers.find(({ id }) => id === deelnemerId)
    if (!deelnemer) return refuse({ code: 'niet-gevonden' })
    const regie = deelnemers.filter(({ rol }) => rol === 'procesregisseur')
    if (regie.length === 1 && regie.includes(deelnemer)) {
      return refuseVelden({ deelnemerId: 'Een overleg heeft altijd een procesregisseur.' })
    }

    await mailZonderU(sql, { overlegId, geplandOp: overleg.geplandOp, deelnemerId })
    await removeDeelnemer(sql, deelnemerId)
    const details = { deelnemerId, gebruikerId: deelnemer.gebruikerId }
    await recordAudit(sql, { event: 'deelnemer-removed', overlegId, gebruikerId, details })
    return accept(null)
  })
}
