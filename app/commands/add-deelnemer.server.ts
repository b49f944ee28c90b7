import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { insertDeelnemer } from '#db/deelnemers.ts'
import { findGebruiker } from '#db/gebruikers.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { mailUitnodiging } from './agendapost.server.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { parseTekst, refuseVelden, TAAK_TE_LANG } from './invoer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

type Input = Key & { gebruikerIdNieuw: string; rol: 'partner'; taak: string }

/** About who is added nothing has been decided yet: with the cliënt at the table he sees nothing before it is. T1, T2 */
export function addDeelnemerCommand(
  sql: Sql,
  { overlegId, gebruikerId, gebruikerIdNieuw, rol, taak }: Input,
): Promise<Result<{ deelnemerId: string }, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'deelnemers-beheren' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const open = checkVoorEinde(overleg.stand.overleg)
    if (!open.ok) return open
    const taakTekst = parseTekst(taak, 120)
    if (taakTekst === null) return refuseVelden({ taak: TAAK_TE_LANG })
    const gebruiker = await findGebruiker(sql, gebruikerIdNieuw)
    if (!gebruiker) return refuse({ code: 'niet-gevonden' })

    const nieuw = { overlegId, gebruikerId: gebruiker.id, rol, taak: taakTekst }
    const deelnemerId = await insertDeelnemer(sql, nieuw)
    if (!deelnemerId) {
      return refuseVelden({ gebruikerIdNieuw: `${gebruiker.naam} doet al mee aan dit overleg.` })
    }
    if (overleg.stand.overleg.status === 'gepland') {
      const { geplandOp } = overleg
      await mailUitnodiging(sql, { overlegId, geplandOp, deelnemerIds: [deelnemerId] })
    }
    const details = { deelnemerId }
    await recordAudit(sql, { event: 'deelnemer-added', overlegId, gebruikerId, details })
    return accept({ deelnemerId })
  })
}
