import { besloten } from './client/besloten.ts'
import { brief } from './client/brief.ts'
import { briefnummer } from './client/briefnummer.ts'
import { deur } from './client/deur.ts'
import { evaluatie } from './client/evaluatie.ts'
import { huis } from './client/huis.ts'
import { inbreng } from './client/inbreng.ts'
import { keek } from './client/keek.ts'
import { papier } from './client/papier.ts'
import { plan } from './client/plan.ts'
import { stem } from './client/stem.ts'
import { steunpersoon } from './client/steunpersoon.ts'
import { tafel } from './client/tafel.ts'
import { veranderd } from './client/veranderd.ts'
import { verzoek } from './client/verzoek.ts'
import { wachtkamer } from './client/wachtkamer.ts'
import { weigering } from './client/weigering.ts'
import type { Taal } from './taal.ts'

/** All fixed sentences of the client side, part by part. */
export const CLIENTWOORDEN = {
  huis,
  deur,
  besloten,
  evaluatie,
  inbreng,
  keek,
  steunpersoon,
  briefnummer,
  stem,
  tafel,
  wachtkamer,
  plan,
  verzoek,
  veranderd,
} as const
/** Sentences that the server makes when it needs them: no page gets them all. */
export const SERVERWOORDEN = { brief, papier, weigering } as const

type Deel = keyof typeof CLIENTWOORDEN
/** The same in one language: what a page gets, so that no browser loads a language that nobody asked for. */
export type Clientwoorden = { [D in Deel]: (typeof CLIENTWOORDEN)[D][Taal] }

export function woordenIn(taal: Taal): Clientwoorden {
  return {
    huis: CLIENTWOORDEN.huis[taal],
    deur: CLIENTWOORDEN.deur[taal],
    besloten: CLIENTWOORDEN.besloten[taal],
    evaluatie: CLIENTWOORDEN.evaluatie[taal],
    inbreng: CLIENTWOORDEN.inbreng[taal],
    keek: CLIENTWOORDEN.keek[taal],
    steunpersoon: CLIENTWOORDEN.steunpersoon[taal],
    briefnummer: CLIENTWOORDEN.briefnummer[taal],
    stem: CLIENTWOORDEN.stem[taal],
    tafel: CLIENTWOORDEN.tafel[taal],
    wachtkamer: CLIENTWOORDEN.wachtkamer[taal],
    plan: CLIENTWOORDEN.plan[taal],
    verzoek: CLIENTWOORDEN.verzoek[taal],
    veranderd: CLIENTWOORDEN.veranderd[taal],
  }
}
