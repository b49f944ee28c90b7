import type { Contact, Inhoud, PlanActie, Planbeeld } from '#app/components/client/clientbeeld.ts'

import type { Planstem } from '#app/components/client/stembeeld.ts'
import { datumIn } from '#app/woorden/datum.ts'
import type { Taal } from '#app/woorden/taal.ts'

import type { ActieDrager, ActieRij } from '#db/acties.ts'
import type { ClientSessieRij } from '#db/client-sessies.ts'
import type { Query } from '#db/connection.ts'
import { findPlan, type Plan } from '#db/plannen.ts'
import { ACTIESTATUS_GEWOON, magBijwerken } from '#domain/actie.ts'
import { datumInNederland } from '#domain/datum.ts'
import { type Evaluatiefeiten, isEvaluatieOpen } from '#domain/evaluatie.ts'
import { wieVoorClient, zonderLegeKoppen } from '#domain/projectie.ts'
import type { Clientsoort } from '#domain/rol.ts'
import { zinbeeldenOf } from './stem.server.ts'

/** The vastgesteld plan as the cliënt reads it, for whoever may look along. */
export async function readPlaninhoud(
  sql: Query,
  { overlegId, taal }: { overlegId: string; taal: Taal },
): Promise<Pick<Planbeeld, 'inhoud' | 'stem'> | null> {
  const plan = await findPlan(sql, overlegId)
  return plan && { inhoud: inhoudOf(plan, { soort: 'client', taal }), stem: stemOf(plan) }
}

/** After vaststellen the casushouder is whom to call: he carries the plan. */
export function planOf(
  plan: Plan,
  { soort, taal, heeftPin }: ClientSessieRij,
  regie: Contact,
  evaluatie: Evaluatiefeiten | null,
): Planbeeld {
  const { naam, telefoon } = plan.casushouder
  const vandaag = datumInNederland(new Date())
  const volgende = plan.monitoring.find(({ datum }) => datum >= vandaag)
  const contact = telefoon ? { naam, telefoon } : regie
  return {
    weergave: 'plan',
    contact,
    soort,
    vastgesteldOp: datumIn(taal, datumInNederland(plan.vastgesteldOp)),
    volgendeVraag: volgende ? datumIn(taal, volgende.datum) : null,
    inhoud: inhoudOf(plan, { soort, taal }),
    stem: stemOf(plan),
    heeftPin,
    evaluatie:
      soort === 'client' && evaluatie !== null && isEvaluatieOpen('client', evaluatie, vandaag),
  }
}

type Lezer = { soort: Clientsoort; taal: Taal }

function inhoudOf(plan: Plan, lezer: Lezer): Inhoud<PlanActie> {
  return {
    samenvatting: zonderLegeKoppen(plan.samenvatting),
    plan: zonderLegeKoppen(plan.besluitvorming),
    acties: plan.acties.map((actie) => toPlanActie(actie, lezer)),
  }
}

/** K3 */
export function stemOf({ samenvatting, zinantwoorden, eigenWoorden }: Plan): Planstem {
  return { samenvatting: zinbeeldenOf(zonderLegeKoppen(samenvatting), zinantwoorden), eigenWoorden }
}

// The notes and the names of who changed an actie stay with the professionals. S1, T6
function toPlanActie(actie: ActieRij, { soort, taal }: Lezer): PlanActie {
  const { nummer, wat, waarom, wanneer, status, drager, antwoord } = actie
  return {
    nummer,
    wat,
    waarom,
    wie: wieOf(drager),
    klaarVoor: datumIn(taal, wanneer),
    antwoord,
    stand: ACTIESTATUS_GEWOON[status],
    klaar: status === 'gedaan',
    melden: meldenOf(actie, soort),
  }
}

function meldenOf({ drager, status }: ActieRij, persoon: Clientsoort): PlanActie['melden'] {
  if (drager.soort !== 'client') return null
  if (!magBijwerken({ soort: 'clientzijde', persoon }, { soort: 'client' })) return null
  if (status === 'gedaan') return 'open'
  return status === 'open' || status === 'loopt' ? 'gedaan' : null
}

function wieOf(drager: ActieDrager) {
  if (drager.soort === 'client') return wieVoorClient({ soort: 'client' }, [])
  const { deelnemerId, naam, organisatie, rol, keuze } = drager
  const deelnemer = { id: deelnemerId, naam, organisatie, rol, keuze, taak: '' }
  return wieVoorClient({ soort: 'deelnemer', deelnemerId }, [deelnemer])
}
