import { setTimeout } from 'node:timers/promises'
import type { Gebruiker } from '#app/context.ts'
import { findIngelogde, saveWachtwoordHash } from '#db/aanmeldingen.ts'
import { recordAudit } from '#db/audit.ts'
import type { Query, Sql } from '#db/connection.ts'
import { findGebruikerByEmail } from '#db/gebruikers.ts'
import { clearBeurten, takeBeurt } from '#db/inlogrem.ts'
import {
  createSessie,
  extendSessie,
  findSessie,
  listSessies,
  removeSessie,
  removeSessies,
  removeVerlopenSessies,
  SESSIE_IN_UREN,
} from '#db/sessies.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { createBekendCookie, findMerk } from './bekende-browser.server.ts'
import { type Beveiliging, formatCookie, readCookie, SESSIE_COOKIE } from './cookies.ts'
import { hashGeheim, isGeheim, isVerouderd } from './geheim.server.ts'
import { createLucia, openSessie, type Sessiebank } from './lucia.server.ts'
import { hashOf, isGemerkt } from './sessie-id.ts'

/** Who is signed in with this cookie, asked anew; the session then lasts longer. */
export async function findGebruikerByCookie(
  sql: Query,
  cookieHeader: string | null | undefined,
  beveiliging?: Beveiliging,
): Promise<Gebruiker | null> {
  const id = readCookie(cookieHeader, SESSIE_COOKIE, beveiliging)
  const sessie = await openSessie(sessiebank(sql), id)
  if (!sessie) return null
  const ingelogde = await findIngelogde(sql, sessie.persoonId)
  return ingelogde && { ...ingelogde, sessieHash: sessie.hash }
}

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
    await recordSessie(sql, 'sessie-refused', bekende?.id)
    return refuse({ code: 'inloggen-mislukt' })
  }
  const wachtwoordHash = await renewHash(sql, bekende, wachtwoord)
  const sessieId = await sql.begin(async (sql) => {
    await endSessie(sql, cookieHeader, { secure })
    await removeVerlopenSessies(sql)
    await clearBeurten(sql, sleutels)
    await recordSessie(sql, 'sessie-started', bekende.id)
    return (await createLucia(sessiebank(sql)).createSession(bekende.id, {})).id
  })
  return accept({
    cookies: [sessieCookie(sessieId, { secure }), createBekendCookie(wachtwoordHash, { secure })],
  })
}

/** Ends the session; the trigger on its row closes its sockets everywhere. Answers with the cookies to set. */
export async function signOut(
  sql: Sql,
  cookieHeader: string | null,
  { secure }: Beveiliging,
): Promise<string[]> {
  const gebruiker = await findGebruikerByCookie(sql, cookieHeader, { secure })
  await endSessie(sql, cookieHeader, { secure })
  if (gebruiker) await recordSessie(sql, 'sessie-ended', gebruiker.id)
  return [formatCookie({ naam: SESSIE_COOKIE, waarde: '', seconden: 0 }, { secure })]
}

/** Sessions by their marked hashes, which open nothing. */
export function listSessiesVan(sql: Query, gebruikerId: string) {
  return createLucia(sessiebank(sql)).getUserSessions(gebruikerId)
}

/** The hash at today's cost: a heavier one is made at the first sign-in that can make it. */
async function renewHash(
  sql: Query,
  { id, wachtwoordHash }: { id: string; wachtwoordHash: string },
  wachtwoord: string,
): Promise<string> {
  if (!isVerouderd(wachtwoordHash)) return wachtwoordHash
  const nieuw = await hashGeheim(wachtwoord)
  await saveWachtwoordHash(sql, { gebruikerId: id, wachtwoordHash: nieuw })
  return nieuw
}

function recordSessie(sql: Query, event: string, gebruikerId?: string) {
  return recordAudit(sql, { event, overlegId: null, gebruikerId })
}

async function endSessie(sql: Query, cookieHeader: string | null, beveiliging: Beveiliging) {
  const id = readCookie(cookieHeader, SESSIE_COOKIE, beveiliging)
  if (id && !isGemerkt(id)) await createLucia(sessiebank(sql)).invalidateSession(id)
}

function sessieCookie(id: string, beveiliging: Beveiliging): string {
  return formatCookie(
    { naam: SESSIE_COOKIE, waarde: id, seconden: SESSIE_IN_UREN * 3600 },
    beveiliging,
  )
}

function sessiebank(sql: Query): Sessiebank {
  return {
    find: (hash) => findSessie(sql, hash),
    list: (gebruikerId) => listSessies(sql, gebruikerId),
    create: (rij) => createSessie(sql, rij),
    extend: (hash, expiresAt) => extendSessie(sql, hash, expiresAt),
    remove: (hash) => removeSessie(sql, hash),
    removeAll: (gebruikerId) => removeSessies(sql, gebruikerId),
    removeExpired: () => removeVerlopenSessies(sql),
  }
}
