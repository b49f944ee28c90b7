import { createTransport } from 'nodemailer'
import { agendabestand, METHODEN } from '#app/agendabestand.server.ts'
import type { TeVerzenden } from '#db/mail.ts'
import { opHuis } from '#domain/overlegmail.ts'
import { isLoopback } from '../env.ts'
import { type Uitkomst, uitkomstVan } from './uitkomst.ts'

// Shorter than what a row may be held for; somebody waits for the stop, too.
const GEDULD_IN_MS = 10_000

export type Verzender = (mail: Omit<TeVerzenden, 'pogingen'>) => Promise<Uitkomst>
type Smtp = { url: string; van: string; origin: string }

/** Sends over SMTP: one mail, one recipient, and nothing in it that was not in the outbox. */
export function createSmtp({ url, van, origin }: Smtp): Verzender {
  const { hostname } = new URL(url)
  const transport = createTransport({
    url,
    connectionTimeout: GEDULD_IN_MS,
    greetingTimeout: GEDULD_IN_MS,
    socketTimeout: GEDULD_IN_MS,
    dnsTimeout: GEDULD_IN_MS,
    // A link in a mail opens an account: it does not cross a network in the clear.
    requireTLS: !isLoopback(hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const huis = new URL(origin).hostname
  const afzender = adresVan(van)

  return async ({ id, aan, onderwerp, tekst, agenda }) => {
    try {
      await transport.sendMail({
        from: van,
        to: { name: '', address: aan },
        envelope: { from: afzender, to: [aan] },
        subject: onderwerp,
        text: opHuis(tekst, origin),
        ...(agenda && {
          icalEvent: {
            method: METHODEN[agenda.soort],
            filename: 'overleg.ics',
            content: agendabestand({
              post: agenda,
              origin,
              nu: new Date(),
              mail: { afzender, aan },
            }),
          },
        }),
        // Sent twice, when this process dies between the answer and the commit, it can be known by this.
        messageId: `<${id}@${huis}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
      return { soort: 'verzonden' }
    } catch (error) {
      return uitkomstVan(error)
    }
  }
}

/** `Focustafel <tafel@voorbeeld.nl>` or the address alone. */
function adresVan(van: string): string {
  return /<([^<>]+)>$/.exec(van)?.[1] ?? van
}
