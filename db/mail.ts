import type { Agendapost } from '#domain/agenda.ts'
import { briefVan, type Mail } from '#domain/mail.ts'
import type { Query, Transaction } from './connection.ts'

/** One address: no list, no name, no room for a header. The table says the same. */
const ADRES = /^[^\s\p{Cc}<>(),;:\\"@]+@[A-Za-z0-9.-]+$/u

/** Puts a mail in the outbox, in the transaction that gives the reason: no mail without it, and none is forgotten. */
export async function queueMail(
  sql: Query,
  { aan, ...mail }: { aan: string } & Mail,
): Promise<void> {
  if (!ADRES.test(aan)) throw new Error('A mail goes to one plain address')
  const { onderwerp, tekst, geldigInMinuten } = briefVan(mail)
  const agenda = 'agenda' in mail ? sql.json(mail.agenda) : null
  await sql`
    insert into mail (soort, aan, onderwerp, tekst, agenda, vervalt_op)
    values (${mail.soort}, ${aan}, ${onderwerp}, ${tekst}, ${agenda},
      now() + make_interval(mins => ${geldigInMinuten}))`
}

export type TeVerzenden = {
  id: string
  soort: string
  aan: string
  onderwerp: string
  tekst: string
  /** For a calendar; the sender makes the file. */
  agenda: Agendapost | null
  pogingen: number
}

/** The mail whose turn it is, held until the transaction ends; another process takes another. */
export async function takeMail(sql: Transaction): Promise<TeVerzenden | null> {
  const [row] = await sql<TeVerzenden[]>`
    select id, soort, aan, onderwerp, tekst, agenda, pogingen from mail
    where tekst is not null and volgende_poging_op <= now()
    order by volgende_poging_op limit 1
    for update skip locked`
  return row ?? null
}

export async function saveVerzonden(sql: Query, mailId: string) {
  await sql`
    update mail set verzonden_op = clock_timestamp(), pogingen = pogingen + 1,
      aan = null, onderwerp = null, tekst = null, agenda = null, fout = null
    where id = ${mailId}`
}

type Mislukt = { id: string; fout: string; pauzeInMinuten: number }

export async function savePoging(sql: Query, { id, fout, pauzeInMinuten }: Mislukt) {
  await sql`
    update mail set pogingen = pogingen + 1, fout = ${fout},
      volgende_poging_op = clock_timestamp() + make_interval(mins => ${pauzeInMinuten})
    where id = ${id}`
}

export async function saveOpgegeven(sql: Query, { id, fout }: Omit<Mislukt, 'pauzeInMinuten'>) {
  await sql`
    update mail set opgegeven_op = clock_timestamp(), pogingen = pogingen + 1, fout = ${fout},
      aan = null, onderwerp = null, tekst = null, agenda = null
    where id = ${id}`
}

/** Gives up what nobody can use any more; answers with what those mails were. */
export function expireMail(sql: Query): Promise<{ id: string; soort: string }[]> {
  return sql<{ id: string; soort: string }[]>`
    update mail set opgegeven_op = clock_timestamp(), fout = 'verlopen',
      aan = null, onderwerp = null, tekst = null, agenda = null
    where id in (
      select id from mail where tekst is not null and vervalt_op < now() for update skip locked)
    returning id, soort`
}

// Long enough to look for a mail that somebody misses.
const FEIT_IN_DAGEN = 30

/** After a while not even the fact stays that there was one. */
export async function removeOudeMail(sql: Query): Promise<void> {
  await sql`
    delete from mail
    where coalesce(verzonden_op, opgegeven_op) < now() - make_interval(days => ${FEIT_IN_DAGEN})`
}
