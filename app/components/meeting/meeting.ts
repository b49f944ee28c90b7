import type { Antwoorden, EigenWoorden } from '#domain/antwoord.ts'
import type { Document } from '#domain/document.ts'
import type { InbrengRij } from '#domain/inbreng.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Clientsoort, Deelname, Keuze, Rol } from '#domain/rol.ts'
import type { Signaal, Vertrekreden } from '#domain/tafel.ts'
import type { Stand, Toegang } from '#domain/toegang.ts'

/** One deelnemer, as others at the table know him. */
export type Tafelgast = {
  id: string
  naam: string
  organisatie: string
  functie: string
  kleur: number
  rol: Rol
  keuze: Keuze
  vertrekreden: Vertrekreden | null
  aanvaard: boolean
  aanwezig: boolean
  handOp: Date | null
}

/** Somebody of the client side who sits at the table. */
export type Clientgast = { id: string; naam: string; soort: Clientsoort }

export type Wachtende = {
  sessieId: string
  naam: string
  soort: Clientsoort
  toegelaten: boolean
  signaal: Signaal | null
  /** The cliënt goes on without him. K6 */
  weggestuurd: boolean
  sinds: Date
  /** Which of the browsers with one code this is, from 1; null when there is only one. T4 */
  nummer: number | null
}

/** For the procesregisseur alone. */
export type Wachtkamer = {
  aanwezigen: Wachtende[]
  /** Why the cliënt cannot sit down yet; null when it can. */
  weigering: Refusal | null
  /** Names of those who vertrekken and yet carry an actie. P6 */
  vertrekkersMetActie: string[]
}

export type Aanvulling = { id: string; naam: string; organisatie: string; tekst: string; op: Date }

/** `weigering`: why he cannot ask the cliënt about it now. */
export type EigenInbreng = InbrengRij & { weigering: Refusal | null }

export type Moment = 'klaar' | 'nu' | 'komt'

/** One of the five documents, as it stands in the row of the meeting. */
export type Onderdeel = {
  document: Document
  moment: Moment
  toegang: Toegang
  klaarOp: Date | null
}

export type Stem = Antwoorden & { eigenWoorden: EigenWoorden }

/** What the page of the meeting knows; the text of a document is never in it. */
export type Meeting = {
  overlegId: string
  casus: string
  document: Document
  toegang: Toegang
  stand: Stand
  ik: Deelname & { deelnemerId: string }
  onderdelen: Onderdeel[]
  /** Null for who is not at the table as it is now. T2 */
  tafel: { gasten: Tafelgast[]; clienten: Clientgast[]; link: string | null } | null
  /** Who is in this overleg, to say who carries an actie; null for who may not know it. */
  deelnemers: Tafelgast[] | null
  wachtkamer: Wachtkamer | null
  /** Why the overleg cannot start yet, for who starts it; null when it can. F7 */
  startweigering: Refusal | null
  tijd: { begonnenOp: Date; minuten: number | null } | null
  aanvullingen: Aanvulling[]
  /** Until when the cliënt is alone, for who is at the table. K4 */
  beslotenTot: Date | null
  /** His own alone; null for who has none to keep. K5 */
  inbreng: EigenInbreng[] | null
  /** What the cliënt says of samenvatting and plan; null beside every other text. K3 */
  stem: Stem | null
  /** Why this fase was opened again, the last time. F3 */
  heropening: { reden: string; naam: string; op: Date } | null
  /** The clock of the server when it answered. */
  nu: number
}
