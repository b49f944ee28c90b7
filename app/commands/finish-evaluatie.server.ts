import type { ClientBrowser } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { countAntwoorden, findEvaluatiefeiten, markEvaluatieKlaar } from '#db/evaluaties.ts'
import { datumInNederland } from '#domain/datum.ts'
import {
  type Antwoorden,
  isEvaluatieOpen,
  kwartaalOf,
  type Ondervraagde,
} from '#domain/evaluatie.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asClient } from './as-client.server.ts'
import { asDeelnemer, type Key } from './as-deelnemer.server.ts'

type Wat = { antwoorden: Antwoorden; now?: Date }
type Klaar = Result<null, Refusal>

/**
 * The cliënt is done with his two questions. K10
 *
 * That he is done, and what was said, are two transactions: the first is about him and in the record, the second about
 * nobody. Should the server stop in between, an answer is lost, and nobody is counted twice.
 */
export async function finishEvaluatieCommand(
  sql: Sql,
  { browser, antwoorden, now = new Date() }: Wat & { browser: ClientBrowser },
): Promise<Klaar> {
  const { overlegId, clientPersoonId } = browser
  const vraag = { browser, wat: 'handeling:evaluatie', weergaven: ['plan'] } as const
  const klaar: Klaar = await asClient(sql, vraag, async (sql, { sessie }) => {
    if (sessie.soort !== 'client') return refuse({ code: 'niet-gevonden' })
    return finish(sql, { overlegId, wie: 'client', door: { clientPersoonId }, now })
  })
  if (klaar.ok) await countAntwoorden(sql, kwartaalOf(datumInNederland(now)), antwoorden)
  return klaar
}

/** The same for the casushouder, some weeks later. K10 */
export async function finishEvaluatieAlsCasushouderCommand(
  sql: Sql,
  { antwoorden, now = new Date(), ...key }: Wat & Key,
): Promise<Klaar> {
  const { overlegId, gebruikerId } = key
  const wat = 'handeling:evaluatie'
  const klaar = await asDeelnemer(sql, { ...key, wat }, async (sql, { deelname, overleg }) => {
    const isKlaar = overleg.stand.overleg.status === 'vastgesteld' && !overleg.stand.dicht
    if (deelname.rol !== 'casushouder' || !deelname.toegelaten || !isKlaar) {
      return refuse({ code: 'niet-gevonden' })
    }
    return finish(sql, { overlegId, wie: 'casushouder', door: { gebruikerId }, now })
  })
  if (klaar.ok) await countAntwoorden(sql, kwartaalOf(datumInNederland(now)), antwoorden)
  return klaar
}

type Finish = {
  overlegId: string
  wie: Ondervraagde
  door: { gebruikerId: string } | { clientPersoonId: string }
  now: Date
}

async function finish(sql: Transaction, { overlegId, wie, door, now }: Finish): Promise<Klaar> {
  const feiten = await findEvaluatiefeiten(sql, overlegId)
  if (!feiten || !isEvaluatieOpen(wie, feiten, datumInNederland(now))) {
    return refuse({ code: 'niet-gevonden' })
  }
  await markEvaluatieKlaar(sql, overlegId, wie)
  // The same for who answered and who would rather not.
  await recordAudit(sql, { event: 'evaluatie-finished', overlegId, ...door })
  return accept(null)
}
