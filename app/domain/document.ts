import type { FASEN } from './fase.ts'

/**
 * The five documents of an overleg. Each is a Yjs document of its own: the document is the unit of seeing.
 *
 * In the order of the meeting: the samenvatting is written before besluitvorming begins.
 */
export const DOCUMENTEN = [
  'vraagstelling',
  'beeldvorming',
  'oordeelsvorming',
  'samenvatting',
  'besluitvorming',
] as const satisfies readonly ((typeof FASEN)[number] | 'samenvatting')[]
export type Document = (typeof DOCUMENTEN)[number]

/** What the client side sees, as a projection, from the moment it sits at the table. S1 */
export const CLIENTDOCUMENTEN = [
  'samenvatting',
  'besluitvorming',
] as const satisfies readonly Document[]

export function parseDocument(text: unknown): Document | null {
  return DOCUMENTEN.find((document) => document === text) ?? null
}

/** Leefgebieden: the five of the source (evaluatie 2016, 626-637) and one for what fits in none of them. */
export const LEEFGEBIEDEN = [
  'Identiteitsbewijs',
  'Huisvesting',
  'Inkomen en werk',
  'Schulden',
  'Zorg',
  'Overig',
] as const
export type Leefgebied = (typeof LEEFGEBIEDEN)[number]

/** Headings that the server writes once, when the overleg is made. */
export const BEGINKOPPEN = {
  vraagstelling: ['Vraag van de inbrenger', 'Wat willen we vandaag bereiken?'],
  beeldvorming: [...LEEFGEBIEDEN, 'Wat gaat goed?'],
  oordeelsvorming: ['Wat is hier aan de hand?', 'Risico’s', 'Wat helpt?'],
  samenvatting: ['Wat hebben we besproken?', 'Wat willen we met u bespreken?'],
  besluitvorming: ['Wat wilt u bereiken?', 'Wanneer zijn we tevreden?'],
} satisfies Record<Document, readonly string[]>

/** Name of the headings' XML fragment, and of the array of acties, in a Yjs document. */
export const TEKST = 'tekst'
export const ACTIES = 'acties'
