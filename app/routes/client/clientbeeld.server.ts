import type {
  ActieBeeld,
  Clientbeeld,
  Contact,
  Inhoud,
  PlanActie,
  Tafelbeeld,
} from '#app/components/client/clientbeeld.ts'
import { datumTekst, momentTekst } from '#app/tekst.ts'
import type { ActieDrager, ActieRij } from '#db/acties.ts'
import { type Afspraak, findAfspraak, findLinkTafel } from '#db/afspraken.ts'
import { type ClientSessieRij, listClientSessies } from '#db/client-sessies.ts'
import type { Query, Sql } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { readDocument } from '#db/documenten.ts'
import { findPlan, type Plan } from '#db/plannen.ts'
import { findRechten } from '#db/rechten.ts'
import { ACTIESTATUS_GEWOON, magBijwerken } from '#domain/actie.ts'
import { datumInNederland } from '#domain/datum.ts'
import {
  type ActieVoorClient,
  projectTafel,
  wieVoorClient,
  zonderLegeKoppen,
} from '#domain/projectie.ts'
import type { Clientsoort } from '#domain/rol.ts'
import { type Clientweergave, clientweergaveOf } from '#domain/tafel.ts'

type Vraag = { overlegId: string; sessieHashes: readonly string[] }

/**
 * What these browsers of the client side get to see now, by the hash of their session; an ended session is not in it.
 *
 * One function for the page and for the socket. Everything is asked anew, in one snapshot of the database: who may see
 * the table and what the table says belong to the same moment.
 */
export function readClientbeelden(
  sql: Sql,
  { overlegId, sessieHashes }: Vraag,
): Promise<Map<string, Clientbeeld>> {
  return sql.begin('isolation level repeatable read read only', async (sql) => {
    const sessies = await listClientSessies(sql, sessieHashes)
    const rechten = (await findRechten(sql, [overlegId])).get(overlegId)
    const afspraak = await findAfspraak(sql, overlegId)
    if (!rechten || !afspraak) return new Map()

    const eigen = sessies
      .filter((sessie) => sessie.overlegId === overlegId)
      .map((sessie) => ({ sessie, weergave: clientweergaveOf(sessie, rechten.stand) }))
    const gedeeld = await readGedeeld(sql, overlegId, new Set(eigen.map((e) => e.weergave)))
    return new Map(
      eigen.map(({ sessie, weergave }) => [
        sessie.sessieHash,
        beeldOf(weergave, { sessie, afspraak, ...gedeeld }),
      ]),
    )
  })
}

/** The table as the client side sees it, for whoever may look along. T6 */
export async function readTafel(
  sql: Query,
  overlegId: string,
): Promise<Pick<Tafelbeeld, 'aanTafel' | 'inhoud' | 'link'>> {
  const [link, deelnemers, samenvatting, besluitvorming] = await Promise.all([
    findLinkTafel(sql, overlegId),
    listDeelnemers(sql, overlegId),
    readDocument(sql, { overlegId, document: 'samenvatting' }),
    readDocument(sql, { overlegId, document: 'besluitvorming' }),
  ])
  const { aanTafel, acties, ...tekst } = projectTafel({
    deelnemers,
    samenvatting: samenvatting.knopen,
    besluitvorming: besluitvorming.knopen,
    acties: besluitvorming.acties,
  })
  return { aanTafel, link, inhoud: { ...tekst, acties: acties.map(toActie) } }
}

/** The vastgesteld plan as the cliënt reads it, for whoever may look along. */
export async function readPlaninhoud(
  sql: Query,
  overlegId: string,
): Promise<Inhoud<PlanActie> | null> {
  const plan = await findPlan(sql, overlegId)
  return plan && inhoudOf(plan, 'client')
}

type Gedeeld = { tafel: Awaited<ReturnType<typeof readTafel>> | null; plan: Plan | null }

async function readGedeeld(
  sql: Query,
  overlegId: string,
  weergaven: ReadonlySet<Clientweergave>,
): Promise<Gedeeld> {
  return {
    tafel: weergaven.has('tafel') ? await readTafel(sql, overlegId) : null,
    plan: weergaven.has('plan') ? await findPlan(sql, overlegId) : null,
  }
}

type Bron = Gedeeld & { sessie: ClientSessieRij; afspraak: Afspraak }

function beeldOf(weergave: Clientweergave, { sessie, afspraak, tafel, plan }: Bron): Clientbeeld {
  const { contact } = afspraak
  const { soort, signaal, heeftPin } = sessie
  if (weergave === 'tafel' && tafel) {
    return { weergave, contact, soort, ...tafel, signaal, heeftPin }
  }
  if (weergave === 'plan' && plan) return planOf(plan, sessie, contact)
  if (weergave === 'pin-nodig') return { weergave, contact, heeftPin }
  if (weergave === 'afgebroken') return { weergave, contact }
  return {
    weergave: 'wachtkamer',
    contact,
    afspraak: momentTekst(afspraak.geplandOp),
    verplaatst: isVerplaatst(sessie, afspraak),
    signaal,
  }
}

/** A letter that was made after the change says the new time itself. T7 */
function isVerplaatst({ uitgenodigdOp }: ClientSessieRij, { verplaatstOp }: Afspraak): boolean {
  return verplaatstOp !== null && (uitgenodigdOp === null || verplaatstOp > uitgenodigdOp)
}

/** After vaststellen the casushouder is whom to call: he carries the plan. */
function planOf(plan: Plan, { soort, heeftPin }: ClientSessieRij, regie: Contact): Clientbeeld {
  const { naam, telefoon } = plan.casushouder
  const vandaag = datumInNederland(new Date())
  const volgende = plan.monitoring.find(({ datum }) => datum >= vandaag)
  const contact = telefoon ? { naam, telefoon } : regie
  return {
    weergave: 'plan',
    contact,
    soort,
    vastgesteldOp: datumTekst(datumInNederland(plan.vastgesteldOp)),
    volgendeVraag: volgende ? datumTekst(volgende.datum) : null,
    inhoud: inhoudOf(plan, soort),
    heeftPin,
  }
}

function inhoudOf(plan: Plan, soort: Clientsoort): Inhoud<PlanActie> {
  return {
    samenvatting: zonderLegeKoppen(plan.samenvatting),
    plan: zonderLegeKoppen(plan.besluitvorming),
    acties: plan.acties.map((actie) => toPlanActie(actie, soort)),
  }
}

function toActie({ wat, waarom, wie, wanneer }: ActieVoorClient): ActieBeeld {
  return { wat, waarom, wie, klaarVoor: wanneer && datumTekst(wanneer) }
}

// The notes and the names of who changed an actie stay with the professionals. S1, T6
function toPlanActie(actie: ActieRij, persoon: Clientsoort): PlanActie {
  const { nummer, wat, waarom, wanneer, status, drager } = actie
  return {
    nummer,
    wat,
    waarom,
    wie: wieOf(drager),
    klaarVoor: datumTekst(wanneer),
    stand: ACTIESTATUS_GEWOON[status],
    klaar: status === 'gedaan',
    melden: meldenOf(actie, persoon),
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
