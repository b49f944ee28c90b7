import type { Clientsoort, Keuze, Rol } from './rol.ts'
import type { Taal } from './taal.ts'

/** So long a letter can be shown and printed again; after that its code is gone, sent or not. K1 */
export const GEHEIM_IN_DAGEN = 7

/** How a letter, or its code, reached the person. A link by mail is none of these: it is without the code. */
export const WIJZEN = ['post', 'meegegeven', 'telefoon'] as const
export type Wijze = (typeof WIJZEN)[number]

/** Who sits at the table with the cliënt, as his letter says it. T6 */
type Genoemde = { naam: string; organisatie: string; taak: string }

/** To a meeting, or after it: to read the plan. */
type Brieftype = 'gesprek' | 'plan'

/** What one letter says. Of the overleg only this: nothing of V, B or O is an argument of it. K1, S2 */
export type Briefinhoud = {
  type: Brieftype
  soort: Clientsoort
  taal: Taal
  naam: string
  /** In the words of the procesregisseur; empty for the fixed sentence. */
  doel: string
  /** ISO 8601 */
  moment: string
  plaats: string
  isOnline: boolean
  genoemden: Genoemde[]
  contact: { naam: string; telefoon: string }
  /** There was a letter before it, of which the code does not work any more. */
  vervangt: boolean
}

type Deelnemer = Genoemde & { rol: Rol; keuze: Keuze }

/** Who blijft, with procesregisseur and casushouder. Who was not decided about is not named, as at the table. K1, T1 */
export function genoemdenOf(deelnemers: readonly Deelnemer[]): Genoemde[] {
  return deelnemers
    .filter(({ rol, keuze }) => rol !== 'partner' || keuze === 'blijft')
    .map(({ naam, organisatie, taak }) => ({ naam, organisatie, taak }))
}

/** Online with a link of the table, or when there is no place to come to. */
export function isOnline({ plaats, heeftLink }: { plaats: string; heeftLink: boolean }): boolean {
  return heeftLink || plaats === ''
}

const VEROUDERINGEN = ['tijd', 'plaats', 'mensen', 'contact', 'taal'] as const
export type Veroudering = (typeof VEROUDERINGEN)[number]

/** What a letter says that is not so any more, or in which language: the person has to be told, by a new letter. K1, K2 */
export function verouderdDoor(brief: Briefinhoud, nu: Briefinhoud): Veroudering[] {
  // With which he reads his plan it names no time, place or people.
  const telt = brief.type === 'gesprek' ? VEROUDERINGEN : (['taal'] as const)
  return telt.filter((wat) => deelVan(brief, wat) !== deelVan(nu, wat))
}

function deelVan(brief: Briefinhoud, wat: Veroudering): string {
  switch (wat) {
    case 'tijd':
      return brief.moment
    case 'plaats':
      return JSON.stringify([brief.plaats, brief.isOnline])
    case 'mensen':
      return JSON.stringify(
        brief.genoemden.map(({ naam, organisatie }) => [naam, organisatie]).toSorted(),
      )
    case 'contact':
      return JSON.stringify([brief.contact.naam, brief.contact.telefoon])
    case 'taal':
      return brief.taal
  }
}
