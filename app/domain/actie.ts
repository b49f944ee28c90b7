import { type Datum, parseDatum } from './datum.ts'
import { LEEFGEBIEDEN, type Leefgebied } from './document.ts'
import type { Refusal } from './refusal.ts'
import { accept, type Result, refuse } from './result.ts'
import type { Clientsoort, Rol } from './rol.ts'

/** What an actie lives through after vaststellen. P2 */
export const ACTIESTATUSSEN = [
  'open',
  'loopt',
  'gedaan',
  'niet-gelukt-omstandigheden',
  'niet-gelukt-niet-uitgevoerd',
  'vervallen',
] as const
export type Actiestatus = (typeof ACTIESTATUSSEN)[number]

/** For professionals. P2 */
export const ACTIESTATUS_TEKST = {
  open: 'Open',
  loopt: 'Loopt',
  gedaan: 'Gedaan',
  'niet-gelukt-omstandigheden': 'Lukt niet: omstandigheden veranderd',
  'niet-gelukt-niet-uitgevoerd': 'Lukt niet: niet uitgevoerd',
  vervallen: 'Vervallen',
} as const satisfies Record<Actiestatus, string>

/** For the client side, in plain words. P3 */
export const ACTIESTATUS_GEWOON = {
  open: 'Dit moet nog beginnen.',
  loopt: 'Hier zijn we mee bezig.',
  gedaan: 'Dit is klaar.',
  'niet-gelukt-omstandigheden': 'Dit lukt niet. Er is iets veranderd.',
  'niet-gelukt-niet-uitgevoerd': 'Dit is niet gedaan.',
  vervallen: 'Dit hoeft niet meer.',
} as const satisfies Record<Actiestatus, string>

/** Who carries an actie: a deelnemer, or the cliënt himself. */
export type Wie = { soort: 'deelnemer'; deelnemerId: string } | { soort: 'client' }

/** An actie while it is being written together, in the besluitvorming document. Anything may still be missing. */
export type Conceptactie = {
  id: string
  wat: string
  wie: Wie | null
  wanneer: Datum | null
  leefgebied: Leefgebied | null
  waarom: string
}

export type VolledigeActie = Conceptactie & { wie: Wie; wanneer: Datum }

// Anything looser would be accepted here and refused by PostgreSQL, at vaststellen.
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const DEELNEMER = 'deelnemer:'

/** In a Yjs document, wie is one string, so that two people who choose at once cannot end with half of each. */
export function formatWie(wie: Wie): string {
  return wie.soort === 'client' ? 'client' : `${DEELNEMER}${wie.deelnemerId}`
}

export function parseWie(text: unknown): Wie | null {
  if (text === 'client') return { soort: 'client' }
  if (typeof text !== 'string' || !text.startsWith(DEELNEMER)) return null
  const deelnemerId = text.slice(DEELNEMER.length)
  return UUID.test(deelnemerId) ? { soort: 'deelnemer', deelnemerId } : null
}

/** Reads one actie as it stands in a Yjs document (or in any JSON): unknown fields fall away, wrong ones become empty. */
export function parseConceptactie(value: unknown): Conceptactie | null {
  if (typeof value !== 'object' || value === null) return null
  const fields = new Map(Object.entries(value))
  const id = fields.get('id')
  if (typeof id !== 'string' || !UUID.test(id)) return null
  return {
    id,
    wat: textOf(fields.get('wat')),
    wie: parseWie(fields.get('wie')),
    wanneer: parseDatum(fields.get('wanneer')),
    leefgebied: LEEFGEBIEDEN.find((leefgebied) => leefgebied === fields.get('leefgebied')) ?? null,
    waarom: textOf(fields.get('waarom')),
  }
}

/** Every actie has a wat, a wie and a wanneer. F4 */
export function isVolledig(actie: Conceptactie): actie is VolledigeActie {
  return actie.wat.trim() !== '' && actie.wie !== null && actie.wanneer !== null
}

/** An actie that nobody has written anything in: it does not count, and does not block. */
export function isLeeg(actie: Conceptactie): boolean {
  return (
    actie.wat.trim() === '' &&
    actie.waarom.trim() === '' &&
    actie.wie === null &&
    actie.wanneer === null
  )
}

export type Bijwerker =
  | { soort: 'professional'; rol: Rol; organisatieId: string }
  | { soort: 'clientzijde'; persoon: Clientsoort }

/** What the cliënt may add when he marks his own actie, and what is explained to him. */
export const WOORD_IN_TEKENS = 300
export const UITLEG_IN_TEKENS = 500

/** Of whom an actie is: an organisation's, or the cliënt's own. */
export type Drager = { soort: 'organisatie'; organisatieId: string } | { soort: 'client' }

/** The casushouder updates every actie, a partner those of his organisation, the cliënt his own; the procesregisseur sees all. P3 */
export function magBijwerken(bijwerker: Bijwerker, drager: Drager): boolean {
  if (bijwerker.soort === 'clientzijde')
    return drager.soort === 'client' && bijwerker.persoon !== 'steunpersoon'
  if (bijwerker.rol === 'casushouder') return true
  return drager.soort === 'organisatie' && drager.organisatieId === bijwerker.organisatieId
}

/** `notitie` stays with the professionals; `uitleg` is for the cliënt, written on purpose. */
type Wijziging = { status: Actiestatus; notitie: string; uitleg: string }

/** Checks one change of an actie. Vervallen needs a reason (P2); the cliënt marks his own as done or not (P3). */
export function updateActie(
  bijwerker: Bijwerker,
  drager: Drager,
  { status, notitie, uitleg }: Wijziging,
): Result<Wijziging, Refusal> {
  if (!magBijwerken(bijwerker, drager)) return refuse({ code: 'niet-bevoegd' })
  if (bijwerker.soort === 'clientzijde') {
    if (status !== 'gedaan' && status !== 'open') return refuse({ code: 'niet-bevoegd' })
    if (uitleg.trim() !== '') return refuse({ code: 'niet-bevoegd' })
  }
  if (status === 'vervallen' && notitie.trim() === '') return refuse({ code: 'reden-ontbreekt' })
  return accept({ status, notitie: notitie.trim(), uitleg: uitleg.trim() })
}

/** An actie that still asks for something: the groups of the page acties. */
export function isLopend(status: Actiestatus): boolean {
  return status === 'open' || status === 'loopt'
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
