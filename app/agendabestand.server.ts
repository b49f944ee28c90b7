import ical, {
  ICalAttendeeRole,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator'
import {
  AGENDATEKST,
  type Agendapost,
  type Agendasoort,
  eindVan,
  padVanOverleg,
} from '#domain/agenda.ts'

export const METHODEN = {
  verzoek: ICalCalendarMethod.REQUEST,
  afzegging: ICalCalendarMethod.CANCEL,
} as const satisfies Record<Agendasoort, ICalCalendarMethod>

type Bestand = {
  post: Agendapost
  origin: string
  nu: Date
  /** Of whom and to whom it goes by mail; null: it is downloaded by the person himself. */
  mail: { afzender: string; aan: string } | null
}

/**
 * One overleg for one calendar. In UTC, without a time zone: with one it stood an hour wrong.
 *
 * A calendar takes over what comes by mail only with an organiser and with himself as the one invited; nobody else is
 * in it, and it asks for no answer by mail: an answer is given behind the sign-in.
 */
export function agendabestand({ post, origin, nu, mail }: Bestand): string {
  const { soort, uid, volgnummer, overlegId } = post
  const begin = new Date(post.begin)
  const calendar = ical({
    prodId: { company: 'Focustafel', product: 'Overleg', language: 'NL' },
    method: mail ? METHODEN[soort] : ICalCalendarMethod.PUBLISH,
  })
  const event = calendar.createEvent({
    id: `${uid}@${new URL(origin).hostname}`,
    sequence: volgnummer,
    stamp: nu,
    start: begin,
    end: eindVan(begin),
    summary: AGENDATEKST,
    class: ICalEventClass.PRIVATE,
    status: soort === 'verzoek' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    ...(soort === 'verzoek' && waar(origin + padVanOverleg(overlegId))),
  })
  if (mail) {
    event.organizer({ name: 'Focustafel', email: mail.afzender })
    event.createAttendee({ email: mail.aan, role: ICalAttendeeRole.REQ, rsvp: false })
  }
  return `${calendar.toString()}\r\n`
}

function waar(adres: string) {
  return { location: adres, url: adres, description: `Log in om verder te lezen: ${adres}` }
}
