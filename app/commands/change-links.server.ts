import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { saveLinks } from '#db/overleggen.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { checkLinks, refuseVelden } from './invoer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

type Input = Key & { linkVooroverleg: string | null; linkTafel: string | null }

/** Two video rooms, so that nobody has to be sent out of one. */
export function changeLinksCommand(
  sql: Sql,
  { overlegId, gebruikerId, linkVooroverleg, linkTafel }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'overleg-verplaatsen' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const open = checkVoorEinde(overleg.stand.overleg)
    if (!open.ok) return open
    const fouten = checkLinks({ linkVooroverleg, linkTafel })
    if (fouten) return refuseVelden(fouten)

    await saveLinks(sql, overlegId, { linkVooroverleg, linkTafel })
    await recordAudit(sql, { event: 'links-changed', overlegId, gebruikerId })
    return accept(null)
  })
}
