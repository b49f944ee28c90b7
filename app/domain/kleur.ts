/** Dark enough for white initials (5.7:1 or more). No purple: that means "the cliënt sees this", and nothing else. */
export const KLEUREN = [
  '#0b5a7a',
  '#7a3b00',
  '#1c6b3a',
  '#8a1f4d',
  '#33518f',
  '#5c5200',
  '#8f2b16',
  '#00605c',
] as const

/** The same person has the same colour on every screen. */
export function kleurVan(gebruikerId: string): number {
  return (
    [...gebruikerId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) %
    KLEUREN.length
  )
}
