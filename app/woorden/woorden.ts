import type { Taal } from './taal.ts'

type Tweetalig<Sleutel extends string> = Record<Taal, Record<Sleutel, string>>

/** The fixed sentences of one part of the client side. A key that one language lacks does not compile. K2 */
export function woorden<Sleutel extends string>(delen: Tweetalig<Sleutel>): Tweetalig<Sleutel> {
  return delen
}
