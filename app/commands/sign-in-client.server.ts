import { createClientSession } from '#app/auth/client-side.server.ts'
import { isGeheim } from '#app/auth/geheim.server.ts'
import type { Kluis } from '#app/auth/kluis.server.ts'
import { parsePin } from '#app/auth/pincode.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { createToken, normaliseCode } from '#app/auth/uitnodigingscode.ts'
import { merkOf } from '#app/brieven/geheim.server.ts'
import { recordAudit } from '#db/audit.ts'
import { listBrowsersVan, markMetPin, removeWachtende } from '#db/client-sessies.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { findPlan } from '#db/plannen.ts'
import {
  clearPogingen,
  findTokenHash,
  holdUitnodiging,
  isGeblokkeerd,
  returnPoging,
  takePoging,
  type Uitnodiging,
} from '#db/uitnodigingen.ts'
import { ruimteMakers } from '#domain/browsers.ts'
import { type Datum, datumInNederland } from '#domain/datum.ts'
import { isPlanVoorbij } from '#domain/plan.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'

type Gegeven = { code: string; pin?: string | null; vandaag?: Datum }
type Ingelaten = Promise<Result<{ sessieId: string }, Refusal>>

/**
 * Signs one browser of the client side in with the code from the letter, and with the PIN when it is given.
 *
 * The code alone opens the wachtkamer (S5). A token that is wrong, replaced or unknown gets the answer of a wrong
 * code, at the same cost. Answers with the session id for the cookie.
 */
export function signInClientCommand(
  sql: Sql,
  { token, ...gegeven }: Gegeven & { token: string },
): Ingelaten {
  return signIn(sql, hashOf(token), gegeven)
}

/** The same for who typed the number of his letter: of a number that is nobody's nothing more is known than of a token. */
export async function signInMetNummerCommand(
  sql: Sql,
  kluis: Kluis,
  { nummer, ...gegeven }: Gegeven & { nummer: string },
): Ingelaten {
  const tokenHash = await findTokenHash(sql, merkOf(kluis, nummer))
  return signIn(sql, tokenHash ?? hashOf(createToken()), gegeven)
}

async function signIn(
  sql: Sql,
  tokenHash: string,
  { code, pin, vandaag = datumInNederland(new Date()) }: Gegeven,
): Ingelaten {
  const uitnodiging = await takePoging(sql, tokenHash)
  const codeJuist = await isGeheim(uitnodiging?.codeHash ?? null, normaliseCode(code))
  const pinJuist = pin ? await isPin(uitnodiging, pin) : null

  if (!uitnodiging || !codeJuist || pinJuist === false) {
    return refuseTry(sql, tokenHash, uitnodiging)
  }
  const { clientPersoonId, overlegId, pinHash } = uitnodiging
  return sql.begin(async (sql) => {
    if (!(await holdUitnodiging(sql, tokenHash))) return refuse({ code: 'code-onjuist' })

    const plan = uitnodiging.status === 'vastgesteld' ? await findPlan(sql, overlegId) : null
    if (plan && isPlanVoorbij(plan, vandaag)) {
      await returnPoging(sql, clientPersoonId)
      await recordAudit(sql, { event: 'client-refused', overlegId, clientPersoonId })
      return refuse({ code: 'plan-voorbij' })
    }

    const allesGevraagd = pinHash === null || pinJuist === true
    await (allesGevraagd ? clearPogingen : returnPoging)(sql, clientPersoonId)
    const sessieId = await createClientSession(sql, clientPersoonId)
    if (pinJuist) await markMetPin(sql, hashOf(sessieId))
    const weg = await maakRuimte(sql, clientPersoonId, hashOf(sessieId))
    await recordAudit(sql, {
      event: 'client-entered',
      overlegId,
      clientPersoonId,
      details: { metPin: pinJuist === true, ...(weg > 0 && { beeindigd: weg }) },
    })
    return accept({ sessieId })
  })
}

/** The row of this person is held: two who come in together count each other. K11 */
async function maakRuimte(sql: Transaction, clientPersoonId: string, nieuw: string) {
  return removeWachtende(sql, ruimteMakers(await listBrowsersVan(sql, clientPersoonId), nieuw))
}

// Who never chose a PIN may leave that field with anything in it: the code alone opens nothing but the wachtkamer.
async function isPin(uitnodiging: Uitnodiging | null, pin: string): Promise<boolean | null> {
  const juist = await isGeheim(uitnodiging?.pinHash ?? null, parsePin(pin) ?? '')
  return uitnodiging && uitnodiging.pinHash === null ? null : juist
}

async function refuseTry(sql: Sql, tokenHash: string, uitnodiging: Uitnodiging | null) {
  if (uitnodiging) {
    const { overlegId, clientPersoonId } = uitnodiging
    await recordAudit(sql, { event: 'client-refused', overlegId, clientPersoonId })
  }
  return (await isGeblokkeerd(sql, tokenHash))
    ? refuse({ code: 'uitnodiging-geblokkeerd' as const })
    : refuse({ code: 'code-onjuist' as const })
}
