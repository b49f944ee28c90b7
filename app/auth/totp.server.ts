import { Secret, TOTP } from 'otpauth'
import { encode } from 'uqr'
import type { Query } from '#db/connection.ts'
import { findTotp, takeStap } from '#db/totps.ts'
import type { Kluis } from './kluis.server.ts'

const STAP_IN_SECONDEN = 30
const CIJFERS = 6
// One step of thirty seconds early or late: a telephone's clock is about right.
const SPELING = 1
const OPZET_IN_MS = 15 * 60_000

/** What an app needs to make codes; `opzet` is what comes back with the first of them. */
type TotpOpzet = {
  geheim: string
  opzet: string
  uri: string
  qr: { pad: string; maat: number }
}

type Eigenaar = { gebruikerId: string; email: string }

/**
 * A new secret, which nobody keeps yet.
 *
 * It is in the page, closed for this person and this quarter of an hour; only the code of an app makes it count.
 */
export function createTotpOpzet(kluis: Kluis, eigenaar: Eigenaar, now = Date.now()): TotpOpzet {
  const geheim = new Secret({ size: 20 }).base32
  const tekst = JSON.stringify({ geheim, tot: now + OPZET_IN_MS })
  const opzet = kluis.sluit(tekst, opzetVan(eigenaar.gebruikerId)).toString('base64url')
  return { opzet, ...toonGeheim(geheim, eigenaar.email) }
}

/** The same again, for who mistyped the first code. */
export function openTotpOpzet(
  kluis: Kluis,
  { gebruikerId, email }: Eigenaar,
  opzet: string,
): TotpOpzet | null {
  const tekst = kluis.open(Buffer.from(opzet, 'base64url'), opzetVan(gebruikerId))
  if (tekst === null) return null
  const { geheim, tot }: { geheim: string; tot: number } = JSON.parse(tekst)
  return tot > Date.now() ? { opzet, ...toonGeheim(geheim, email) } : null
}

/** The time step that this code is of: now, one before or one after; null for a code that is wrong. */
export function findStap(geheim: string, code: string, now = Date.now()): number | null {
  const cijfers = code.replace(/\s/g, '')
  if (!/^[0-9]{6}$/.test(cijfers)) return null
  const delta = totpOf(geheim).validate({ token: cijfers, timestamp: now, window: SPELING })
  return delta === null ? null : Math.floor(now / 1000 / STAP_IN_SECONDEN) + delta
}

type Poging = { gebruikerId: string; code: string; now?: number }

/** Whether this code is right, and of a step from which none was taken yet. */
export async function takeTotp(
  sql: Query,
  kluis: Kluis,
  { gebruikerId, code, now }: Poging,
): Promise<boolean> {
  const totp = await findTotp(sql, gebruikerId)
  const geheim = totp && kluis.open(totp.geheim, totpVan(gebruikerId))
  const stap = geheim ? findStap(geheim, code, now) : null
  return stap !== null && (await takeStap(sql, { gebruikerId, stap }))
}

/** What the secret of this person is closed with. */
export function totpVan(gebruikerId: string): string {
  return `totp ${gebruikerId}`
}

export function totpUri(geheim: string, email: string): string {
  return totpOf(geheim, email).toString()
}

function opzetVan(gebruikerId: string): string {
  return `totp-opzet ${gebruikerId}`
}

function totpOf(geheim: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Focustafel',
    label,
    algorithm: 'SHA1',
    digits: CIJFERS,
    period: STAP_IN_SECONDEN,
    secret: Secret.fromBase32(geheim),
  })
}

function toonGeheim(geheim: string, email: string) {
  const uri = totpUri(geheim, email)
  const { data, size } = encode(uri, { border: 4 })
  const pad = data.flatMap((rij, y) => rij.flatMap((aan, x) => (aan ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { geheim, uri, qr: { pad: pad.join(''), maat: size } }
}
