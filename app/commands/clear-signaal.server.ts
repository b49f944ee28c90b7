import { listClientAanwezigen } from '#db/client-personen.ts'
import { setSignaal } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBevoegde } from './as-deelnemer.server.ts'

type Input = { overlegId: string; gebruikerId: string; sessieId: string }

/** The procesregisseur saw the signal and acted on it. */
export function clearSignaalCommand(
  sql: Sql,
  { overlegId, gebruikerId, sessieId }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'wachtkamer-zien' } as const
  return asBevoegde(sql, key, async (sql) => {
    const aanwezigen = await listClientAanwezigen(sql, overlegId)
    if (!aanwezigen.some((aanwezige) => aanwezige.sessieId === sessieId)) {
      return refuse({ code: 'niet-gevonden' })
    }
    await setSignaal(sql, sessieId, null)
    return accept(null)
  })
}
