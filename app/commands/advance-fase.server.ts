import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { readDocument } from '#db/documenten.ts'
import { saveOverleg } from '#db/overleggen.ts'
import { advanceFase, type Fase, type LopendOverleg } from '#domain/fase.ts'
import { blokkenOf, heeftTekst } from '#domain/inhoud.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

type Input = Key & { from: Fase }

/** Moves on from the fase that is on the procesregisseur's screen. F1, F4 */
export function advanceFaseCommand(
  sql: Sql,
  { overlegId, gebruikerId, from }: Input,
): Promise<Result<LopendOverleg, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'fase-afronden' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const { knopen } = await readDocument(sql, { overlegId, document: 'vraagstelling' })
    const heeftVraag = heeftTekst(blokkenOf(knopen))
    const result = advanceFase(overleg.stand.overleg, { from, heeftVraag })
    if (!result.ok) return result

    const to = result.value.fase
    await saveOverleg(sql, overlegId, result.value)
    await recordAudit(sql, {
      event: 'fase-advanced',
      overlegId,
      gebruikerId,
      details: { from, to },
    })
    return result
  })
}
