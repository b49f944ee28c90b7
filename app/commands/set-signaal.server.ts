import type { ClientBrowser } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import { setSignaal } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result } from '#domain/result.ts'
import type { Signaal } from '#domain/tafel.ts'
import { asClient } from './as-client.server.ts'

type Input = {
  browser: Pick<ClientBrowser, 'overlegId' | 'sessieHash' | 'clientPersoonId'>
  signaal: Signaal | null
}

/** A calm signal of one browser of the client side to the procesregisseur; null takes it back. */
export function setSignaalCommand(
  sql: Sql,
  { browser, signaal }: Input,
): Promise<Result<null, Refusal>> {
  const weergaven = ['wachtkamer', 'tafel'] as const
  const key = { browser, wat: 'handeling:signaal', weergaven }
  return asClient(sql, key, async (sql, { sessie }) => {
    if (sessie.signaal === signaal) return accept(null)
    const { overlegId, clientPersoonId } = sessie
    await setSignaal(sql, sessie.sessieId, signaal)
    const details = { signaal: signaal ?? 'teruggenomen' }
    await recordAudit(sql, { event: 'signaal-given', overlegId, clientPersoonId, details })
    return accept(null)
  })
}
