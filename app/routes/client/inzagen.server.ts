import type { ClientBrowser } from '#app/context.ts'
import { woordenIn } from '#app/woorden/client.ts'
import { datumIn } from '#app/woorden/datum.ts'
import type { Taal } from '#app/woorden/taal.ts'
import { vul } from '#app/woorden/vul.ts'
import type { Query } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { listEigenInzagen, listInzagenVanOrganisaties } from '#db/inzagen.ts'
import type { Datum } from '#domain/datum.ts'
import { type Inzage, organisatiesVoorClient } from '#domain/inzage.ts'

/** One line of *Wie keek in mijn plan*: words, and nothing that leads to a person. K9 */
type Inzageregel = { wie: string; tekst: string }

type Vraag = { browser: ClientBrowser; taal: Taal; vandaag: Datum }

export async function readInzageregels(
  sql: Query,
  { browser: { overlegId, soort }, taal, vandaag }: Vraag,
): Promise<Inzageregel[]> {
  const organisatieIds = organisatiesVoorClient(await listDeelnemers(sql, overlegId))
  const vraag = { overlegId, voor: vandaag }
  const [organisaties, eigen] = await Promise.all([
    listInzagenVanOrganisaties(sql, { ...vraag, organisatieIds }),
    listEigenInzagen(sql, vraag),
  ])
  const w = woordenIn(taal).keek
  return [
    ...organisaties.map(({ organisatie, ...inzage }) => regelOf(organisatie, inzage, taal)),
    ...eigen.map((inzage) =>
      regelOf(inzage.soort === soort ? w.zelf : w[inzage.soort], inzage, taal),
    ),
  ]
}

function regelOf(wie: string, { dagen, laatste }: Inzage, taal: Taal): Inzageregel {
  const w = woordenIn(taal).keek
  const delen = { aantal: String(dagen), dag: datumIn(taal, laatste) }
  return { wie, tekst: vul(dagen === 1 ? w.eenDag : w.dagen, delen) }
}
