import type { ActieBeeld, Tafelbeeld } from '#app/components/client/clientbeeld.ts'
import { datumIn } from '#app/woorden/datum.ts'
import type { Taal } from '#app/woorden/taal.ts'
import { findLinkTafel } from '#db/afspraken.ts'
import type { ClientSessieRij } from '#db/client-sessies.ts'
import type { Query } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { readDocument } from '#db/documenten.ts'
import { type ActieVoorClient, projectTafel } from '#domain/projectie.ts'

/** What everybody of the client side sees alike at the table. */
export type Gedeeldetafel = Pick<Tafelbeeld, 'aanTafel' | 'inhoud' | 'link'>

/** The table as the client side sees it, for whoever may look along. T6 */
export async function readTafel(
  sql: Query,
  { overlegId, taal }: { overlegId: string; taal: Taal },
): Promise<Gedeeldetafel> {
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
  return {
    aanTafel,
    link,
    inhoud: { ...tekst, acties: acties.map((actie) => toActie(actie, taal)) },
  }
}

/** Of one browser: who it is, and what it asked for. */
export function tafelOf(
  tafel: Gedeeldetafel,
  { soort, signaal, heeftPin }: ClientSessieRij,
  contact: Tafelbeeld['contact'],
): Tafelbeeld {
  return { weergave: 'tafel', contact, soort, ...tafel, signaal, heeftPin }
}

function toActie({ wat, waarom, wie, wanneer }: ActieVoorClient, taal: Taal): ActieBeeld {
  return { wat, waarom, wie, klaarVoor: wanneer && datumIn(taal, wanneer) }
}
