import type { Wie } from '../huis.ts'
import type { Moment, Tafel } from '../seed-tafel.ts'

export type Velden = Record<string, string>
/** A form, filled in as it should be by who may, when he may. */
export type Formulier = {
  route: string
  moment: Moment
  wie: Wie
  velden: (tafel: Tafel) => Velden
  /** May be left out, or be empty. */
  vrij?: string[]
  /** Fields that the form does not know are ignored. */
  los?: true
  /** May be there more than once. */
  meervoud?: string
}
