import type { ClientBrowser } from '#app/context.ts'
import {
  createClientSessie,
  extendClientSessie,
  findClientSessie,
  listClientSessies,
  listSessiesVanClient,
  removeClientSessie,
  removeClientSessies,
  removeVerlopenClientSessies,
} from '#db/client-sessies.ts'
import type { Query } from '#db/connection.ts'
import { SESSIE_IN_UREN } from '#db/sessies.ts'
import { type Beveiliging, CLIENT_COOKIE, formatCookie, readCookie } from './cookies.ts'
import { createLucia, openSessie, type Sessiebank } from './lucia.server.ts'
import { isGemerkt } from './sessie-id.ts'

/** The browser of the client side that this cookie belongs to, asked anew; the session then lasts longer. */
export async function findClientByCookie(
  sql: Query,
  cookieHeader: string | null | undefined,
  beveiliging?: Beveiliging,
): Promise<ClientBrowser | null> {
  const id = readCookie(cookieHeader, CLIENT_COOKIE, beveiliging)
  const sessie = await openSessie(clientbank(sql), id)
  if (!sessie) return null
  const [rij] = await listClientSessies(sql, [sessie.hash])
  return rij ?? null
}

/** A new session, for one overleg alone; answers with its id, which only the browser keeps. */
export async function createClientSession(sql: Query, clientPersoonId: string): Promise<string> {
  await removeVerlopenClientSessies(sql)
  return (await createLucia(clientbank(sql)).createSession(clientPersoonId, {})).id
}

export async function endClientSession(
  sql: Query,
  cookieHeader: string | null,
  beveiliging?: Beveiliging,
): Promise<void> {
  const id = readCookie(cookieHeader, CLIENT_COOKIE, beveiliging)
  if (id && !isGemerkt(id)) await createLucia(clientbank(sql)).invalidateSession(id)
}

export function clientCookie(id: string, beveiliging: Beveiliging): string {
  return formatCookie(
    { naam: CLIENT_COOKIE, waarde: id, seconden: SESSIE_IN_UREN * 3600 },
    beveiliging,
  )
}

export function blankClientCookie(beveiliging: Beveiliging): string {
  return formatCookie({ naam: CLIENT_COOKIE, waarde: '', seconden: 0 }, beveiliging)
}

function clientbank(sql: Query): Sessiebank {
  return {
    find: (hash) => findClientSessie(sql, hash),
    list: (clientPersoonId) => listSessiesVanClient(sql, clientPersoonId),
    create: (rij) => createClientSessie(sql, rij),
    extend: (hash, expiresAt) => extendClientSessie(sql, hash, expiresAt),
    remove: (hash) => removeClientSessie(sql, hash),
    removeAll: (clientPersoonId) => removeClientSessies(sql, clientPersoonId),
    removeExpired: () => removeVerlopenClientSessies(sql),
  }
}
