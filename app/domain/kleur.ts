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

/** Different for everybody at a table of eight, and the same on every screen of that table. */
export function kleurAanTafel(gebruikerId: string, gebruikerIds: Iterable<string>): number {
  const plaats = [...gebruikerIds].sort().indexOf(gebruikerId)
  return Math.max(0, plaats) % KLEUREN.length
}
