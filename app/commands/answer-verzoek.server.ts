import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { insertAntwoord, listVerzoeken } from '#db/verzoeken.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { type Besluit, beantwoordVerzoek, VERZOEK_IN_TEKENS } from '#domain/verzoek.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { parseTekst, refuseVelden } from './invoer.server.ts'

type Input = Key & { verzoekId: string; besluit: Besluit; tekst: string }

/** The casushouder says how it reads now, or why it stays as it is. The plan itself is never changed. K7, P1 */
export function answerVerzoekCommand(
  sql: Sql,
  { overlegId, gebruikerId, verzoekId, besluit, tekst }: Input,
): Promise<Result<{ besluit: Besluit }, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'verzoek-beantwoorden' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    if (overleg.stand.overleg.status !== 'vastgesteld') {
      return refuse({ code: 'overleg-niet-vastgesteld' })
    }
    const verzoek = (await listVerzoeken(sql, overlegId)).find(({ id }) => id === verzoekId)
    if (!verzoek) return refuse({ code: 'niet-gevonden' })
    const schoon = parseTekst(tekst, VERZOEK_IN_TEKENS)
    if (schoon === null) {
      return refuseVelden({ tekst: `Maak het antwoord korter dan ${VERZOEK_IN_TEKENS} tekens.` })
    }
    const result = beantwoordVerzoek(verzoek, { besluit, tekst: schoon })
    if (!result.ok) return result

    await insertAntwoord(sql, { verzoekId, gebruikerId, ...result.value })
    const details = { verzoekId, besluit }
    await recordAudit(sql, { event: 'verzoek-answered', overlegId, gebruikerId, details })
    return accept({ besluit })
  })
}
