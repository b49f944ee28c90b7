import type { Gebruiker } from '#app/context.ts'
import { VANZELF_COOKIE } from '#app/realtime/protocol.ts'
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
  replaceSessie,
  SESSIE_IN_UREN,
} from '#db/sessies.ts'
import { createBekendCookie } from './bekende-browser.server.ts'
import { browserTekst } from './browser.ts'
import { type Beveiliging, formatCookie, readCookie, SESSIE_COOKIE } from './cookies.ts'
import { createLucia, createSessieId, openSessie, type Sessiebank } from './lucia.server.ts'
import { hashOf, isGemerkt } from './sessie-id.ts'

/** Who is signed in with this cookie, asked anew; the session then lasts longer. */
export async function findGebruikerByCookie(
  sql: Query,
  cookieHeader: string | null | undefined,
  beveiliging?: Beveiliging,
): Promise<Gebruiker | null> {
  if (vraagtVanzelf(cookieHeader)) return peekGebruikerByCookie(sql, cookieHeader, beveiliging)
  return openGebruiker(sql, sessiebank(sql), readCookie(cookieHeader, SESSIE_COOKIE, beveiliging))
}

/** The same, for what a browser does by itself: the session rests all the same. As deur.server.ts does for sockets. */
function peekGebruikerByCookie(
  sql: Query,
  cookieHeader: string | null | undefined,
  beveiliging?: Beveiliging,
): Promise<Gebruiker | null> {
  const bank = { ...sessiebank(sql), extend: async () => {} }
  return openGebruiker(sql, bank, readCookie(cookieHeader, SESSIE_COOKIE, beveiliging))
}

async function openGebruiker(sql: Query, bank: Sessiebank, id: string | null) {
  const sessie = await openSessie(bank, id)
  return sessie && findIngelogde(sql, sessie.hash)
}

/** What proved that this is he. */
export type Bewijs = 'wachtwoord' | 'totp' | 'herstelcode' | 'passkey' | 'oidc'

type Begin = Beveiliging & {
  gebruikerId: string
  bewijs: Bewijs
  /** Of the browser that asks: the session that it had ends, and it is known from now on. */
  cookieHeader: string | null
  /** What the browser calls itself; a few plain words of it are kept. */
  userAgent?: string | null
}

/**
 * Begins a session for who has proven who he is; answers with the cookies to set.
 *
 * Always a new one: an id that was there before signing in is never taken over.
 */
export async function beginSessie(
  sql: Sql,
  { gebruikerId, bewijs, cookieHeader, userAgent = null, secure }: Begin,
): Promise<{ cookies: string[] }> {
  const { sessieId, wachtwoordHash } = await sql.begin(async (sql) => {
    await endSessie(sql, cookieHeader, { secure })
    await removeVerlopenSessies(sql)
    await recordSessie(sql, 'sessie-started', { gebruikerId, details: { bewijs } })
    // Another house vouches for who comes by it, but not that he was asked anything a moment ago.
    const bevestigdOp = bewijs === 'oidc' ? null : new Date()
    const bank = sessiebank(sql, { browser: browserTekst(userAgent), bevestigdOp })
    const { id } = await createLucia(bank).createSession(gebruikerId, {})
    return { sessieId: id, wachtwoordHash: await findWachtwoordHash(sql, gebruikerId) }
  })
  return {
    cookies: [sessieCookie(sessieId, { secure }), createBekendCookie(wachtwoordHash, { secure })],
  }
}

export type Bevestiger = Beveiliging & { gebruiker: Gebruiker }

/** The same session under a new id, for who proved again that it is he. Answers with the cookie to set. */
export async function renewSessie(
  sql: Sql,
  { gebruiker, bewijs, secure }: Bevestiger & { bewijs: Bewijs },
): Promise<string | null> {
  const id = createSessieId()
  const gelukt = await sql.begin(async (sql) => {
    const { id: gebruikerId, sessieHash: oud } = gebruiker
    if (!(await replaceSessie(sql, { oud, nieuw: hashOf(id) }))) return false
    await recordSessie(sql, 'sessie-confirmed', { gebruikerId, details: { bewijs } })
    return true
  })
  return gelukt ? sessieCookie(id, { secure }) : null
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

// A page that looks by itself is not a person at work: without this, one that stands open would never rest.
function vraagtVanzelf(cookieHeader: string | null | undefined): boolean {
  return readCookie(cookieHeader, VANZELF_COOKIE) !== null
}

type Sessiedetails = { browser: string; bevestigdOp: Date | null }

function sessiebank(
  sql: Query,
  details: Sessiedetails = { browser: '', bevestigdOp: null },
): Sessiebank {
  return {
    find: (hash) => findSessie(sql, hash),
    list: (gebruikerId) => listSessies(sql, gebruikerId),
    create: (rij) => createSessie(sql, { ...rij, ...details }),
    extend: (hash, expiresAt) => extendSessie(sql, hash, expiresAt),
    remove: (hash) => removeSessie(sql, hash),
    removeAll: (gebruikerId) => removeSessies(sql, gebruikerId),
    removeExpired: () => removeVerlopenSessies(sql),
  }
}
