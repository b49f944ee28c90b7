import type { Refusal } from '#domain/refusal.ts'
import { weigering } from './client/weigering.ts'
import type { Taal } from './taal.ts'

/** A refusal as the client side reads it: in its language, and no more than it has to know. */
export function weigeringIn(taal: Taal, { code }: { code: Refusal['code'] | Bekend }): string {
  const zinnen = weigering[taal]
  return isBekend(code) ? zinnen[code] : zinnen.anders
}

type Bekend = keyof (typeof weigering)['nl']

function isBekend(code: string): code is Bekend {
  return Object.hasOwn(weigering.nl, code)
}
