import type { Actieantwoord, EigenWoorden, Woordversies, Zinantwoord } from '#domain/antwoord.ts'
import type { Stuk } from '#domain/inhoud.ts'

/** A sentence with what was said of it. `eerder`: said of the words that stood here before, so it is asked again. K3 */
export type Zinbeeld =
  | { soort: 'kop'; tekst: string }
  | {
      soort: 'zin'
      sleutel: string
      tekst: Stuk[]
      antwoord: Zinantwoord | null
      eerder: Zinantwoord | null
    }

/** Of one actie at the table. */
export type Actiestem = {
  sleutel: string
  antwoord: Actieantwoord | null
  eerder: Actieantwoord | null
}

/** `mag`: whom the cliënt brings sees the answers, and gives none. */
export type Antwoordenbeeld = { mag: boolean; samenvatting: Zinbeeld[] }
export type EigenWoordenbeeld = Woordversies & { mag: boolean }

/** The same in the vastgesteld plan: nothing is asked any more. */
export type Planstem = { samenvatting: Zinbeeld[]; eigenWoorden: EigenWoorden }
