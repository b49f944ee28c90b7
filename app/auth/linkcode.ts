import { randomInt } from 'node:crypto'

// Without what looks alike on a screen.
const TEKENS = 'abcdefghijkmnpqrstuvwxyz23456789'
const LENGTE = 26

/** What is in the mail of somebody who may choose a password: 26 of 32 characters, 130 bits. */
export function createLinkcode(): string {
  return Array.from({ length: LENGTE }, () => TEKENS[randomInt(TEKENS.length)]).join('')
}

/** As somebody types it over; null for what cannot be one. */
export function parseLinkcode(text: string): string | null {
  const code = text.replace(/\s/g, '').toLowerCase()
  return code.length === LENGTE && [...code].every((teken) => TEKENS.includes(teken)) ? code : null
}
