import { href, redirect } from 'react-router'
import { clientContext, omgevingContext } from '#app/context.ts'
import { pdfResponse } from '#app/pdf.server.ts'
import { recordClientPage } from '#app/verslag.server.ts'
import { datumInNederland } from '#domain/datum.ts'
import type { Route } from './+types/papier'
import { papierOf } from './beelden/papier.server.ts'
import { eisPlan, setClient } from './browser.server.ts'
import { taalOf } from './taal.server.ts'

export const middleware: Route.MiddlewareFunction[] = [setClient]

/** Mijn plan as one sheet of paper: what the page would say at this moment, for who would get that page. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const client = context.get(clientContext)
  if (!client) throw redirect(href('/mijn-plan'))
  const beeld = await eisPlan({ request, context }, () => recordClientPage(context, 'plan'))
  const taal = taalOf(request, context.get(omgevingContext), client)
  return pdfResponse(context, {
    template: 'plan',
    bestandsnaam: 'mijn-plan.pdf',
    data: papierOf(beeld, { taal, vandaag: datumInNederland(new Date()) }),
  })
}
