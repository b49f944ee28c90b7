import { z } from 'zod'
import { choosePinCommand } from '#app/commands/choose-pin.server.ts'
import { givePinCommand } from '#app/commands/give-pin.server.ts'
import { setSignaalCommand } from '#app/commands/set-signaal.server.ts'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import type { ClientBrowser } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import type { Sql } from '#db/connection.ts'
import { findPlan } from '#db/plannen.ts'
import { findRechten } from '#db/rechten.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { clientweergaveOf, SIGNALEN } from '#domain/tafel.ts'

const pin = z.string().max(40).default('')

const Handeling = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('signaal'), signaal: z.enum([...SIGNALEN, '']) }),
  z.object({ intent: z.literal('kies-pin'), pin }),
  z.object({ intent: z.literal('pin'), pin }),
  z.object({
    intent: z.literal('actie'),
    nummer: z.coerce.number().int().positive().max(10_000),
    status: z.enum(['gedaan', 'open']),
  }),
  z.object({ intent: z.literal('uitloggen') }),
])
export type Handeling = z.infer<typeof Handeling>

/** What a form of Mijn plan asks for; null when it is none of ours. */
export function parseHandeling(request: Request): Promise<Handeling | null> {
  return parseForm(request, Handeling)
}

export async function doHandeling(
  sql: Sql,
  browser: ClientBrowser,
  handeling: Exclude<Handeling, { intent: 'uitloggen' }>,
): Promise<Result<unknown, Refusal>> {
  switch (handeling.intent) {
    case 'signaal':
      await setSignaalCommand(sql, { browser, signaal: handeling.signaal || null })
      return accept(null)
    case 'kies-pin':
      return choosePinCommand(sql, { browser, pin: handeling.pin })
    case 'pin':
      return givePinCommand(sql, { browser, pin: handeling.pin })
    case 'actie':
      return updateEigenActie(sql, browser, handeling)
  }
}

/** An actie is named by its number in the plan, and only by a browser that sees the plan: no ids leave here. S1, P3 */
async function updateEigenActie(
  sql: Sql,
  browser: ClientBrowser,
  { nummer, status }: Extract<Handeling, { intent: 'actie' }>,
): Promise<Result<unknown, Refusal>> {
  const { overlegId, clientPersoonId } = browser
  const rechten = (await findRechten(sql, [overlegId])).get(overlegId)
  const ziet = rechten && clientweergaveOf(browser, rechten.stand) === 'plan'
  const plan = ziet ? await findPlan(sql, overlegId) : null
  const actie = plan?.acties.find((actie) => actie.nummer === nummer)
  if (!actie) return refuse({ code: 'niet-gevonden' })

  const door = { soort: 'client', clientPersoonId } as const
  return updateActieCommand(sql, { overlegId, actieId: actie.id, status, notitie: '', door })
}
