import type { Sql } from '#db/connection.ts'
import { findDeelnemerschap } from '#db/overleggen.ts'
import { isAanTafel, toegangTotDocument } from '#domain/toegang.ts'

/** What a deelnemer may do now at the table with the cliënt. */
export async function magNog(sql: Sql, overlegId: string, gebruikerId: string) {
  const deelnemerschap = await findDeelnemerschap(sql, { overlegId, gebruikerId })
  if (!deelnemerschap) throw new Error('No deelnemer')
  const { deelname, overleg } = deelnemerschap
  const { stand } = overleg
  return {
    tafel: isAanTafel(deelname, stand),
    samenvatting: toegangTotDocument(deelname, 'samenvatting', stand),
    besluitvorming: toegangTotDocument(deelname, 'besluitvorming', stand),
  }
}
