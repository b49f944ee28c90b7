import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { insertOrganisatie, saveConvenant } from '#db/organisaties.ts'
import type { Datum } from '#domain/datum.ts'
import type { Keten } from '#domain/keten.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBeheerder } from './as-beheerder.server.ts'
import { refuseVelden } from './invoer.server.ts'

type Nieuw = { beheerderId: string; naam: string; keten: Keten; convenant: Datum | null }

export function createOrganisatieCommand(
  sql: Sql,
  { beheerderId, ...nieuw }: Nieuw,
): Promise<Result<null, Refusal>> {
  return asBeheerder(sql, beheerderId, async (sql) => {
    const organisatieId = await insertOrganisatie(sql, nieuw)
    if (!organisatieId) return refuseVelden({ naam: 'Er is al een organisatie met deze naam.' })
    const details = { organisatieId, convenant: nieuw.convenant }
    const event = 'organisatie-created'
    await recordAudit(sql, { event, overlegId: null, gebruikerId: beheerderId, details })
    return accept(null)
  })
}

type Convenant = { beheerderId: string; organisatieId: string; convenant: Datum | null }

/** Signed or withdrawn: who comes in by it is asked again in every open overleg. T9, S3 */
export function changeConvenantCommand(
  sql: Sql,
  { beheerderId, organisatieId, convenant }: Convenant,
): Promise<Result<null, Refusal>> {
  return asBeheerder(sql, beheerderId, async (sql) => {
    if (!(await saveConvenant(sql, { organisatieId, convenant }))) {
      return refuse({ code: 'niet-gevonden' })
    }
    const details = { organisatieId, convenant }
    const event = 'convenant-changed'
    await recordAudit(sql, { event, overlegId: null, gebruikerId: beheerderId, details })
    return accept(null)
  })
}
