export const SESSIE_COOKIE = 'focustafel_sessie'
export const CLIENT_COOKIE = 'focustafel_client'
/** Of who gave his password, and not yet the second step. */
export const HALF_COOKIE = 'focustafel_half'
/** Of who asked to sign in with a passkey. */
export const UITDAGING_COOKIE = 'focustafel_uitdaging'
export const BEKEND_COOKIE = 'focustafel_bekend'
export const OIDC_COOKIE = 'focustafel_oidc'
/** The language of the client side; says nothing about anybody. */
export const TAAL_COOKIE = 'focustafel_taal'

// With this prefix a browser accepts the cookie only from this host, over https, for the whole site.
const HOST = '__Host-'

export type Beveiliging = { secure: boolean }
type Cookie = { naam: string; waarde: string; seconden: number }

/** Behind https only the `__Host-` cookie counts; the other could have been set by a neighbouring host. */
export function readCookie(
  header: string | null | undefined,
  naam: string,
  beveiliging?: Beveiliging,
): string | null {
  const cookies = parseCookies(header ?? '')
  const veilig = cookies.get(`${HOST}${naam}`)
  if (veilig || beveiliging?.secure) return veilig || null
  return cookies.get(naam) || null
}

export function formatCookie({ naam, waarde, seconden }: Cookie, { secure }: Beveiliging): string {
  const naamEnWaarde = `${secure ? HOST : ''}${naam}=${waarde}`
  const vlaggen = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${seconden}`]
  return [naamEnWaarde, ...vlaggen, ...(secure ? ['Secure'] : [])].join('; ')
}

// Our own values need no decoding, and decoding throws on what a stranger may put in the header.
function parseCookies(header: string): Map<string, string> {
  return new Map(
    header.split(';').flatMap((part) => {
      const is = part.indexOf('=')
      return is > 0 ? [[part.slice(0, is).trim(), part.slice(is + 1).trim()] as const] : []
    }),
  )
}
