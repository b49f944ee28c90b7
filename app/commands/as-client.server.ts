import type { ClientBrowser } from '#app/context.ts'
import { type ClientSessieRij, listClientSessies } from '#db/client-sessies.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { lockOverleg } from '#db/overleggen.ts'
import { findRechten } from '#db/rechten.ts'
import { recordOf } from '#db/record.ts'
import type { Refusal } from '#domain/refusal.ts'
import { type Result, refuse } from '#domain/result.ts'
import { type Clientweergave, clientweergaveOf } from '#domain/tafel.ts'
import type { Stand } from '#domain/toegang.ts'

type Wie = Pick<ClientBrowser, 'overlegId' | 'sessieHash' | 'clientPersoonId'>
type Vraag = { browser: Wie; wat: string; weergaven: readonly Clientweergave[] }
type Change<Value> = (
  sql: Transaction,
  client: { sessie: ClientSessieRij; stand: Stand; weergave: Clientweergave },
) => Promise<Result<Value, Refusal>>

/**
 * One thing that a browser of the client side does: all of it, or nothing.
 *
 * By what it sees at this moment, asked under the lock: what it cannot see it cannot answer either, whatever its page
 * still shows. S3
 */
export async function asClient<Value>(
  sql: Sql,
  { browser, wat, weergaven }: Vraag,
  change: Change<Value>,
): Promise<Result<Value, Refusal>> {
  const { overlegId, sessieHash, clientPersoonId } = browser
  const done: { result: Result<Value, Refusal> } = await sql.begin(async (sql) => {
    await lockOverleg(sql, overlegId)
    const [sessie] = await listClientSessies(sql, [sessieHash])
    const rechten = (await findRechten(sql, [overlegId])).get(overlegId)
    if (sessie?.overlegId !== overlegId || !rechten) {
      return { result: refuse({ code: 'niet-gevonden' }) }
    }

    const { stand } = rechten
    const weergave = clientweergaveOf(sessie, stand)
    if (!weergaven.includes(weergave)) return { result: refuse({ code: 'niet-gevonden' }) }
    return { result: await change(sql, { sessie, stand, weergave }) }
  })
  if (!done.result.ok) {
    const details = { code: done.result.refusal.code }
    const audit = { event: 'command-refused', overlegId, clientPersoonId, wat, details }
    recordOf(sql).refused(sessieHash, audit)
  }
  return done.result
}
