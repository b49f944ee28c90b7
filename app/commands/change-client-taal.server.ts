import { recordAudit } from '#db/audit.ts'
import { listClientPersonen, saveClientTaal } from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import type { Taal } from '#domain/taal.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

type Input = Key & { clientPersoonId: string; taal: Taal }

/** His next letter is in this language, also the one with which he reads his plan. K2 */
export function changeClientTaalCommand(
  sql: Sql,
  { overlegId, gebruikerId, clientPersoonId, taal }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'client-uitnodigen' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand } }) => {
    if (stand.overleg.status === 'afgebroken') return refuse({ code: 'overleg-niet-lopend' })
    if (!stand.metClient) return refuse({ code: 'overleg-zonder-client' })
    const personen = await listClientPersonen(sql, overlegId)
    const persoon = personen.find(({ id }) => id === clientPersoonId)
    if (!persoon) return refuse({ code: 'niet-gevonden' })
    if (persoon.taal === taal) return accept(null)

    await saveClientTaal(sql, clientPersoonId, taal)
    const audit = { overlegId, gebruikerId, clientPersoonId, details: { taal } }
    await recordAudit(sql, { event: 'client-persoon-changed', ...audit })
    return accept(null)
  })
}
