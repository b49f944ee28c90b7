import { setTimeout } from 'node:timers/promises'
import { saveWachtwoordHash } from '#db/aanmeldingen.ts'
import { recordAudit } from '#db/audit.ts'
import type { Query, Sql } from '#db/connection.ts'
import { findGebruikerByEmail } from '#db/gebruikers.ts'
import { clearBeurten, takeBeurt } from '#db/inlogrem.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { findMerk } from './bekende-browser.server.ts'
import type { Beveiliging } from './cookies.ts'
import { hashGeheim, isGeheim, isVerouderd } from './geheim.server.ts'
import { beginSessie } from './professional.server.ts'
import { hashOf } from './sessie-id.ts'

type Aanvraag = Beveiliging & { email: string; wachtwoord: string; cookieHeader: string | null }

/**
 * Signs a professional in: always in a new session, and the one that this browser had ends.
 *
 * Who is unknown, switched off or mistaken gets the same answer, at the same cost.
 */
export async function signIn(
  sql: Sql,
  { email, wachtwoord, cookieHeader, secure }: Aanvraag,
): Promise<Result<{ cookies: string[] }, Refusal>> {
  const adres = email.trim().toLowerCase()
  const bekende = await findGebruikerByEmail(sql, adres)
  const merk = bekende && findMerk(cookieHeader, bekende.wachtwoordHash, { secure })
  const sleutels = [hashOf(merk ? `${adres} ${merk}` : adres), hashOf(adres)]

  const [sleutel = ''] = sleutels
  const wachten = await takeBeurt(sql, sleutel)
  if (wachten === null) return refuse({ code: 'te-veel-pogingen' })
  if (wachten > 0) await setTimeout(wachten * 1000)

  const juist = await isGeheim(bekende?.wachtwoordHash ?? null, wachtwoord)
  if (!bekende || !juist) {
    await recordAudit(sql, {
      event: 'sessie-refused',
      overlegId: null,
      gebruikerId: bekende?.id,
    })
    return refuse({ code: 'inloggen-mislukt' })
  }
  await renewHash(sql, bekende, wachtwoord)
  await clearBeurten(sql, sleutels)
  const gebruikerId = bekende.id
  return accept(await beginSessie(sql, { gebruikerId, bewijs: 'wachtwoord', cookieHeader, secure }))
}

/** The hash at today's cost: a heavier one is made at the first sign-in that can make it. */
async function renewHash(
  sql: Query,
  { id, wachtwoordHash }: { id: string; wachtwoordHash: string },
  wachtwoord: string,
) {
  if (!isVerouderd(wachtwoordHash)) return
  const nieuw = await hashGeheim(wachtwoord)
  await saveWachtwoordHash(sql, { gebruikerId: id, wachtwoordHash: nieuw })
}
