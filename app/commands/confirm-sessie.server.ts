import type { Kluis } from '#app/auth/kluis.server.ts'
import { takeAanmelding } from '#app/auth/passkeys.server.ts'
import { type Bevestiger, type Bewijs, renewSessie } from '#app/auth/professional.server.ts'
import { takeCode } from '#app/auth/tweede-stap.server.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { checkEigenWachtwoord } from './change-wachtwoord.server.ts'

export type Proef =
  | { soort: 'wachtwoord'; wachtwoord: string }
  | { soort: 'code'; code: string }
  | { soort: 'passkey'; antwoord: string; origin: string }

/** Proves again, in a session that is open, that it is still he; answers with the cookie of its new id. */
export async function confirmSessieCommand(
  sql: Sql,
  kluis: Kluis,
  { proef, gebruiker, secure }: Bevestiger & { proef: Proef },
): Promise<Result<{ cookie: string }, Refusal>> {
  const bewijs = await prove(sql, kluis, { proef, gebruiker })
  if (!bewijs.ok) return bewijs
  const cookie = await renewSessie(sql, { gebruiker, bewijs: bewijs.value, secure })
  return cookie ? accept({ cookie }) : refuse({ code: 'niet-gevonden' })
}

async function prove(
  sql: Sql,
  kluis: Kluis,
  { proef, gebruiker }: { proef: Proef; gebruiker: Bevestiger['gebruiker'] },
): Promise<Result<Bewijs, Refusal>> {
  const { id: gebruikerId, sessieHash } = gebruiker
  if (proef.soort === 'wachtwoord') {
    const { wachtwoord } = proef
    const juist = await checkEigenWachtwoord(sql, { gebruikerId, wachtwoord })
    return juist.ok ? accept('wachtwoord') : juist
  }
  // By session: what a thief of a laptop tries does not keep its owner out elsewhere.
  if (proef.soort === 'code') {
    return takeCode(sql, kluis, { gebruikerId, code: proef.code, merk: sessieHash })
  }

  const vraag = { soort: 'bevestigen', houder: sessieHash } as const
  const passkey = await takeAanmelding(sql, { ...proef, ...vraag })
  if (passkey?.gebruikerId === gebruikerId) return accept('passkey')
  await recordAudit(sql, { event: 'factor-refused', overlegId: null, gebruikerId })
  return refuse({ code: 'passkey-mislukt' })
}
