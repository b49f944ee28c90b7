import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { findDeelnemer, saveKeuze } from '#db/deelnemers.ts'
import { lowerHand } from '#db/handen.ts'
import type { Overleg } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import type { Keuze } from '#domain/rol.ts'
import type { Vertrekreden } from '#domain/tafel.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { refuseVelden } from './invoer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

type Input = Key & { deelnemerId: string; keuze: Keuze; vertrekreden: Vertrekreden | null }

/**
 * Whether a partner is there when the cliënt sits down. T1
 *
 * Everybody at the table decides it together, until the cliënt sits there: from then on it is the procesregisseur who
 * sends somebody away or brings somebody back, or else who left could let himself in again. T2
 */
export function setKeuzeCommand(
  sql: Sql,
  { overlegId, gebruikerId, deelnemerId, keuze, vertrekreden }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'keuze-zetten' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand }, deelname }) => {
    const metClient = isMetClient(stand.overleg)
    if (metClient && deelname.rol !== 'procesregisseur') return refuse({ code: 'niet-bevoegd' })
    const open = checkVoorEinde(stand.overleg)
    if (!open.ok) return open
    if (!stand.metClient) return refuse({ code: 'overleg-zonder-client' })

    const deelnemer = await findDeelnemer(sql, { overlegId, deelnemerId })
    if (!deelnemer) return refuse({ code: 'niet-gevonden' })
    if (deelnemer.rol !== 'partner') return refuse({ code: 'casushouder-blijft' })
    if (metClient && keuze === 'onbeslist') {
      return refuseVelden({ keuze: 'Kies blijft of vertrekt: de cliënt zit aan tafel.' })
    }
    const reden = keuze === 'vertrekt' ? vertrekreden : null
    if (keuze === 'vertrekt' && !reden) return refuse({ code: 'reden-ontbreekt' })

    await saveKeuze(sql, deelnemerId, { keuze, vertrekreden: reden })
    if (metClient && keuze === 'vertrekt') await lowerHand(sql, deelnemerId)
    const details = { deelnemerId, keuze, vertrekreden: reden }
    await recordAudit(sql, { event: 'keuze-set', overlegId, gebruikerId, details })
    return accept(null)
  })
}

function isMetClient(overleg: Overleg): boolean {
  return overleg.status === 'lopend' && overleg.tafel === 'met-client'
}
