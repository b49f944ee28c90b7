import { agendabestand } from '#app/agendabestand.server.ts'
import { deelnameContext, omgevingContext, sqlContext } from '#app/context.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import { findAgendaregel } from '#db/deelnemer-agenda.ts'
import type { Route } from './+types/agenda'

/** The calendar file of who asks, as it is now; the middleware of the overleg asked again whether he may. F8 */
export async function loader({ context }: Route.LoaderArgs) {
  const { overleg, deelnemerId } = context.get(deelnameContext)
  const { status } = overleg.stand.overleg
  if (status !== 'gepland' && status !== 'lopend') throwRefusal({ code: 'niet-gevonden' })
  const regel = await findAgendaregel(context.get(sqlContext), deelnemerId)
  if (!regel) throwRefusal({ code: 'niet-gevonden' })

  const begin = overleg.geplandOp.toISOString()
  const { origin } = context.get(omgevingContext)
  const post = { soort: 'verzoek', ...regel, begin, overlegId: overleg.id } as const
  return new Response(agendabestand({ post, origin, nu: new Date(), mail: null }), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="overleg.ics"',
    },
  })
}
