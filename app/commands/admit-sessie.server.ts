import { recordAudit } from '#db/audit.ts'
import { admitClientSessies, listClientAanwezigen } from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import type { Overleg } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

type Input = Key & { sessieId: string }

/**
 * A further browser of the client side: a second phone, or one that came back as another. T4
 *
 * After vaststellen: who lost his PIN, or never chose one, is let in by a human who knows him. S5
 */
export function admitSessieCommand(
  sql: Sql,
  { overlegId, gebruikerId, sessieId }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'client-aan-tafel' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand } }) => {
    const open = checkOpenVoorClient(stand.overleg)
    if (!open.ok) return open
    // Who is alone stays so: nobody comes in with a letter meanwhile. K4
    if (stand.besloten) return refuse({ code: 'besloten-tijd-loopt' })

    const aanwezigen = await listClientAanwezigen(sql, overlegId)
    const aanwezige = aanwezigen.find((browser) => browser.sessieId === sessieId)
    if (!aanwezige) return refuse({ code: 'niemand-wacht' })
    if (aanwezige.toegelaten) return accept(null)
    if (aanwezige.weggestuurd) return refuse({ code: 'steunpersoon-weggestuurd' })

    await admitClientSessies(sql, [sessieId])
    const { clientPersoonId } = aanwezige
    const details = { sessieId }
    await recordAudit(sql, {
      event: 'sessie-admitted',
      overlegId,
      gebruikerId,
      clientPersoonId,
      details,
    })
    return accept(null)
  })
}

function checkOpenVoorClient(overleg: Overleg): Result<null, Refusal> {
  if (overleg.status === 'vastgesteld') return accept(null)
  if (overleg.status !== 'lopend') return refuse({ code: 'overleg-niet-lopend' })
  return overleg.tafel === 'met-client'
    ? accept(null)
    : refuse({ code: 'client-zit-niet-aan-tafel' })
}
