import type { ClientBrowser } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import { endBesloten } from '#db/besloten.ts'
import type { Sql } from '#db/connection.ts'
import { magSpreken } from '#domain/antwoord.ts'
import type { Beslotenreden } from '#domain/besloten.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asClient } from './as-client.server.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

/** The procesregisseur ends it before its time, and says why. K4 */
export function endBeslotenTijdCommand(
  sql: Sql,
  { overlegId, gebruikerId, beslotenreden }: Key & { beslotenreden: Beslotenreden },
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'besloten-tijd-beeindigen' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand } }) => {
    if (!stand.besloten) return refuse({ code: 'besloten-tijd-voorbij' })

    await endBesloten(sql, overlegId)
    const details = { door: 'procesregisseur', reden: beslotenreden }
    await recordAudit(sql, { event: 'besloten-ended', overlegId, gebruikerId, details })
    return accept(null)
  })
}

type Client = { browser: ClientBrowser }

/** The cliënt, or who is there in his place, is ready. Twice is once: the second one is where it wanted to be. K4 */
export function leaveBeslotenTijdCommand(
  sql: Sql,
  { browser }: Client,
): Promise<Result<null, Refusal>> {
  const vraag = { browser, wat: 'handeling:besloten-klaar', weergaven: ['tafel'] } as const
  return asClient(sql, vraag, async (sql, { sessie, stand }) => {
    if (!magSpreken(sessie.soort)) return refuse({ code: 'niet-gevonden' })
    if (!stand.besloten) return accept(null)

    const { overlegId, clientPersoonId } = sessie
    await endBesloten(sql, overlegId)
    const details = { door: 'client' }
    await recordAudit(sql, { event: 'besloten-ended', overlegId, clientPersoonId, details })
    return accept(null)
  })
}
