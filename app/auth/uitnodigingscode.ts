import { randomBytes, randomInt } from 'node:crypto'

// No 0 and O, no 1, I and L, no 5 and S, no 8 and B, no 2 and Z: what looks alike on paper is not in it.
const ALFABET = 'ACDEFGHJKMNPQRTUVWXY34679'
const LENGTE = 8

/** In two groups, as it stands in the letter: 25^8 codes, of which five may be tried. */
export function createCode(): string {
  const tekens = Array.from({ length: LENGTE }, () => ALFABET[randomInt(ALFABET.length)]).join('')
  return `${tekens.slice(0, 4)}-${tekens.slice(4)}`
}

/** 128 bits, for in a link. */
export function createToken(): string {
  return randomBytes(16).toString('base64url')
}

/** The code as it is hashed: capitals, spaces and hyphens do not matter to whoever copies it from paper. */
export function normaliseCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
