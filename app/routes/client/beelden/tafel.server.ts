import type { TafelActie, Tafelbeeld } from '#app/components/client/clientbeeld.ts'
import type { Zinbeeld } from '#app/components/client/stembeeld.ts'
import { tijdTekst } from '#app/tekst.ts'
import { datumIn } from '#app/woorden/datum.ts'
import type { Taal } from '#app/woorden/taal.ts'
import { findLinkTafel } from '#db/afspraken.ts'
import { listAntwoorden } from '#db/antwoorden.ts'
import { findBeslotenTot } from '#db/besloten.ts'
import type { ClientSessieRij } from '#db/client-sessies.ts'
import type { Query } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { readDocument } from '#db/documenten.ts'
import { findEigenWoorden } from '#db/eigen-woorden.ts'
import { magSpreken, type Woordversies } from '#domain/antwoord.ts'
import { projectTafel } from '#domain/projectie.ts'
import type { Eigentafel } from './eigen-tafel.server.ts'
import { metStem, zinbeeldenOf } from './stem.server.ts'

/** What everybody of the client side sees alike at the table. */
export type Gedeeldetafel = Pick<Tafelbeeld, 'aanTafel' | 'inhoud' | 'link'> & {
  stem: { samenvatting: Zinbeeld[]; eigenWoorden: Woordversies }
  beslotenTot: string | null
}

/** The table as the client side sees it, for whoever may look along. T6 */
export async function readTafel(
  sql: Query,
  { overlegId, taal }: { overlegId: string; taal: Taal },
): Promise<Gedeeldetafel> {
  const [beslotenTot, link, deelnemers, samenvatting, besluitvorming, antwoorden, eigenWoorden] =
    await Promise.all([
      findBeslotenTot(sql, overlegId),
      findLinkTafel(sql, overlegId),
      listDeelnemers(sql, overlegId),
      readDocument(sql, { overlegId, document: 'samenvatting' }),
      readDocument(sql, { overlegId, document: 'besluitvorming' }),
      listAntwoorden(sql, overlegId),
      findEigenWoorden(sql, overlegId),
    ])
  const { aanTafel, acties, ...tekst } = projectTafel({
    deelnemers,
    samenvatting: samenvatting.knopen,
    besluitvorming: besluitvorming.knopen,
    acties: besluitvorming.acties,
  })
  return {
    // K4: while the client side is alone, nobody else is there, and there is no room with others.
    aanTafel: beslotenTot ? [] : aanTafel,
    link: beslotenTot ? null : link,
    inhoud: {
      ...tekst,
      acties: metStem(acties, antwoorden.acties).map((actie) => toActie(actie, taal)),
    },
    stem: { samenvatting: zinbeeldenOf(tekst.samenvatting, antwoorden.zinnen), eigenWoorden },
    beslotenTot: beslotenTot && tijdTekst(beslotenTot),
  }
}

/** Of one browser: who it is, and what it asked for. */
export function tafelOf(
  { stem, beslotenTot, ...tafel }: Gedeeldetafel,
  eigen: Eigentafel,
  { soort, signaal, heeftPin }: ClientSessieRij,
  contact: Tafelbeeld['contact'],
): Tafelbeeld {
  const mag = magSpreken(soort)
  return {
    weergave: 'tafel',
    contact,
    soort,
    ...tafel,
    antwoorden: { mag, samenvatting: stem.samenvatting },
    eigenWoorden: { mag, ...stem.eigenWoorden },
    signaal,
    heeftPin,
    besloten: beslotenTot ? { tot: beslotenTot, magEinden: mag } : null,
    inbreng: mag ? eigen.inbreng : null,
    steunpersoon: mag ? eigen.steunpersoon : null,
  }
}

type Actie = ReturnType<typeof metStem>[number]

function toActie({ wat, waarom, wie, wanneer, stem }: Actie, taal: Taal): TafelActie {
  return { wat, waarom, wie, klaarVoor: wanneer && datumIn(taal, wanneer), stem }
}
