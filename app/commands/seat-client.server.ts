import { recordAudit } from '#db/audit.ts'
import { admitClientSessies, listClientAanwezigen } from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { readDocument } from '#db/documenten.ts'
import { lowerHands } from '#db/handen.ts'
import { saveOverleg } from '#db/overleggen.ts'
import type { Overleg } from '#domain/fase.ts'
import { blokkenOf, heeftTekst } from '#domain/inhoud.ts'
import type { Refusal } from '#domain/refusal.ts'
import { type Result, refuse } from '#domain/result.ts'
import { seatClient } from '#domain/tafel.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

type Input = Key & { sessieIds: string[] }

/** *Cliënt aan tafel*: who vertrekt is out and these browsers are in, in one transaction. T2, S5 */
export function seatClientCommand(
  sql: Sql,
  { overlegId, gebruikerId, sessieIds }: Input,
): Promise<Result<Overleg, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'client-aan-tafel' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const aanwezigen = await listClientAanwezigen(sql, overlegId)
    const gekozen = aanwezigen.filter(({ sessieId }) => sessieIds.includes(sessieId))
    if (gekozen.some(({ weggestuurd }) => weggestuurd)) {
      return refuse({ code: 'steunpersoon-weggestuurd' })
    }
    const { knopen } = await readDocument(sql, { overlegId, document: 'samenvatting' })
    const result = seatClient(overleg.stand, {
      deelnemers: await listDeelnemers(sql, overlegId),
      heeftSamenvatting: heeftTekst(blokkenOf(knopen)),
      // One that is not there (any more) stops all: what the procesregisseur saw is not how it is.
      wachtenden: gekozen.length === new Set(sessieIds).size ? gekozen.length : 0,
    })
    if (!result.ok) return result

    await saveOverleg(sql, overlegId, result.value)
    await admitClientSessies(sql, sessieIds)
    await lowerHands(sql, overlegId, 'wie vertrekt')
    await recordAudit(sql, {
      event: 'client-seated',
      overlegId,
      gebruikerId,
      details: { sessieIds },
    })
    return result
  })
}
