import { findAfspraak } from '#db/afspraken.ts'
import { type Briefpersoon, findBriefgegevens } from '#db/brieven.ts'
import type { Query } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { type Briefinhoud, genoemdenOf, isOnline } from '#domain/brief.ts'

type Persoon = Briefpersoon & { vervangt: boolean }

/** What a letter to this person would say now; null when the overleg is not there. K1 */
export async function readBriefinhoud(
  sql: Query,
  overlegId: string,
  { soort, taal, naam, vervangt }: Persoon,
): Promise<Briefinhoud | null> {
  const gegevens = await findBriefgegevens(sql, overlegId)
  const afspraak = await findAfspraak(sql, overlegId)
  if (!gegevens || !afspraak) return null
  const { geplandOp, status, plaats, doel } = gegevens
  return {
    type: status === 'vastgesteld' ? 'plan' : 'gesprek',
    soort,
    taal,
    naam,
    doel,
    moment: geplandOp.toISOString(),
    plaats,
    isOnline: isOnline(gegevens),
    genoemden: genoemdenOf(await listDeelnemers(sql, overlegId)),
    contact: afspraak.contact,
    vervangt,
  }
}
