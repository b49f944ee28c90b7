import { randomUUID } from 'node:crypto'
import { hashGeheim } from '#app/auth/geheim.server.ts'
import type { Kluis } from '#app/auth/kluis.server.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { createCode, createToken, normaliseCode } from '#app/auth/uitnodigingscode.ts'
import { type Briefgeheim, merkOf, sluitGeheim } from '#app/brieven/geheim.server.ts'
import { readBriefinhoud } from '#app/brieven/inhoud.server.ts'
import { recordAudit } from '#db/audit.ts'
import { findBriefpersoon, insertBrief } from '#db/brieven.ts'
import { removeClientSessies } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import { saveUitnodiging } from '#db/uitnodigingen.ts'
import { isUuid } from '#db/uuid.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBevoegde } from './as-deelnemer.server.ts'

type Input = { overlegId: string; gebruikerId: string; clientPersoonId: string }

/**
 * Makes the letter of one person of the client side. K1
 *
 * What opens something is kept as hashes, and sealed beside the letter until that is on its way. This is the human
 * that five wrong tries need (S5): the count starts anew. The letter before it no longer opens anything, and browsers
 * that came in with it are out.
 */
export async function createUitnodigingCommand(
  sql: Sql,
  kluis: Kluis,
  { overlegId, gebruikerId, clientPersoonId }: Input,
): Promise<Result<Briefgeheim & { briefId: string }, Refusal>> {
  if (!isUuid(clientPersoonId)) return refuse({ code: 'niet-gevonden' })
  const geheim = { token: createToken(), nummer: createCode(), code: createCode() }
  const codeHash = await hashGeheim(normaliseCode(geheim.code))
  const briefId = randomUUID()

  const key = { overlegId, gebruikerId, handeling: 'client-uitnodigen' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    if (overleg.stand.overleg.status === 'afgebroken') {
      return refuse({ code: 'overleg-niet-lopend' })
    }
    if (!overleg.stand.metClient) return refuse({ code: 'overleg-zonder-client' })
    const persoon = await findBriefpersoon(sql, { overlegId, clientPersoonId })
    const inhoud = persoon && (await readBriefinhoud(sql, overlegId, persoon))
    if (!inhoud) return refuse({ code: 'niet-gevonden' })

    const tokenHash = hashOf(geheim.token)
    const nummerMerk = merkOf(kluis, geheim.nummer)
    await saveUitnodiging(sql, { clientPersoonId, overlegId, tokenHash, nummerMerk, codeHash })
    const gesloten = sluitGeheim(kluis, briefId, geheim)
    const brief = { id: briefId, overlegId, clientPersoonId, gebruikerId, inhoud, geheim: gesloten }
    await insertBrief(sql, brief)
    await removeClientSessies(sql, clientPersoonId)
    const event = 'uitnodiging-created'
    await recordAudit(sql, { event, overlegId, gebruikerId, clientPersoonId })
    return accept({ briefId, ...geheim })
  })
}
