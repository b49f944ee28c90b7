import type {
  Contact,
  Inhoud,
  PlanActie,
  Planbeeld,
  Planlezing,
} from '#app/components/client/clientbeeld.ts'
import type { Planstem } from '#app/components/client/stembeeld.ts'
import { datumIn, momentIn } from '#app/woorden/datum.ts'
import type { Taal } from '#app/woorden/taal.ts'
import type { ActieRij } from '#db/acties.ts'
import { findAfspraak } from '#db/afspraken.ts'
import { findMeelezerstand, type Meelezerstand } from '#db/client-personen.ts'
import type { ClientSessieRij } from '#db/client-sessies.ts'
import type { Query } from '#db/connection.ts'
import { findEvaluatiefeiten } from '#db/evaluaties.ts'
import { findPlan, type Plan } from '#db/plannen.ts'
import { listVerzoeken, type VerzoekRij } from '#db/verzoeken.ts'
import { findVolgendeAfspraak, findVorigPlan, type VorigPlan } from '#db/vorig-plan.ts'
import { magBijwerken } from '#domain/actie.ts'
import { magSpreken } from '#domain/antwoord.ts'
import { datumInNederland } from '#domain/datum.ts'
import { type Evaluatiefeiten, isEvaluatieOpen } from '#domain/evaluatie.ts'
import { zonderLegeKoppen } from '#domain/projectie.ts'
import type { Clientsoort } from '#domain/rol.ts'
import { zinbeeldenOf } from './stem.server.ts'
import { verschilOf } from './verschil.server.ts'
import { merkenOf, verzoekenOf } from './verzoeken.server.ts'
import { wieOf } from './wie.server.ts'

/** What everybody of the client side reads alike, afterwards. */
export type Gedeeldplan = {
  plan: Plan
  verzoeken: VerzoekRij[]
  evaluatie: Evaluatiefeiten | null
  meelezer: Meelezerstand
}

export async function readGedeeldplan(sql: Query, overlegId: string): Promise<Gedeeldplan | null> {
  const plan = await findPlan(sql, overlegId)
  if (!plan) return null
  const verzoeken = await listVerzoeken(sql, overlegId)
  const evaluatie = await findEvaluatiefeiten(sql, overlegId)
  return { plan, verzoeken, evaluatie, meelezer: await findMeelezerstand(sql, overlegId) }
}

/** What is this person's alone: the plan that he had before, and when he is asked to come again. */
export type Eigenplan = { vorig: VorigPlan | null; afspraak: Date | null }

export async function readEigenplan(sql: Query, sessie: ClientSessieRij): Promise<Eigenplan> {
  return {
    vorig: await findVorigPlan(sql, sessie),
    afspraak: await findVolgendeAfspraak(sql, sessie),
  }
}

/** The vastgesteld plan as the cliënt reads it, for whoever may look along: without what he can do. */
export async function readPlaninhoud(
  sql: Query,
  { overlegId, taal }: { overlegId: string; taal: Taal },
): Promise<Planlezing | null> {
  const plan = await findPlan(sql, overlegId)
  const afspraak = await findAfspraak(sql, overlegId)
  if (!plan || !afspraak) return null
  const lezer = { soort: 'client', taal, clientPersoonId: null } as const
  const { acties, ...tekst } = inhoudOf(plan, lezer)
  return {
    soort: lezer.soort,
    contact: contactOf(plan, afspraak.contact),
    inhoud: { ...tekst, acties: acties.map((actie) => ({ ...actie, melden: null })) },
    stem: stemOf(plan),
    merken: merkenOf(plan, await listVerzoeken(sql, overlegId)),
  }
}

type Bron = Gedeeldplan & Eigenplan & { sessie: Lezer & { heeftPin: boolean }; regie: Contact }

export function planOf(bron: Bron): Planbeeld {
  const { plan, verzoeken, evaluatie, meelezer, vorig, afspraak, sessie, regie } = bron
  const { soort, taal, heeftPin } = sessie
  const vandaag = datumInNederland(new Date())
  const volgende = plan.monitoring.find(({ datum }) => datum >= vandaag)
  return {
    weergave: 'plan',
    contact: contactOf(plan, regie),
    soort,
    vastgesteldOp: datumIn(taal, datumInNederland(plan.vastgesteldOp)),
    volgendeVraag: volgende ? datumIn(taal, volgende.datum) : null,
    afspraak: afspraak && momentIn(taal, afspraak),
    inhoud: inhoudOf(plan, sessie),
    stem: stemOf(plan),
    merken: merkenOf(plan, verzoeken),
    verzoeken: verzoekenOf(plan, verzoeken, { soort, taal, vandaag }),
    veranderd: vorig && verschilOf(vorig, plan, taal),
    heeftPin,
    meelezer: magSpreken(soort) && (meelezer.leest || meelezer.weg) ? meelezer : null,
    evaluatie:
      soort === 'client' && evaluatie !== null && isEvaluatieOpen('client', evaluatie, vandaag),
  }
}

/** After vaststellen the casushouder is whom to call: he carries the plan. */
function contactOf({ casushouder: { naam, telefoon } }: Plan, regie: Contact): Contact {
  return telefoon ? { naam, telefoon } : regie
}

type Lezer = { soort: Clientsoort; taal: Taal; clientPersoonId: string | null }

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
function toPlanActie(actie: ActieRij, { soort, taal, clientPersoonId }: Lezer): PlanActie {
  const { nummer, wat, waarom, wanneer, status, drager, historie, antwoord } = actie
  const laatste = historie.at(-1)
  const isEigen = laatste?.clientPersoonId != null && laatste.clientPersoonId === clientPersoonId
  return {
    nummer,
    wat,
    waarom,
    wie: wieOf(drager),
    klaarVoor: datumIn(taal, wanneer),
    antwoord,
    stand: status,
    klaar: status === 'gedaan',
    sinds: laatste && historie.length > 1 ? datumIn(taal, datumInNederland(laatste.op)) : null,
    uitleg: laatste?.uitleg ?? '',
    woord: isEigen ? laatste.notitie : '',
    melden: meldenOf(actie, soort),
  }
}

function meldenOf({ drager, status }: ActieRij, persoon: Clientsoort): PlanActie['melden'] {
  if (drager.soort !== 'client') return null
  if (!magBijwerken({ soort: 'clientzijde', persoon }, { soort: 'client' })) return null
  if (status === 'gedaan') return 'open'
  return status === 'open' || status === 'loopt' ? 'gedaan' : null
}
