import type { Refusal } from './refusal.ts'
import { accept, type Result, refuse } from './result.ts'

/** VBOB, in order. F1 */
export const FASEN = ['vraagstelling', 'beeldvorming', 'oordeelsvorming', 'besluitvorming'] as const
export type Fase = (typeof FASEN)[number]

/** Fasen that can be prepared before the overleg begins. F2 */
export const VOOR_TE_BEREIDEN: readonly Fase[] = ['vraagstelling', 'beeldvorming']

/** Who sits at the table while an overleg runs: the partners alone, or with the cliënt (T2). */
export type Tafel = 'vooroverleg' | 'met-client'

export type LopendOverleg = { status: 'lopend'; fase: Fase; tafel: Tafel }
export type Overleg =
  | { status: 'gepland' }
  | LopendOverleg
  | { status: 'vastgesteld' }
  | { status: 'afgebroken' }
export type OverlegStatus = Overleg['status']

export function startOverleg(overleg: Overleg): Result<LopendOverleg, Refusal> {
  if (overleg.status !== 'gepland') return refuse({ code: 'overleg-niet-gepland' })
  return accept({ status: 'lopend', fase: 'vraagstelling', tafel: 'vooroverleg' })
}

type Afronding = { from: Fase; heeftVraag: boolean }

/**
 * Moves a running overleg to its next fase, from the fase that is on the procesregisseur's screen. F1, F4
 *
 * Without `from`, two clicks at once would skip a fase. `heeftVraag` is read by the caller from the vraagstelling document.
 */
export function advanceFase(
  overleg: Overleg,
  { from, heeftVraag }: Afronding,
): Result<LopendOverleg, Refusal> {
  if (overleg.status !== 'lopend') return refuse({ code: 'overleg-niet-lopend' })
  if (overleg.fase !== from) return refuse({ code: 'fase-al-afgerond' })
  if (from === 'vraagstelling' && !heeftVraag) return refuse({ code: 'vraag-ontbreekt' })

  const next = FASEN[FASEN.indexOf(from) + 1]
  if (!next) return refuse({ code: 'laatste-fase' })

  return accept({ status: 'lopend', fase: next, tafel: 'vooroverleg' })
}

/** Goes back one fase; never while the cliënt is at the table. F3 */
export function reopenFase(
  overleg: Overleg,
  { from, reden }: { from: Fase; reden: string },
): Result<LopendOverleg, Refusal> {
  if (overleg.status !== 'lopend') return refuse({ code: 'overleg-niet-lopend' })
  if (overleg.tafel === 'met-client') return refuse({ code: 'client-zit-aan-tafel' })
  if (overleg.fase !== from) return refuse({ code: 'fase-al-afgerond' })
  if (!reden.trim()) return refuse({ code: 'reden-ontbreekt' })

  const previous = FASEN[FASEN.indexOf(from) - 1]
  if (!previous) return refuse({ code: 'eerste-fase' })

  return accept({ status: 'lopend', fase: previous, tafel: 'vooroverleg' })
}

export function breakOffOverleg(overleg: Overleg, reden: string): Result<Overleg, Refusal> {
  if (overleg.status !== 'gepland' && overleg.status !== 'lopend') {
    return refuse({ code: 'overleg-niet-lopend' })
  }
  if (!reden.trim()) return refuse({ code: 'reden-ontbreekt' })
  return accept({ status: 'afgebroken' })
}
