import type { Query } from '#db/connection.ts'
import { findEvaluatiefeiten } from '#db/evaluaties.ts'
import type { Deelnemerschap } from '#db/overleggen.ts'
import { datumInNederland } from '#domain/datum.ts'
import { isEvaluatieOpen } from '#domain/evaluatie.ts'

/** Whether this professional is asked now how it was with the cliënt at the table. K10 */
export async function isEvaluatieOpenVoor(
  sql: Query,
  { overleg, deelname }: Pick<Deelnemerschap, 'overleg' | 'deelname'>,
): Promise<boolean> {
  const { stand, id } = overleg
  const isCasushouder = deelname.rol === 'casushouder' && deelname.toegelaten
  if (!isCasushouder || stand.overleg.status !== 'vastgesteld') return false
  const feiten = await findEvaluatiefeiten(sql, id)
  return feiten !== null && isEvaluatieOpen('casushouder', feiten, datumInNederland(new Date()))
}
