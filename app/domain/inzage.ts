import type { Datum } from './datum.ts'
import { blijftAanTafel } from './projectie.ts'
import type { Clientsoort, Keuze, Rol } from './rol.ts'

/**
 * Readings of a document, the plan or the dossier, as the record calls them; which of them it was is told to nobody.
 *
 * Not the lists of everything that somebody works on: who opens his list in the morning did not look at this plan.
 */
export const INZAGEN = ['document-read', 'plan-read', 'meekijken-read', 'dossier-exported'] as const

/** On how many days, and which was the last. */
export type Inzage = { dagen: number; laatste: Datum }

type Deelnemer = { organisatieId: string; rol: Rol; keuze: Keuze }

/** Whose readings the cliënt may know of: organisaties that somebody sat at his table for. K9, T6 */
export function organisatiesVoorClient(deelnemers: readonly Deelnemer[]): string[] {
  return [...new Set(deelnemers.filter(blijftAanTafel).map((d) => d.organisatieId))]
}

/** Whom he brings does not learn who looked into the plan of another. K9 */
export function magInzagenZien(soort: Clientsoort): boolean {
  return soort !== 'steunpersoon'
}
