/** At once, of one person of the client side: enough for a family with what it has in its pockets. K11 */
export const MAX_BROWSERS = 8

/** `toegelaten`: a human let it come to the table. `metPin`: it gave the PIN. */
type Browser = { hash: string; toegelaten: boolean; metPin: boolean }

/**
 * Which of these have to make room, given in the order in which they came: the last came in just now. K11
 *
 * Who sits at the table or gave the PIN stays, however many wait beside him; so does who came last.
 */
export function ruimteMakers(browsers: readonly Browser[]): string[] {
  const teVeel = Math.max(0, browsers.length - MAX_BROWSERS)
  return browsers
    .slice(0, -1)
    .filter(({ toegelaten, metPin }) => !toegelaten && !metPin)
    .slice(0, teVeel)
    .map(({ hash }) => hash)
}
