import { recordAudit } from '#db/audit.ts'
import { listClientPersonen, removeClientPersoon } from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

type Input = Key & { clientPersoonId: string }

/** His letter no longer opens anything. Whom the meeting is with goes to the wachtkamer first. T5 */
export function removeClientPersoonCommand(
  sql: Sql,
  { overlegId, gebruikerId, clientPersoonId }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'client-uitnodigen' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand } }) => {
    const open = checkVoorEinde(stand.overleg)
    if (!open.ok) return open
    const personen = await listClientPersonen(sql, overlegId)
    const persoon = personen.find(({ id }) => id === clientPersoonId)
    if (!persoon) return refuse({ code: 'niet-gevonden' })
    const metClient = stand.overleg.status === 'lopend' && stand.overleg.tafel === 'met-client'
    if (metClient && persoon.soort !== 'steunpersoon') {
      return refuse({ code: 'client-zit-aan-tafel' })
    }

    await removeClientPersoon(sql, clientPersoonId)
    await recordAudit(sql, {
      event: 'client-persoon-removed',
      overlegId,
      gebruikerId,
      clientPersoonId,
    })
    return accept(null)
  })
}
