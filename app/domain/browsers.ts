/** At once, of one person of the client side: enough for a family with what it has in its pockets. K11 */
export const MAX_BROWSERS = 8

/** `toegelaten`: a human let it come to the table. `metPin`: it gave the PIN. */
export type Browser = { hash: string; toegelaten: boolean; metPin: boolean }

/**
 * Which of these have to make room, given in the order in which they came, for the new one among them. K11
 *
 * Who sits at the table or gave the PIN stays, however many wait beside him. The new one need not be the last: of two
 * who come in at once, who began first may be let in second.
 */
export function ruimteMakers(browsers: readonly Browser[], nieuw: string): string[] {
  const teVeel = Math.max(0, browsers.length - MAX_BROWSERS)
  return browsers
    .filter(({ hash, toegelaten, metPin }) => hash !== nieuw && !toegelaten && !metPin)
    .slice(0, teVeel)
    .map(({ hash }) => hash)
}
