import type { Inhoud, PlanActie, Tafelbeeld } from '#app/components/client/clientbeeld.ts'
import type { Query } from '#db/connection.ts'
import type { OverlegRij } from '#db/overleggen.ts'
import { FASEN } from '#domain/fase.ts'
import { readPlaninhoud } from '../client/beelden/plan.server.ts'
import { readTafel } from '../client/beelden/tafel.server.ts'

type Tafel = Pick<Tafelbeeld, 'aanTafel' | 'inhoud'>

/** What the cliënt sees now; `straks`: what he would see if he sat down now. */
export type Meekijkbeeld =
  | { soort: 'wachtkamer' }
  | { soort: 'afgebroken' }
  | ({ soort: 'straks' | 'tafel' } & Tafel)
  | { soort: 'plan'; inhoud: Inhoud<PlanActie> }

export async function readMeekijkbeeld(
  sql: Query,
  { id, stand }: Pick<OverlegRij, 'id' | 'stand'>,
): Promise<Meekijkbeeld> {
  const { overleg } = stand
  if (overleg.status === 'afgebroken') return { soort: 'afgebroken' }
  if (overleg.status === 'gepland') return { soort: 'wachtkamer' }
  if (overleg.status === 'vastgesteld') {
    const inhoud = await readPlaninhoud(sql, { overlegId: id, taal: 'nl' })
    return inhoud ? { soort: 'plan', inhoud } : { soort: 'wachtkamer' }
  }

  // F2: before oordeelsvorming there is no samenvatting to look at.
  if (FASEN.indexOf(overleg.fase) < FASEN.indexOf('oordeelsvorming')) return { soort: 'wachtkamer' }
  const isTafel = overleg.tafel === 'met-client' && !stand.dicht
  return {
    soort: isTafel ? 'tafel' : 'straks',
    ...(await readTafel(sql, { overlegId: id, taal: 'nl' })),
  }
}
