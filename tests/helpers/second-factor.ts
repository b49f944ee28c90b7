import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { createKluis } from '#app/auth/kluis.server.ts'
import { totpVan } from '#app/auth/totp.server.ts'
import type { Sql } from '#db/connection.ts'
import { saveTotp } from '#db/totps.ts'

/** Of the servers and of the kluis of one file of tests. */
export const GEHEIM_VAN_HUIS = randomBytes(32).toString('hex')
export const kluis = createKluis(GEHEIM_VAN_HUIS)

const STAP_IN_MS = 30_000

/** An app with codes for this person, without the page; answers with its secret. */
export async function addApp(sql: Sql, gebruikerId: string): Promise<string> {
  const geheim = new Secret({ size: 20 }).base32
  await saveTotp(sql, { gebruikerId, geheim: kluis.sluit(geheim, totpVan(gebruikerId)), stap: 0 })
  return geheim
}

/** What the app shows, so many steps from now. */
export function codeOf(geheim: string, stappen = 0, now = Date.now()): string {
  const secret = Secret.fromBase32(geheim.replaceAll(' ', ''))
  return new TOTP({ secret }).generate({ timestamp: now + stappen * STAP_IN_MS })
}

/** A code that is none of the three that are right now. */
export function foutOf(geheim: string): string {
  const goed = [-1, 0, 1].map((stap) => codeOf(geheim, stap))
  return ['000000', '111111', '222222', '333333'].find((code) => !goed.includes(code)) ?? ''
}
