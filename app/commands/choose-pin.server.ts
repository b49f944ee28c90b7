import { hashGeheim } from '#app/auth/geheim.server.ts'
import { isMakkelijk, parsePin } from '#app/auth/pincode.ts'
import type { ClientBrowser } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import { markMetPin } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import { savePinHash } from '#db/uitnodigingen.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asClient } from './as-client.server.ts'

type Input = { browser: ClientBrowser; pin: string }

/** The PIN that, with the code, opens Mijn plan afterwards. Chosen at the table, or on the plan that is open already. S5 */
export async function choosePinCommand(
  sql: Sql,
  { browser, pin }: Input,
): Promise<Result<null, Refusal>> {
  const gekozen = parsePin(pin)
  if (!gekozen) return refuse({ code: 'pin-vorm' })
  if (isMakkelijk(gekozen)) return refuse({ code: 'pin-te-makkelijk' })
  const pinHash = await hashGeheim(gekozen)

  const { overlegId, clientPersoonId, sessieHash } = browser
  const vraag = { browser, wat: 'handeling:pin-kiezen', weergaven: ['tafel', 'plan'] } as const
  return asClient(sql, vraag, async (sql) => {
    await savePinHash(sql, clientPersoonId, pinHash)
    await markMetPin(sql, sessieHash)
    await recordAudit(sql, { event: 'pin-chosen', overlegId, clientPersoonId })
    return accept(null)
  })
}
