import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { findDeelnemer, replaceCasushouder } from '#db/deelnemers.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { isAanTafel } from '#domain/toegang.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { refuseVelden } from './invoer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

type Input = Key & { deelnemerId: string }

/** A partner becomes casushouder and still has to accept; the one before is a partner again. F4 */
export function nominateCasushouderCommand(
  sql: Sql,
  { overlegId, gebruikerId, deelnemerId }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'casushouder-voordragen' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand }, deelname }) => {
    const open = checkVoorEinde(stand.overleg)
    if (!open.ok) return open

    const deelnemer = await findDeelnemer(sql, { overlegId, deelnemerId })
    if (!deelnemer) return refuse({ code: 'niet-gevonden' })
    if (deelnemer.rol === 'casushouder') return accept(null)
    if (deelnemer.rol === 'procesregisseur') {
      return refuseVelden({
        deelnemerId: 'Kies een partner: de procesregisseur bewaakt het proces.',
      })
    }
    // He comes back to the table by it, and that is for the procesregisseur to decide. T2
    if (
      !isAanTafel({ ...deelnemer, toegelaten: true }, stand) &&
      deelname.rol !== 'procesregisseur'
    ) {
      return refuse({ code: 'niet-bevoegd' })
    }

    await replaceCasushouder(sql, { overlegId, deelnemerId })
    const details = { deelnemerId }
    await recordAudit(sql, { event: 'casushouder-nominated', overlegId, gebruikerId, details })
    return accept(null)
  })
}
