import { type Beveiliging, formatCookie, readCookie, TAAL_COOKIE } from '#app/auth/cookies.ts'
import { parseTaal, type Taal } from '#app/woorden/taal.ts'

const JAAR_IN_SECONDEN = 31_536_000

/** The language that was chosen in this browser; Dutch when none was. */
export function taalOf(request: Request, beveiliging: Beveiliging): Taal {
  return parseTaal(readCookie(request.headers.get('cookie'), TAAL_COOKIE, beveiliging)) ?? 'nl'
}

export function taalCookie(taal: Taal, beveiliging: Beveiliging): string {
  return formatCookie({ naam: TAAL_COOKIE, waarde: taal, seconden: JAAR_IN_SECONDEN }, beveiliging)
}
