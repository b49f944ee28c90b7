import type { ClientBrowser } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { writeByServer } from '#db/documenten.ts'
import { closeInbreng, type Inbrengvraag, listInbrengvragen, takeInbreng } from '#db/inbreng.ts'
import { appendInbreng } from '#db/yjs-inhoud.ts'
import { magSpreken } from '#domain/antwoord.ts'
import { isVraagOpen, kopVan } from '#domain/inbreng.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asClient } from './as-client.server.ts'

/** `vraag`: which asking this answers, as it stood in the form. */
type Input = { browser: ClientBrowser; vraag: string; antwoord: 'ja' | 'nee' }

/**
 * *Mag dit op tafel?* A yes and the text in the plan are one commit; nobody has seen a word of it before. K5, D1
 *
 * An answer to what is not asked at this moment (answered before, taken back, asked again) is an answer to nothing.
 */
export function answerInbrengCommand(
  sql: Sql,
  { browser, vraag, antwoord }: Input,
): Promise<Result<null, Refusal>> {
  const { overlegId, clientPersoonId } = browser
  const key = { browser, wat: 'handeling:inbreng', weergaven: ['tafel'] } as const
  return asClient(sql, key, async (sql, { sessie, stand }) => {
    const vragen = magSpreken(sessie.soort) ? await listInbrengvragen(sql, overlegId) : []
    const gevraagd = vragen.find(({ sleutel }) => sleutel === vraag)
    if (!gevraagd || !isVraagOpen(gevraagd.deelname, stand))
      return refuse({ code: 'niet-gevonden' })

    if (antwoord === 'nee') {
      await closeInbreng(sql, gevraagd.id)
      await recordAudit(sql, { event: 'inbreng-declined', overlegId, clientPersoonId })
      return accept(null)
    }
    await putOnTable(sql, overlegId, gevraagd)
    const wat = 'document:besluitvorming'
    await recordAudit(sql, { event: 'inbreng-accepted', overlegId, clientPersoonId, wat })
    return accept(null)
  })
}

async function putOnTable(sql: Transaction, overlegId: string, { id, ...auteur }: Inbrengvraag) {
  const tekst = await takeInbreng(sql, id)
  await writeByServer(sql, { overlegId, document: 'besluitvorming' }, (doc) =>
    appendInbreng(doc, kopVan(auteur), tekst),
  )
}
