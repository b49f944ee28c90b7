import type { ClientBrowser } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import { callSteunpersonenBack, sendSteunpersonenAway } from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import { magSpreken } from '#domain/antwoord.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asClient } from './as-client.server.ts'

type Input = { browser: ClientBrowser }

const WEERGAVEN = ['tafel', 'plan'] as const

/**
 * With one tap the cliënt goes on without his steunpersoon: every browser of his goes to the wachtkamer. K6
 *
 * Nobody but the client side takes that back. At the table a human then lets each browser in anew; of the plan, who has
 * code and PIN lets himself in (S5).
 */
export function sendSteunpersoonAwayCommand(
  sql: Sql,
  { browser }: Input,
): Promise<Result<null, Refusal>> {
  const key = { browser, wat: 'handeling:steunpersoon-weg', weergaven: WEERGAVEN }
  return asClient(sql, key, async (sql, { sessie, weergave }) => {
    if (!magSpreken(sessie.soort)) return refuse({ code: 'niet-gevonden' })
    const { overlegId, clientPersoonId } = sessie
    const aantal = await sendSteunpersonenAway(
      sql,
      overlegId,
      weergave === 'plan' ? 'plan' : 'tafel',
    )
    // He had left already: that is what was asked.
    if (aantal === 0) return accept(null)
    const details = { aantal }
    await recordAudit(sql, { event: 'steunpersoon-sent', overlegId, clientPersoonId, details })
    return accept(null)
  })
}

/** He may come back, to the table or to the plan. */
export function callSteunpersoonBackCommand(
  sql: Sql,
  { browser }: Input,
): Promise<Result<null, Refusal>> {
  const key = { browser, wat: 'handeling:steunpersoon-terug', weergaven: WEERGAVEN }
  return asClient(sql, key, async (sql, { sessie }) => {
    if (!magSpreken(sessie.soort)) return refuse({ code: 'niet-gevonden' })
    const { overlegId, clientPersoonId } = sessie
    const aantal = await callSteunpersonenBack(sql, overlegId)
    if (aantal === 0) return accept(null)
    const details = { aantal }
    await recordAudit(sql, { event: 'steunpersoon-called', overlegId, clientPersoonId, details })
    return accept(null)
  })
}
