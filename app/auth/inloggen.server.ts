import { setTimeout } from 'node:timers/promises'
import { saveWachtwoordHash } from '#db/aanmeldingen.ts'
import { recordAudit } from '#db/audit.ts'
import type { Query, Sql } from '#db/connection.ts'
import { findGebruikerByEmail } from '#db/gebruikers.ts'
import { type HalveSessie, type HalveSoort, takeHalveSessie } from '#db/halve-sessies.ts'
import { clearBeurten, takeBeurt } from '#db/inlogrem.ts'
import { type Factoren, findFactoren, heeftFactor } from '#db/tweede-factoren.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { findMerk } from './bekende-browser.server.ts'
import type { Beveiliging } from './cookies.ts'
import { hashGeheim, isGeheim, isVerouderd } from './geheim.server.ts'
import { beginHalveSessie, blankHalveCookie } from './halve-sessie.server.ts'
import { type Bewijs, beginSessie } from './professional.server.ts'
import { hashOf } from './sessie-id.ts'

/** Whether every professional has a second step, or who wants to. */
export type TweedeFactor = 'required' | 'optional'

/** The browser that asks, and what the house wants of it. */
export type Aanvrager = Beveiliging & {
  cookieHeader: string | null
  userAgent?: string | null
}

type Aanvraag = Aanvrager & { email: string; wachtwoord: string; tweedeFactor: TweedeFactor }

/** In, or on to the second step: to give it, or to get one first. */
export type Ingelogd = { stap: 'klaar' | HalveSoort; cookies: string[] }

/**
 * Signs a professional in by his password.
 *
 * Who is unknown, switched off or mistaken gets the same answer, at the same cost; that there is a second step is told
 * to nobody who does not know the password.
 */
export async function signIn(
  sql: Sql,
  { email, wachtwoord, tweedeFactor, ...aanvrager }: Aanvraag,
): Promise<Result<Ingelogd, Refusal>> {
  const { cookieHeader, secure } = aanvrager
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
  const eerste = { gebruikerId, bewijs: 'wachtwoord', tweedeFactor } as const
  return accept(await goOn(sql, { ...eerste, ...aanvrager }))
}

type EersteStap = Aanvrager & { gebruikerId: string; bewijs: Bewijs; tweedeFactor: TweedeFactor }

/** After the first proof: the second step, when there is one or has to be one; otherwise the session. */
export async function goOn(
  sql: Sql,
  { gebruikerId, bewijs, tweedeFactor, ...aanvrager }: EersteStap,
): Promise<Ingelogd> {
  const soort = nogNodig(await findFactoren(sql, gebruikerId), tweedeFactor)
  if (soort) {
    const { secure } = aanvrager
    const cookies = [await beginHalveSessie(sql, { gebruikerId, soort, secure })]
    return { stap: soort, cookies }
  }
  const begonnen = await beginSessie(sql, { gebruikerId, bewijs, ...aanvrager })
  return { stap: 'klaar', ...begonnen }
}

/** The whole session after the half one, which is then used up. */
export async function finishInloggen(
  sql: Sql,
  { half, bewijs, ...aanvrager }: Aanvrager & { half: HalveSessie; bewijs: Bewijs },
): Promise<Result<{ cookies: string[] }, Refusal>> {
  if (!(await takeHalveSessie(sql, half.hash))) return refuse({ code: 'inloggen-mislukt' })
  const { cookies } = await beginSessie(sql, {
    gebruikerId: half.gebruikerId,
    bewijs,
    ...aanvrager,
  })
  return accept({ cookies: [...cookies, blankHalveCookie(aanvrager)] })
}

function nogNodig(factoren: Factoren, tweedeFactor: TweedeFactor): HalveSoort | null {
  if (heeftFactor(factoren)) return 'tweede-stap'
  return tweedeFactor === 'required' ? 'instellen' : null
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
