import { hashGeheim } from '#app/auth/geheim.server.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { createCode, createToken, normaliseCode } from '#app/auth/uitnodigingscode.ts'
import { recordAudit } from '#db/audit.ts'
import { removeClientSessies } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import { saveUitnodiging } from '#db/uitnodigingen.ts'
import { isUuid } from '#db/uuid.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBevoegde } from './as-deelnemer.server.ts'

type Input = { overlegId: string; gebruikerId: string; clientPersoonId: string }

/**
 * Makes the letter of one person of the client side: a link and a code, told once and stored as hashes.
 *
 * This is the human that five wrong tries need (S5): the count starts anew. The letter before it no longer opens
 * anything, and browsers that came in with it are out.
 */
export async function createUitnodigingCommand(
  sql: Sql,
  { overlegId, gebruikerId, clientPersoonId }: Input,
): Promise<Result<{ token: string; code: string }, Refusal>> {
  if (!isUuid(clientPersoonId)) return refuse({ code: 'niet-gevonden' })
  const token = createToken()
  const code = createCode()
  const codeHash = await hashGeheim(normaliseCode(code))

  const key = { overlegId, gebruikerId, handeling: 'client-uitnodigen' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    if (overleg.stand.overleg.status === 'afgebroken') {
      return refuse({ code: 'overleg-niet-lopend' })
    }
    if (!overleg.stand.metClient) return refuse({ code: 'overleg-zonder-client' })
    const uitnodiging = { clientPersoonId, overlegId, tokenHash: hashOf(token), codeHash }
    if (!(await saveUitnodiging(sql, uitnodiging))) return refuse({ code: 'niet-gevonden' })

    await removeClientSessies(sql, clientPersoonId)
    const event = 'uitnodiging-created'
    await recordAudit(sql, { event, overlegId, gebruikerId, clientPersoonId })
    return accept({ token, code })
  })
}
