import type { ClientBrowser } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { findPlan, type Plan } from '#db/plannen.ts'
import { insertVerzoek, listVerzoeken, type VerzoekRij } from '#db/verzoeken.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { dienVerzoekIn, magVerzoeken, VERZOEK_IN_TEKENS, zinnenVanPlan } from '#domain/verzoek.ts'
import { asClient } from './as-client.server.ts'
import { parseTekst } from './invoer.server.ts'

type Input = { browser: ClientBrowser; sleutel: string; tekst: string }

/** *Klopt er iets niet?*, by a browser that sees the plan now. Words are named by what they say: no ids come from there. K7, S1 */
export function submitVerzoekCommand(
  sql: Sql,
  { browser, sleutel, tekst }: Input,
): Promise<Result<{ verzoekId: string }, Refusal>> {
  const { overlegId, clientPersoonId } = browser
  const vraag = { browser, wat: 'handeling:verzoek', weergaven: ['plan'] } as const
  return asClient(sql, vraag, async (sql, { sessie: { soort } }) => {
    const plan = await findPlan(sql, overlegId)
    if (!plan) return refuse({ code: 'niet-gevonden' })

    const schoon = parseTekst(tekst, VERZOEK_IN_TEKENS)
    if (schoon === null) return refuse({ code: 'verzoek-te-lang' })
    const eerdere = await listVerzoeken(sql, overlegId)
    const vraag = { soort, zin: findZin(plan, sleutel), tekst: schoon }
    // The answer may have been lost on its way: who then sends the same again has asked it once.
    const zelfde = eerdere.find((eerder) => isZelfde(eerder, vraag))
    if (zelfde && magVerzoeken(soort)) return accept({ verzoekId: zelfde.id })
    const result = dienVerzoekIn(eerdere, vraag)
    if (!result.ok) return result

    const { planId } = plan
    const verzoekId = await insertVerzoek(sql, { planId, clientPersoonId, ...result.value })
    const details = { verzoekId }
    await recordAudit(sql, { event: 'verzoek-submitted', overlegId, clientPersoonId, details })
    return accept({ verzoekId })
  })
}

type Vraag = { zin: string | null; tekst: string }

function isZelfde({ zin, tekst, antwoord }: VerzoekRij, vraag: Vraag): boolean {
  return antwoord === null && zin === vraag.zin && tekst === vraag.tekst.trim()
}

function findZin(plan: Plan, sleutel: string): string | null {
  const zinnen = zinnenVanPlan(plan).flatMap(({ zinnen }) => zinnen)
  return zinnen.find((zin) => zin.sleutel === sleutel)?.tekst ?? null
}
