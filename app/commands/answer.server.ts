import type { ClientBrowser } from '#app/context.ts'
import { saveAntwoord } from '#db/antwoorden.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { readDocument } from '#db/documenten.ts'
import { type Actieantwoord, magSpreken, type Zinantwoord } from '#domain/antwoord.ts'
import { projectTafel } from '#domain/projectie.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { actieWoorden } from '#domain/stem.ts'
import { zinnenOf } from '#domain/zin.ts'
import { asClient } from './as-client.server.ts'

type Vraag =
  | { soort: 'zin'; sleutel: string; antwoord: Zinantwoord }
  | { soort: 'actie'; sleutel: string; antwoord: Actieantwoord }
type Input = { browser: ClientBrowser; vraag: Vraag }

/**
 * What the client side says of a sentence or an actie, at the table. K3
 *
 * Only of words that stand on its screen now: while the overleg is locked nobody can write, so what is looked up here
 * is what counts, and the words that are kept with the answer are ours, never the browser's.
 */
export function answerCommand(sql: Sql, { browser, vraag }: Input): Promise<Result<null, Refusal>> {
  const { overlegId, clientPersoonId } = browser
  const wie = { browser, wat: `handeling:${vraag.soort}-antwoord`, weergaven: ['tafel'] } as const
  return asClient(sql, wie, async (sql, { sessie }) => {
    if (!magSpreken(sessie.soort)) return refuse({ code: 'niet-bevoegd' })
    const teksten = await listTeksten(sql, overlegId, vraag.soort)
    const gevraagd = teksten.find(({ sleutel }) => sleutel === vraag.sleutel)
    if (!gevraagd) return refuse({ code: 'tekst-gewijzigd' })

    await saveAntwoord(sql, overlegId, { ...vraag, tekst: gevraagd.tekst })
    const event = vraag.soort === 'zin' ? 'sentence-answered' : 'actie-answered'
    await recordAudit(sql, { event, overlegId, clientPersoonId })
    return accept(null)
  })
}

/** What can be answered now. */
async function listTeksten(sql: Transaction, overlegId: string, soort: Vraag['soort']) {
  const document = soort === 'zin' ? 'samenvatting' : 'besluitvorming'
  const { knopen, acties } = await readDocument(sql, { overlegId, document })
  const { samenvatting, acties: zichtbaar } = projectTafel({
    deelnemers: await listDeelnemers(sql, overlegId),
    samenvatting: soort === 'zin' ? knopen : [],
    besluitvorming: [],
    acties,
  })
  return soort === 'zin' ? zinnenOf(samenvatting) : zichtbaar.map(actieWoorden)
}
