import type { Query } from '#db/connection.ts'
import {
  findHalveSessie,
  type HalveSessie,
  type HalveSoort,
  insertHalveSessie,
} from '#db/halve-sessies.ts'
import { type Beveiliging, formatCookie, HALF_COOKIE, readCookie } from './cookies.ts'
import { createSessieId } from './lucia.server.ts'
import { hashOf } from './sessie-id.ts'

const SECONDEN = 600

/** For who gave his password: opens the page of the second step, and nothing else. Answers with its cookie. */
export async function beginHalveSessie(
  sql: Query,
  { gebruikerId, soort, secure }: Beveiliging & { gebruikerId: string; soort: HalveSoort },
): Promise<string> {
  const id = createSessieId()
  await insertHalveSessie(sql, { hash: hashOf(id), gebruikerId, soort })
  return formatCookie({ naam: HALF_COOKIE, waarde: id, seconden: SECONDEN }, { secure })
}

export async function findHalf(
  sql: Query,
  cookieHeader: string | null,
  { soort, secure }: Beveiliging & { soort: HalveSoort },
): Promise<HalveSessie | null> {
  const id = readCookie(cookieHeader, HALF_COOKIE, { secure })
  const half = id === null ? null : await findHalveSessie(sql, hashOf(id))
  return half?.soort === soort ? half : null
}

export function blankHalveCookie(beveiliging: Beveiliging): string {
  return formatCookie({ naam: HALF_COOKIE, waarde: '', seconden: 0 }, beveiliging)
}
