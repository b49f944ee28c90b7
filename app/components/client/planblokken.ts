import type { WieVoorClient } from '#domain/projectie.ts'
import type { Besluit, Kanttekening } from '#domain/verzoek.ts'

/** Beside the words that it is about: that sentence, or below that block of the text or that actie. K7 */
export type Planmerk = Kanttekening & {
  plek:
    | { deel: 'samenvatting'; sleutel: string }
    | { deel: 'plan'; blok: number }
    | { deel: 'actie'; nummer: number }
}

/** What somebody of the client side asked about the plan. Days are words. K7 */
export type Verzoekbeeld = {
  zin: string
  tekst: string
  ingediend: string
  /** The last day to answer on. */
  uiterlijk: string
  overTijd: boolean
  antwoord: { besluit: Besluit; tekst: string; op: string } | null
}

export type Verzoekenbeeld = {
  gesteld: Verzoekbeeld[]
  /** What can be chosen, by the short name of its words; nothing for who reads along, or has asked enough. */
  kiesbaar: {
    deel: 'samenvatting' | 'plan' | 'actie'
    zinnen: { sleutel: string; tekst: string }[]
  }[]
}

/** What is different from the plan before. Names and days are words. K8 */
export type Veranderdbeeld = {
  vorigeVan: string
  nieuw: string[]
  veranderd: {
    wat: string
    /** Null where it did not change. */
    tekst: { eerst: string; nu: string } | null
    wie: { eerst: WieVoorClient; nu: WieVoorClient } | null
    wanneer: { eerst: string; nu: string } | null
  }[]
  nietMeer: string[]
  klaar: string[]
  zinnenErbij: string[]
  zinnenWeg: string[]
  volgende: { eerst: string; nu: string } | null
}
