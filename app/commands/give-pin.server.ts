import { isGeheim } from '#app/auth/geheim.server.ts'
import { parsePin } from '#app/auth/pincode.ts'
import type { ClientBrowser } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import { markMetPin } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import { clearPogingen, takePinpoging } from '#db/uitnodigingen.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'

type Input = { browser: ClientBrowser; pin: string }

/** The PIN of a browser that came in with the code alone. Its tries are the same five. S5 */
export async function givePinCommand(
  sql: Sql,
  { browser, pin }: Input,
): Promise<Result<null, Refusal>> {
  const { clientPersoonId, overlegId, sessieHash } = browser
  const poging = await takePinpoging(sql, clientPersoonId)
  const juist = await isGeheim(poging?.pinHash ?? null, parsePin(pin) ?? '')
  if (!poging) return refuse({ code: 'uitnodiging-geblokkeerd' })
  if (!juist) {
    await recordAudit(sql, { event: 'client-refused', overlegId, clientPersoonId })
    return refuse({ code: 'pin-onjuist' })
  }

  return sql.begin(async (sql) => {
    // First the person and then his browsers, as everybody does who changes both.
    await clearPogingen(sql, clientPersoonId)
    // Ended meanwhile: nobody came in.
    if (!(await markMetPin(sql, sessieHash))) return refuse({ code: 'niet-gevonden' })
    await recordAudit(sql, {
      event: 'client-entered',
      overlegId,
      clientPersoonId,
      details: { metPin: true },
    })
    return accept(null)
  })
}
