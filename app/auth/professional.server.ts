import type { Gebruiker } from '#app/context.ts'
import { findIngelogde, findWachtwoordHash } from '#db/aanmeldingen.ts'
import { recordAudit } from '#db/audit.ts'
import type { Query, Sql } from '#db/connection.ts'
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
import { createBekendCookie } from './bekende-browser.server.ts'
import { type Beveiliging, formatCookie, readCookie, SESSIE_COOKIE } from './cookies.ts'
import { createLucia, openSessie, type Sessiebank } from './lucia.server.ts'
import { isGemerkt } from './sessie-id.ts'

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

/** What proved that this is he. */
export type Bewijs = 'wachtwoord' | 'totp' | 'herstelcode' | 'passkey' | 'oidc'

type Begin = Beveiliging & {
  gebruikerId: string
  bewijs: Bewijs
  /** Of the browser that asks: the session that it had ends, and it is known from now on. */
  cookieHeader: string | null
}

/**
 * Begins a session for who has proven who he is; answers with the cookies to set.
 *
 * Always a new one: an id that was there before signing in is never taken over.
 */
export async function beginSessie(
  sql: Sql,
  { gebruikerId, bewijs, cookieHeader, secure }: Begin,
): Promise<{ cookies: string[] }> {
  const { sessieId, wachtwoordHash } = await sql.begin(async (sql) => {
    await endSessie(sql, cookieHeader, { secure })
    await removeVerlopenSessies(sql)
    await recordSessie(sql, 'sessie-started', { gebruikerId, details: { bewijs } })
    const { id } = await createLucia(sessiebank(sql)).createSession(gebruikerId, {})
    return { sessieId: id, wachtwoordHash: await findWachtwoordHash(sql, gebruikerId) }
  })
  return {
    cookies: [sessieCookie(sessieId, { secure }), createBekendCookie(wachtwoordHash, { secure })],
  }
}

/** Ends the session; the trigger on its row closes its sockets everywhere. Answers with the cookies to set. */
export async function signOut(
  sql: Sql,
  cookieHeader: string | null,
  { secure }: Beveiliging,
): Promise<string[]> {
  const gebruiker = await findGebruikerByCookie(sql, cookieHeader, { secure })
  await endSessie(sql, cookieHeader, { secure })
  if (gebruiker) await recordSessie(sql, 'sessie-ended', { gebruikerId: gebruiker.id })
  return [formatCookie({ naam: SESSIE_COOKIE, waarde: '', seconden: 0 }, { secure })]
}

/** Sessions by their marked hashes, which open nothing. */
export function listSessiesVan(sql: Query, gebruikerId: string) {
  return createLucia(sessiebank(sql)).getUserSessions(gebruikerId)
}

type Vastlegging = { gebruikerId: string; details?: { bewijs: Bewijs } }

function recordSessie(sql: Query, event: string, wat: Vastlegging) {
  return recordAudit(sql, { event, overlegId: null, ...wat })
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
