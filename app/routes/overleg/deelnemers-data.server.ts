import type { Kluis } from '#app/auth/kluis.server.ts'
import { datumTekst, momentTekst } from '#app/tekst.ts'
import {
  type ClientPersoonRij,
  listClientAanwezigen,
  listClientPersonen,
} from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import { type DeelnemerRij, listDeelnemers } from '#db/deelnemers.ts'
import { listGebruikers } from '#db/gebruikers.ts'
import type { Deelnemerschap, OverlegRij } from '#db/overleggen.ts'
import { datumInNederland } from '#domain/datum.ts'
import { kleurAanTafel } from '#domain/kleur.ts'
import { formatMoment } from '#domain/moment.ts'
import { isBevoegd } from '#domain/rol.ts'
import { zonderKeuze } from '#domain/tafel.ts'
import { isAanTafel, type Stand } from '#domain/toegang.ts'
import { readAfspraak, readAfwegingen } from './afspraak-data.server.ts'
import { readBriefkaart } from './briefkaart.server.ts'

/** Who takes part, what was decided about them, and what this person may change of it. */
export async function readDeelnemersPagina(sql: Sql, kluis: Kluis, deelnemerschap: Deelnemerschap) {
  const { overleg, deelname, deelnemerId } = deelnemerschap
  const mag = magOf(deelnemerschap)
  const deelnemers = await listDeelnemers(sql, overleg.id)
  const gebruikerIds = deelnemers.map(({ gebruikerId }) => gebruikerId)
  const personen = await listClientPersonen(sql, overleg.id)
  const ik = deelnemers.find(({ id }) => id === deelnemerId)

  return {
    mag: { ...mag, aanvaarden: mag.aanvaarden && ik?.casushouderAanvaardOp === null },
    aanTafel: isAanTafel(deelname, overleg.stand),
    stand: overleg.stand,
    overleg: toOverleg(overleg),
    afspraak: await readAfspraak(sql, deelnemerschap, deelnemers),
    afwegingen: await readAfwegingen(sql, deelnemerschap),
    beheer: mag.beheren ? toBeheer(overleg) : null,
    deelnemers: deelnemers.map((rij) => ({
      ...toDeelnemer(rij, deelnemerId, gebruikerIds),
      afspraak: mag.antwoordenZien ? toAfspraak(rij) : null,
    })),
    clientzijde: personen.map((rij) => toPersoon(rij, mag)),
    brieven: mag.uitnodigen ? await readBriefkaart(sql, kluis, overleg.id) : null,
    voorDeDeur: await listVoorDeDeur(sql, deelnemerschap, mag),
    onbeslist: overleg.stand.metClient && mag.isOpen ? zonderKeuze(deelnemers) : [],
    kandidaten: mag.beheren ? await listKandidaten(sql, deelnemers) : [],
  }
}
export type DeelnemersPagina = Awaited<ReturnType<typeof readDeelnemersPagina>>
export type Deelnemer = DeelnemersPagina['deelnemers'][number]
export type Clientpersoon = ReturnType<typeof toPersoon>

type Mag = Pick<ReturnType<typeof magOf>, 'uitnodigen'>

function magOf({ overleg: { stand }, deelname: { rol } }: Deelnemerschap) {
  const { status } = stand.overleg
  const isOpen = status === 'gepland' || status === 'lopend'
  return {
    isOpen,
    beheren: isOpen && isBevoegd(rol, 'deelnemers-beheren'),
    uitnodigen: status !== 'afgebroken' && isBevoegd(rol, 'client-uitnodigen'),
    // T2: from then on it is the procesregisseur who sends away or brings back.
    kiezen: isOpen && stand.metClient && (!isMetClient(stand) || rol === 'procesregisseur'),
    // Who comes is of interest before the start; to the procesregisseur also who did not. F8
    antwoordenZien: status === 'gepland' || rol === 'procesregisseur',
    voordragen: isOpen && isBevoegd(rol, 'casushouder-voordragen'),
    aanvaarden: isOpen && isBevoegd(rol, 'casushouderschap-aanvaarden'),
  }
}

function isMetClient({ overleg }: Stand) {
  return overleg.status === 'lopend' && overleg.tafel === 'met-client'
}

// Not the vraag: that is what vraagstelling begins with, and this page outlives the right to read that. Section 5
function toOverleg({ geplandOp, zonderClient, afgebrokenReden }: OverlegRij) {
  return { moment: momentTekst(geplandOp), zonderClient, afgebrokenReden }
}

function toBeheer({ geplandOp, linkVooroverleg, linkTafel, stand }: OverlegRij) {
  return {
    ...formatMoment(geplandOp),
    linkVooroverleg: linkVooroverleg ?? '',
    linkTafel: linkTafel ?? '',
    clientZit: isMetClient(stand),
  }
}

// No presence, no hands, no telephone: this page is also there for who left the table. T2
function toDeelnemer(rij: DeelnemerRij, ikId: string, gebruikerIds: string[]) {
  const { id, naam, organisatie, keten, functie, taak, rol, keuze, vertrekreden } = rij
  const { convenant, verklaringGetekendOp, casushouderAanvaardOp } = rij
  return {
    id,
    naam,
    organisatie,
    keten,
    functie,
    taak,
    rol,
    keuze,
    vertrekreden,
    kleur: kleurAanTafel(rij.gebruikerId, gebruikerIds),
    isIk: id === ikId,
    convenant,
    verklaring: verklaringGetekendOp !== null,
    aanvaard: casushouderAanvaardOp !== null,
  }
}

function toAfspraak({ rol, antwoord, geantwoordOp, inPlaatsVan }: DeelnemerRij) {
  if (rol === 'procesregisseur') return null
  const op = geantwoordOp && datumTekst(datumInNederland(geantwoordOp))
  return { antwoord, op, inPlaatsVan }
}

function toPersoon(rij: ClientPersoonRij, mag: Mag) {
  const { id, soort, naam, taal, uitgenodigdOp, geblokkeerd, heeftPin } = rij
  const brief = {
    uitgenodigdOp: uitgenodigdOp && momentTekst(uitgenodigdOp),
    geblokkeerd,
    heeftPin,
    taal,
  }
  return { id, soort, naam, brief: mag.uitnodigen ? brief : null }
}

/** Browsers that came with the code alone after vaststellen: a human who knows the cliënt lets them in. S5 */
async function listVoorDeDeur(sql: Sql, { overleg }: Deelnemerschap, mag: Mag) {
  if (!mag.uitnodigen || overleg.stand.overleg.status !== 'vastgesteld') return []
  const aanwezigen = await listClientAanwezigen(sql, overleg.id)
  return aanwezigen
    .filter(({ toegelaten, metPin }) => !toegelaten && !metPin)
    .map(({ sessieId, naam, soort }) => ({ sessieId, naam, soort }))
}

async function listKandidaten(sql: Sql, deelnemers: DeelnemerRij[]) {
  const er = new Set(deelnemers.map(({ gebruikerId }) => gebruikerId))
  const gebruikers = await listGebruikers(sql)
  return gebruikers
    .filter(({ id }) => !er.has(id))
    .map(({ id, naam, functie, organisatie, convenant }) => ({
      id,
      naam,
      functie,
      organisatie,
      convenant,
    }))
}
