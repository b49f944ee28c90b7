import type { ClientBrowser } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import { listClientPersonen } from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import { lockOverleg } from '#db/overleggen.ts'
import { findPlan, type Plan } from '#db/plannen.ts'
import { findRechten } from '#db/rechten.ts'
import { insertVerzoek, listVerzoeken } from '#db/verzoeken.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { clientweergaveOf } from '#domain/tafel.ts'
import { dienVerzoekIn, VERZOEK_IN_TEKENS, zinnenVanPlan } from '#domain/verzoek.ts'
import { parseTekst } from './invoer.server.ts'

type Input = { browser: ClientBrowser; sleutel: string; tekst: string }

/** *Klopt er iets niet?*, by a browser that sees the plan now. Words are named by what they say: no ids come from there. K7, S1 */
export function submitVerzoekCommand(
  sql: Sql,
  { browser, sleutel, tekst }: Input,
): Promise<Result<{ verzoekId: string }, Refusal>> {
  const { overlegId, clientPersoonId } = browser
  return sql.begin(async (sql) => {
    await lockOverleg(sql, overlegId)
    const rechten = (await findRechten(sql, [overlegId])).get(overlegId)
    const ziet = rechten && clientweergaveOf(browser, rechten.stand) === 'plan'
    const plan = ziet ? await findPlan(sql, overlegId) : null
    const personen = await listClientPersonen(sql, overlegId)
    const persoon = personen.find(({ id }) => id === clientPersoonId)
    if (!plan || !persoon) return refuse({ code: 'niet-gevonden' })

    const schoon = parseTekst(tekst, VERZOEK_IN_TEKENS)
    if (schoon === null) return refuse({ code: 'verzoek-te-lang' })
    const eerdere = await listVerzoeken(sql, overlegId)
    const { soort } = persoon
    const result = dienVerzoekIn(eerdere, { soort, zin: findZin(plan, sleutel), tekst: schoon })
    if (!result.ok) return result

    const { planId } = plan
    const verzoekId = await insertVerzoek(sql, { planId, clientPersoonId, ...result.value })
    const details = { verzoekId }
    await recordAudit(sql, { event: 'verzoek-submitted', overlegId, clientPersoonId, details })
    return accept({ verzoekId })
  })
}

function findZin(plan: Plan, sleutel: string): string | null {
  const zinnen = zinnenVanPlan(plan).flatMap(({ zinnen }) => zinnen)
  return zinnen.find((zin) => zin.sleutel === sleutel)?.tekst ?? null
}
