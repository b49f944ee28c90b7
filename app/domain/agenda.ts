/** All that a calendar is told, whoever looks at it: calendars are shared. */
export const AGENDATEKST = 'Overleg Veiligheidshuis'

/** A calendar wants an end, and an overleg has none before it is over. */
const DUUR_IN_MINUTEN = 90

/** `verzoek` puts it in a calendar or changes it, `afzegging` takes it out. */
export type Agendasoort = 'verzoek' | 'afzegging'

/** One entry in one calendar. `uid` says nothing of whom or of what; `volgnummer` goes up with every change. */
export type Agendapost = {
  soort: Agendasoort
  uid: string
  volgnummer: number
  /** Moments as ISO 8601 in UTC, also in the outbox. */
  begin: string
  overlegId: string
}

/** Where it is, as far as a calendar may say: the page behind the sign-in, never the link of a room. */
export function padVanOverleg(overlegId: string): string {
  return `/overleggen/${overlegId}/deelnemers`
}

export function eindVan(begin: Date): Date {
  return new Date(begin.getTime() + DUUR_IN_MINUTEN * 60_000)
}
