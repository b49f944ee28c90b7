import type { Planlezing } from '#app/components/client/clientbeeld.ts'
import type { Query } from '#db/connection.ts'
import type { OverlegRij } from '#db/overleggen.ts'
import { FASEN } from '#domain/fase.ts'
import { readPlaninhoud } from '../client/beelden/plan.server.ts'
import { type Gedeeldetafel, readTafel } from '../client/beelden/tafel.server.ts'

/** What the cliënt sees now; `straks`: what he would see if he sat down now. */
export type Meekijkbeeld =
  | { soort: 'wachtkamer' }
  | { soort: 'afgebroken' }
  | { soort: 'besloten' }
  | ({ soort: 'straks' | 'tafel' } & Omit<Gedeeldetafel, 'link' | 'beslotenTot'>)
  | { soort: 'plan'; plan: Planlezing }

export async function readMeekijkbeeld(
  sql: Query,
  { id, stand }: Pick<OverlegRij, 'id' | 'stand'>,
): Promise<Meekijkbeeld> {
  const { overleg } = stand
  if (overleg.status === 'afgebroken') return { soort: 'afgebroken' }
  if (overleg.status === 'gepland') return { soort: 'wachtkamer' }
  if (overleg.status === 'vastgesteld') {
    const plan = await readPlaninhoud(sql, { overlegId: id, taal: 'nl' })
    return plan ? { soort: 'plan', plan } : { soort: 'wachtkamer' }
  }

  // K4: who is alone is watched by nobody.
  if (stand.besloten) return { soort: 'besloten' }
  // F2: before oordeelsvorming there is no samenvatting to look at.
  if (FASEN.indexOf(overleg.fase) < FASEN.indexOf('oordeelsvorming')) return { soort: 'wachtkamer' }
  const isTafel = overleg.tafel === 'met-client' && !stand.dicht
  const {
    link: _link,
    beslotenTot: _tot,
    ...tafel
  } = await readTafel(sql, { overlegId: id, taal: 'nl' })
  return { soort: isTafel ? 'tafel' : 'straks', ...tafel }
}
