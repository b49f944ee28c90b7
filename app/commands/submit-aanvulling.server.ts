import { createAanvulling } from '#db/aanvullingen.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import type { Document } from '#domain/document.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { type Situatie, situatieOf } from '#domain/toegang.ts'
import { asDeelnemer, type Key } from './as-deelnemer.server.ts'
import { parseTekst, refuseVelden } from './invoer.server.ts'

type Input = Key & { document: Document; tekst: string }

const NOG_NIET_BEGONNEN: readonly Situatie[] = ['gepland: overige', 'lopend: fase komt nog']
const MAX_TEKENS = 20_000

/**
 * Text that came too late, as a row below the document. D3
 *
 * Also of somebody who may no longer read it: what he wrote while he could must not be lost. He gets nothing to read.
 */
export function submitAanvullingCommand(
  sql: Sql,
  { overlegId, gebruikerId, document, tekst }: Input,
): Promise<Result<{ aanvullingId: string }, Refusal>> {
  const key = { overlegId, gebruikerId, wat: 'handeling:aanvulling-indienen' }
  return asDeelnemer(sql, key, async (sql, { deelname, overleg }) => {
    if (!deelname.toegelaten) return refuse({ code: 'verklaring-ontbreekt' })
    const situatie = situatieOf(document, overleg.stand)
    if (NOG_NIET_BEGONNEN.includes(situatie)) return refuse({ code: 'niet-gevonden' })
    const schoon = parseTekst(tekst, MAX_TEKENS)
    if (schoon === null) return refuse({ code: 'te-groot' })
    if (schoon === '') return refuseVelden({ tekst: 'Schrijf eerst uw aanvulling.' })

    const aanvulling = { overlegId, document, gebruikerId, tekst: schoon }
    const aanvullingId = await createAanvulling(sql, aanvulling)
    const details = { document, aanvullingId }
    await recordAudit(sql, { event: 'aanvulling-submitted', overlegId, gebruikerId, details })
    return accept({ aanvullingId })
  })
}
