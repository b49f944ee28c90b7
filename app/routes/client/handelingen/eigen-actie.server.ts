import { z } from 'zod'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import { findPlan } from '#db/plannen.ts'
import { findRechten } from '#db/rechten.ts'
import { refuse } from '#domain/result.ts'
import { clientweergaveOf } from '#domain/tafel.ts'
import type { Doe } from './doe.ts'

export const EigenActie = z.object({
  intent: z.literal('actie'),
  nummer: z.coerce.number().int().positive().max(10_000),
  status: z.enum(['gedaan', 'open']),
  /** A word with it, for who carries the plan. */
  woord: z.string().max(2000).default(''),
})

/** An actie is named by its number in the plan, and only by a browser that sees the plan: no ids leave here. S1, P3 */
export const doEigenActie: Doe<typeof EigenActie> = async (sql, browser, velden) => {
  const { nummer, status, woord: notitie } = velden
  const { overlegId, clientPersoonId } = browser
  const rechten = (await findRechten(sql, [overlegId])).get(overlegId)
  const ziet = rechten && clientweergaveOf(browser, rechten.stand) === 'plan'
  const plan = ziet ? await findPlan(sql, overlegId) : null
  const actie = plan?.acties.find((actie) => actie.nummer === nummer)
  if (!actie) return refuse({ code: 'niet-gevonden' })

  const door = { soort: 'client', clientPersoonId } as const
  return updateActieCommand(sql, { overlegId, actieId: actie.id, status, notitie, door })
}
