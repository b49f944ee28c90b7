import type { Actiestatus } from '#domain/actie.ts'
import type { Actieantwoord } from '#domain/antwoord.ts'
import type { Blok } from '#domain/inhoud.ts'
import type { Tafelgenoot, WieVoorClient } from '#domain/projectie.ts'
import type { Clientsoort } from '#domain/rol.ts'
import type { Signaal } from '#domain/tafel.ts'
import type { Beslotenbeeld } from './besloten.tsx'
import type { Inbrengbeeld } from './inbreng.tsx'
import type { Planmerk, Veranderdbeeld, Verzoekenbeeld } from './planblokken.ts'
import type { Actiestem, Antwoordenbeeld, EigenWoordenbeeld, Planstem } from './stembeeld.ts'
import type { Meelezerbeeld, Steunpersoonbeeld } from './steunpersoon.tsx'

/** Whom to call: one person, always in the same place. */
export type Contact = { naam: string; telefoon: string }

/** Dates are words already: the browser of the client side needs no calendar. */
export type ActieBeeld = {
  wat: string
  waarom: string
  wie: WieVoorClient
  klaarVoor: string | null
}

export type TafelActie = ActieBeeld & { stem: Actiestem }

export type PlanActie = ActieBeeld & {
  nummer: number
  /** What the cliënt said of it at the table. K3 */
  antwoord: Actieantwoord | null
  stand: Actiestatus
  klaar: boolean
  /** The day since when, in words; null while nothing has happened yet. */
  sinds: string | null
  /** Written for the cliënt, on purpose. */
  uitleg: string
  /** What this person said with it himself. */
  woord: string
  /** What this person may make of it: done, or not done after all. P3 */
  melden: 'gedaan' | 'open' | null
}

export type Inhoud<Actie extends ActieBeeld = ActieBeeld> = {
  samenvatting: Blok[]
  plan: Blok[]
  acties: Actie[]
}

/**
 * All that a browser of the client side ever gets, in one of five shapes.
 *
 * The wachtkamer has no room for anything about others (T3). No ids, no authors, no times of writing anywhere (S1).
 */
export type Clientbeeld =
  | Wachtkamerbeeld
  | Tafelbeeld
  | Planbeeld
  | { weergave: 'pin-nodig'; contact: Contact; heeftPin: boolean }
  | { weergave: 'afgebroken'; contact: Contact }

export type Wachtkamerbeeld = {
  weergave: 'wachtkamer'
  contact: Contact
  afspraak: string
  verplaatst: boolean
  signaal: Signaal | null
  /** There when the cliënt goes on without this steunpersoon: from the table, or from the plan that came of it. K6 */
  weggestuurd?: 'tafel' | 'plan'
}

export type Tafelbeeld = {
  weergave: 'tafel'
  contact: Contact
  soort: Clientsoort
  aanTafel: Tafelgenoot[]
  /** The room of the table with the cliënt: for who sits there, and nobody else. */
  link: string | null
  inhoud: Inhoud<TafelActie>
  antwoorden: Antwoordenbeeld
  eigenWoorden: EigenWoordenbeeld
  signaal: Signaal | null
  heeftPin: boolean
  besloten: Beslotenbeeld | null
  inbreng: Inbrengbeeld | null
  steunpersoon: Steunpersoonbeeld | null
}

export type Planbeeld = {
  weergave: 'plan'
  contact: Contact
  soort: Clientsoort
  vastgesteldOp: string
  volgendeVraag: string | null
  afspraak: string | null
  inhoud: Inhoud<PlanActie>
  stem: Planstem
  merken: Planmerk[]
  verzoeken: Verzoekenbeeld
  veranderd: Veranderdbeeld | null
  heeftPin: boolean
  /** Of who reads along; null for himself, and when there is nobody. K6 */
  meelezer: Meelezerbeeld | null
  /** Whether there are two questions for him about the table. K10 */
  evaluatie: boolean
}

/** The plan and what became of it: what is read, without what is done. */
export type Planlezing = Pick<Planbeeld, 'soort' | 'contact' | 'inhoud' | 'stem' | 'merken'>
