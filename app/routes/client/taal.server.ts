import { type Beveiliging, formatCookie, readCookie, TAAL_COOKIE } from '#app/auth/cookies.ts'
import { parseTaal, type Taal } from '#app/woorden/taal.ts'

const JAAR_IN_SECONDEN = 31_536_000

/** The language that was chosen in this browser; null when none was. */
export function gekozenTaal(cookies: string | null | undefined, beveiliging: Beveiliging) {
  return parseTaal(readCookie(cookies, TAAL_COOKIE, beveiliging))
}

/** Chosen here, or else that of the person, or of the link in his letter; Dutch when nobody chose. K2 */
export function taalOf(
  request: Request,
  beveiliging: Beveiliging,
  persoon: { taal: Taal } | null = null,
): Taal {
  const vanDeLink = parseTaal(new URL(request.url).searchParams.get('taal'))
  return (
    gekozenTaal(request.headers.get('cookie'), beveiliging) ?? persoon?.taal ?? vanDeLink ?? 'nl'
  )
}

export function taalCookie(taal: Taal, beveiliging: Beveiliging): string {
  return formatCookie({ naam: TAAL_COOKIE, waarde: taal, seconden: JAAR_IN_SECONDEN }, beveiliging)
}

/** Who closes the page leaves nothing behind. */
export function blankTaalCookie(beveiliging: Beveiliging): string {
  return formatCookie({ naam: TAAL_COOKIE, waarde: '', seconden: 0 }, beveiliging)
}
