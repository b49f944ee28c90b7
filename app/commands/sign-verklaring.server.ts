import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { signVerklaring } from '#db/deelnemers.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result } from '#domain/result.ts'
import { asDeelnemer, type Key } from './as-deelnemer.server.ts'

/** The geheimhoudingsverklaring of one person for one overleg. Who is already admitted has nothing to sign. T9 */
export function signVerklaringCommand(
  sql: Sql,
  { overlegId, gebruikerId }: Key,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, wat: 'handeling:verklaring-tekenen' }
  return asDeelnemer(sql, key, async (sql, { deelname, deelnemerId }) => {
    if (deelname.toegelaten) return accept(null)

    await signVerklaring(sql, deelnemerId)
    await recordAudit(sql, { event: 'verklaring-signed', overlegId, gebruikerId })
    return accept(null)
  })
}
