import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { closeIncident } from '#db/incidenten.ts'
import { saveDicht } from '#db/overleggen.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { parseTekst, refuseVelden } from './invoer.server.ts'

type Input = Key & { toelichting: string }

/** Opens what was closed; what happened is written down with it. T8 */
export function reopenOverlegCommand(
  sql: Sql,
  { overlegId, gebruikerId, toelichting }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'weer-openen' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    if (!overleg.stand.dicht) return refuse({ code: 'overleg-niet-dicht' })
    const tekst = parseTekst(toelichting, 4000)
    if (tekst === null) {
      return refuseVelden({ toelichting: 'Maak de toelichting korter dan 4000 tekens.' })
    }
    if (tekst === '') return refuse({ code: 'reden-ontbreekt' })

    await saveDicht(sql, overlegId, 'open')
    await closeIncident(sql, { overlegId, toelichting: tekst })
    await recordAudit(sql, { event: 'overleg-reopened', overlegId, gebruikerId })
    return accept(null)
  })
}
