import type { TafelActie, Tafelbeeld } from '#app/components/client/clientbeeld.ts'
import type { Zinbeeld } from '#app/components/client/stembeeld.ts'
import { datumIn } from '#app/woorden/datum.ts'
import type { Taal } from '#app/woorden/taal.ts'
import { findLinkTafel } from '#db/afspraken.ts'
import { listAntwoorden } from '#db/antwoorden.ts'
import type { ClientSessieRij } from '#db/client-sessies.ts'
import type { Query } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { readDocument } from '#db/documenten.ts'
import { findEigenWoorden } from '#db/eigen-woorden.ts'
import { magSpreken, type Woordversies } from '#domain/antwoord.ts'
import { projectTafel } from '#domain/projectie.ts'
import { metStem, zinbeeldenOf } from './stem.server.ts'

/** What everybody of the client side sees alike at the table. */
export type Gedeeldetafel = Pick<Tafelbeeld, 'aanTafel' | 'inhoud' | 'link'> & {
  stem: { samenvatting: Zinbeeld[]; eigenWoorden: Woordversies }
}

/** The table as the client side sees it, for whoever may look along. T6 */
export async function readTafel(
  sql: Query,
  { overlegId, taal }: { overlegId: string; taal: Taal },
): Promise<Gedeeldetafel> {
  const [link, deelnemers, samenvatting, besluitvorming, antwoorden, eigenWoorden] =
    await Promise.all([
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
    aanTafel,
    link,
    inhoud: {
      ...tekst,
      acties: metStem(acties, antwoorden.acties).map((actie) => toActie(actie, taal)),
    },
    stem: { samenvatting: zinbeeldenOf(tekst.samenvatting, antwoorden.zinnen), eigenWoorden },
  }
}

/** Of one browser: who it is, and what it asked for. */
export function tafelOf(
  { stem, ...tafel }: Gedeeldetafel,
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
  }
}

type Actie = ReturnType<typeof metStem>[number]

function toActie({ wat, waarom, wie, wanneer, stem }: Actie, taal: Taal): TafelActie {
  return { wat, waarom, wie, klaarVoor: wanneer && datumIn(taal, wanneer), stem }
}
