import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { BEKEND_COOKIE, type Beveiliging, formatCookie, readCookie } from './cookies.ts'

const DAGEN = 180
const SECONDEN_PER_DAG = 86_400

/**
 * A mark on a browser in which this person signed in before. It opens nothing.
 *
 * Guesses of strangers slow down strangers, not him. The password's hash is the key, so a new password ends all marks.
 */
export function createBekendCookie(wachtwoordHash: string, beveiliging: Beveiliging): string {
  const merk = randomBytes(16).toString('hex')
  return formatCookie(
    {
      naam: BEKEND_COOKIE,
      waarde: `${merk}.${signMerk(wachtwoordHash, merk)}`,
      seconden: DAGEN * SECONDEN_PER_DAG,
    },
    beveiliging,
  )
}

export function findMerk(
  cookieHeader: string | null,
  wachtwoordHash: string,
  beveiliging: Beveiliging,
): string | null {
  const waarde = readCookie(cookieHeader, BEKEND_COOKIE, beveiliging) ?? ''
  const [, merk, teken] = /^([0-9a-f]{32})\.([0-9a-f]{64})$/.exec(waarde) ?? []
  if (!merk || !teken) return null
  const verwacht = Buffer.from(signMerk(wachtwoordHash, merk), 'hex')
  return timingSafeEqual(verwacht, Buffer.from(teken, 'hex')) ? merk : null
}

function signMerk(wachtwoordHash: string, merk: string): string {
  return createHmac('sha256', wachtwoordHash).update(`bekende-browser.${merk}`).digest('hex')
}
