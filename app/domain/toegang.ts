import type { Document } from './document.ts'
import { FASEN, type Fase, type LopendOverleg, type Overleg, VOOR_TE_BEREIDEN } from './fase.ts'
import type { Deelname } from './rol.ts'

export const TOEGANGEN = ['geen', 'lezen', 'schrijven'] as const
export type Toegang = (typeof TOEGANGEN)[number]

/**
 * An overleg as far as rights go. `dicht`: closed for everybody but the procesregisseur (T8). `besloten`: the cliënt is
 * alone with whom he brought (K4).
 */
export type Stand = { overleg: Overleg; dicht: boolean; metClient: boolean; besloten: boolean }

/** The four columns of section 5. Procesregisseur and casushouder have the same rights to documents. */
const KRINGEN = ['regie', 'blijft', 'vertrekt', 'clientzijde'] as const
type Kring = (typeof KRINGEN)[number]

/** The rows of section 5. */
export const SITUATIES = [
  'gepland: voor te bereiden',
  'gepland: overige',
  'lopend: fase komt nog',
  'lopend: huidige fase V, B of O',
  'lopend: fase voorbij',
  'lopend: samenvatting, vooroverleg',
  'lopend: samenvatting, met cliënt',
  'lopend: samenvatting, besloten tijd',
  'lopend: besluitvorming, vooroverleg',
  'lopend: besluitvorming, met cliënt',
  'lopend: besluitvorming, besloten tijd',
  'vastgesteld: V, B, O',
  'vastgesteld: samenvatting, besluitvorming',
  'afgebroken',
] as const
export type Situatie = (typeof SITUATIES)[number]

// The client side has no right on a document, ever: what it sees is a projection (S1).
const TOEGANG = {
  'gepland: voor te bereiden': {
    regie: 'schrijven',
    blijft: 'schrijven',
    vertrekt: 'schrijven',
    clientzijde: 'geen',
  },
  'gepland: overige': { regie: 'geen', blijft: 'geen', vertrekt: 'geen', clientzijde: 'geen' },
  'lopend: fase komt nog': { regie: 'geen', blijft: 'geen', vertrekt: 'geen', clientzijde: 'geen' },
  'lopend: huidige fase V, B of O': {
    regie: 'schrijven',
    blijft: 'schrijven',
    vertrekt: 'schrijven',
    clientzijde: 'geen',
  },
  'lopend: fase voorbij': {
    regie: 'lezen',
    blijft: 'lezen',
    vertrekt: 'lezen',
    clientzijde: 'geen',
  },
  'lopend: samenvatting, vooroverleg': {
    regie: 'schrijven',
    blijft: 'schrijven',
    vertrekt: 'schrijven',
    clientzijde: 'geen',
  },
  'lopend: samenvatting, met cliënt': {
    regie: 'schrijven',
    blijft: 'schrijven',
    vertrekt: 'geen',
    clientzijde: 'geen',
  },
  'lopend: samenvatting, besloten tijd': {
    regie: 'lezen',
    blijft: 'lezen',
    vertrekt: 'geen',
    clientzijde: 'geen',
  },
  'lopend: besluitvorming, vooroverleg': {
    regie: 'schrijven',
    blijft: 'schrijven',
    vertrekt: 'schrijven',
    clientzijde: 'geen',
  },
  'lopend: besluitvorming, met cliënt': {
    regie: 'schrijven',
    blijft: 'schrijven',
    vertrekt: 'geen',
    clientzijde: 'geen',
  },
  'lopend: besluitvorming, besloten tijd': {
    regie: 'lezen',
    blijft: 'lezen',
    vertrekt: 'geen',
    clientzijde: 'geen',
  },
  'vastgesteld: V, B, O': {
    regie: 'lezen',
    blijft: 'lezen',
    vertrekt: 'geen',
    clientzijde: 'geen',
  },
  'vastgesteld: samenvatting, besluitvorming': {
    regie: 'lezen',
    blijft: 'lezen',
    vertrekt: 'geen',
    clientzijde: 'geen',
  },
  afgebroken: { regie: 'lezen', blijft: 'geen', vertrekt: 'geen', clientzijde: 'geen' },
} as const satisfies Record<Situatie, Record<Kring, Toegang>>

export function toegangVoorKring(kring: Kring, situatie: Situatie): Toegang {
  return TOEGANG[situatie][kring]
}

/** What a professional may do with one document, now. Never keep the answer: ask again (S3). */
export function toegangTotDocument(
  deelname: Deelname | null,
  document: Document,
  stand: Stand,
): Toegang {
  if (!deelname?.toegelaten || isDichtVoor(deelname, stand)) return 'geen'
  return toegangVoorKring(kringOf(deelname, stand), situatieOf(document, stand))
}

/** Who has not been decided about counts as vertrekt: when in doubt, no reading. Without cliënt nobody leaves (F6). */
export function kringOf(deelname: Deelname, stand: Stand): Kring {
  if (deelname.rol !== 'partner') return 'regie'
  if (!stand.metClient) return 'blijft'
  return deelname.keuze === 'blijft' ? 'blijft' : 'vertrekt'
}

export function situatieOf(
  document: Document,
  { overleg, besloten }: Pick<Stand, 'overleg' | 'besloten'>,
): Situatie {
  if (overleg.status === 'afgebroken') return 'afgebroken'
  if (overleg.status === 'gepland') {
    return isFase(document) && VOOR_TE_BEREIDEN.includes(document)
      ? 'gepland: voor te bereiden'
      : 'gepland: overige'
  }

  const voorClient = document === 'samenvatting' || document === 'besluitvorming'
  if (overleg.status === 'vastgesteld') {
    return voorClient ? 'vastgesteld: samenvatting, besluitvorming' : 'vastgesteld: V, B, O'
  }

  const huidig = FASEN.indexOf(overleg.fase)
  if (document === 'samenvatting') {
    if (huidig < FASEN.indexOf('oordeelsvorming')) return 'lopend: fase komt nog'
    return `lopend: samenvatting, ${tafelOf(overleg, besloten)}`
  }

  const fase = FASEN.indexOf(document)
  if (fase > huidig) return 'lopend: fase komt nog'
  if (fase < huidig) return 'lopend: fase voorbij'
  if (document !== 'besluitvorming') return 'lopend: huidige fase V, B of O'
  return `lopend: besluitvorming, ${tafelOf(overleg, besloten)}`
}

function tafelOf({ tafel }: LopendOverleg, besloten: boolean) {
  if (tafel === 'vooroverleg') return 'vooroverleg'
  return besloten ? 'besloten tijd' : 'met cliënt'
}

/** Whether a professional is at the table as it is now: presence and the link of the table. T2, T8, T9 */
export function isAanTafel(deelname: Deelname | null, stand: Stand): boolean {
  if (!deelname?.toegelaten || isDichtVoor(deelname, stand)) return false
  const { overleg } = stand
  if (overleg.status === 'gepland') return true
  if (overleg.status !== 'lopend') return false
  return overleg.tafel === 'vooroverleg' || kringOf(deelname, stand) !== 'vertrekt'
}

/** Whether the overleg itself (its page, its deelnemers) is there for this professional. */
export function isZichtbaar(deelname: Deelname | null, stand: Stand): boolean {
  if (!deelname || isDichtVoor(deelname, stand)) return false
  return stand.overleg.status !== 'afgebroken' || deelname.rol !== 'partner'
}

// T8
function isDichtVoor(deelname: Deelname, stand: Stand): boolean {
  return stand.dicht && deelname.rol !== 'procesregisseur'
}

function isFase(document: Document): document is Extract<Document, Fase> {
  return document !== 'samenvatting'
}
