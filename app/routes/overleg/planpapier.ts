import { deelnameContext, sqlContext } from '#app/context.ts'
import { pdfResponse } from '#app/pdf.server.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import { findAfspraak } from '#db/afspraken.ts'
import { datumInNederland } from '#domain/datum.ts'
import { toegangTotDocument } from '#domain/toegang.ts'
import { papierOf } from '../client/beelden/papier.server.ts'
import { planOf, readGedeeldplan } from '../client/beelden/plan.server.ts'
import type { Route } from './+types/planpapier'

/** The sheet that the cliënt can print at home, for who reads the plan and hands it to him. */
export async function loader({ context }: Route.LoaderArgs) {
  const sql = context.get(sqlContext)
  const { overleg, deelname } = context.get(deelnameContext)
  const { id, stand } = overleg
  const leest = toegangTotDocument(deelname, 'besluitvorming', stand) !== 'geen'
  const isVastgesteld = stand.overleg.status === 'vastgesteld'
  const gedeeld = leest && isVastgesteld ? await readGedeeldplan(sql, id) : null
  const afspraak = gedeeld && (await findAfspraak(sql, id))
  if (!gedeeld || !afspraak) throwRefusal({ code: 'niet-gevonden' })

  const lezer = { soort: 'client', taal: 'nl', heeftPin: false, clientPersoonId: null } as const
  const eigen = { vorig: null, afspraak: null, sessie: lezer, regie: afspraak.contact }
  const beeld = planOf({ ...gedeeld, ...eigen })
  return pdfResponse(context, {
    template: 'plan',
    bestandsnaam: 'plan.pdf',
    data: papierOf(beeld, { taal: 'nl', vandaag: datumInNederland(new Date()) }),
  })
}
