import { randomUUID } from 'node:crypto'
import { createLinkcode } from '#app/auth/linkcode.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { closeNowCommand } from '#app/commands/close-now.server.ts'
import { giveBeslotenTijdCommand } from '#app/commands/give-besloten-tijd.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import type { Sql } from '#db/connection.ts'
import { changeDocument } from '#db/documenten.ts'
import { createWachtwoordlink } from '#db/wachtwoordlinks.ts'
import { appendActie, appendAlinea } from '#db/yjs-inhoud.ts'
import type { Conceptactie } from '#domain/actie.ts'
import { parseDatum } from '#domain/datum.ts'
import type { Document } from '#domain/document.ts'
import type { Fase, Overleg } from '#domain/fase.ts'
import { rememberSecret } from './kanaries.ts'
import { seedOverleg } from './seed-overleg.ts'

/** The moments at which somebody from the field would ask: may he do this now? */
export const MOMENTEN = [
  'gepland',
  'vraagstelling',
  'vooroverleg',
  'met cliënt',
  'dicht',
  'vastgesteld',
  'afgebroken',
] as const
/** While the cliënt is alone most pages answer as when he is not: not every table asks for it. K4 */
export const ALLE_MOMENTEN = [...MOMENTEN, 'besloten tijd'] as const
export type Moment = (typeof ALLE_MOMENTEN)[number]

const PLAATSEN_AAN_TAFEL = [
  'procesregisseur',
  'casushouder',
  'blijft',
  'vertrekt',
  'zonder-convenant',
] as const

const BEGIN: Record<Moment, Overleg> = {
  gepland: { status: 'gepland' },
  vraagstelling: lopend('vraagstelling'),
  vooroverleg: lopend('besluitvorming'),
  'met cliënt': lopend('besluitvorming'),
  'besloten tijd': lopend('besluitvorming'),
  dicht: lopend('besluitvorming'),
  vastgesteld: lopend('besluitvorming'),
  afgebroken: { status: 'afgebroken' },
}

export type Tafel = Awaited<ReturnType<typeof seedTafel>>

/** A table with five people and a cliënt at the door, where nothing is missing: whoever may go on can go on. */
export async function seedTafel(sql: Sql, moment: Moment) {
  const seeded = await seedOverleg(sql, BEGIN[moment], PLAATSEN_AAN_TAFEL)
  const { overlegId, ids, deelnemerIds, clientPersoonId } = seeded
  if (!clientPersoonId) throw new Error('Seeded with a cliënt')
  const regie = { overlegId, gebruikerId: ids.procesregisseur }

  await sql`
    update deelnemer set casushouder_aanvaard_op = now() where id = ${deelnemerIds.casushouder}`
  await schrijf(sql, { ...regie, document: 'samenvatting', tekst: 'We spraken over uw woning.' })
  const acties = [
    conceptactie({ wat: 'Een urgentieverklaring aanvragen', deelnemerId: deelnemerIds.blijft }),
    conceptactie({ wat: 'De schulden op een rij zetten', deelnemerId: deelnemerIds.vertrekt }),
    conceptactie({ wat: 'Iedere week bellen', deelnemerId: null }),
  ]
  await schrijfActies(sql, { ...regie, acties })
  const wachtend = await addBrowser(sql, clientPersoonId)
  const tweede = await addBrowser(sql, clientPersoonId)
  const nieuw = await addCollega(sql, ids.blijft)

  const inbrengId = await parkeer(sql, { overlegId, deelnemerId: deelnemerIds.blijft })
  if (moment === 'met cliënt' || moment === 'besloten tijd') {
    await seatClientCommand(sql, { ...regie, sessieIds: [wachtend] })
  }
  if (moment === 'besloten tijd') await giveBeslotenTijdCommand(sql, regie)
  if (moment === 'dicht') await closeNowCommand(sql, regie)
  if (moment === 'vastgesteld') await vaststellenCommand(sql, regie)
  return {
    ...seeded,
    clientPersoonId,
    regie,
    afspraak: await afspraakVan(sql, overlegId),
    wachtend,
    tweede,
    inbrengId,
    nieuw,
    actieIds: await actieIdsOf(sql, overlegId),
    organisatieId: await organisatieVan(sql, ids.blijft),
    linkcode: await addLinkcode(sql, ids.blijft),
  }
}

async function afspraakVan(sql: Sql, overlegId: string): Promise<Date> {
  const [row] = await sql<
    { op: Date }[]
  >`select gepland_op as op from overleg where id = ${overlegId}`
  if (!row) throw new Error('Seeded above')
  return row.op
}

/** Somebody of the same organisation, who is in no overleg. */
export async function addCollega(sql: Sql, gebruikerId: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into gebruiker (organisatie_id, naam, email, wachtwoord_hash)
    select organisatie_id, 'Sanne de Boer', ${`${randomUUID()}@voorbeeld.nl`}, wachtwoord_hash
    from gebruiker where id = ${gebruikerId}
    returning id`
  if (!row) throw new Error('An insert that returns gives a row')
  return row.id
}

export async function organisatieVan(sql: Sql, gebruikerId: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select organisatie_id as id from gebruiker where id = ${gebruikerId}`
  return row?.id ?? ''
}

/** With which he may choose a new password. */
async function addLinkcode(sql: Sql, gebruikerId: string): Promise<string> {
  const code = createLinkcode()
  rememberSecret(code)
  await createWachtwoordlink(sql, { codeHash: hashOf(code), gebruikerId, soort: 'vergeten' })
  return code
}

/** A browser of the client side that is there, as far as anybody can tell. */
export async function addBrowser(sql: Sql, clientPersoonId: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into client_sessie (id_hash, client_persoon_id, expires_at, gezien_op)
    values (${randomUUID()}, ${clientPersoonId}, now() + interval '1 hour', now() + interval '1 hour')
    returning id`
  if (!row) throw new Error('An insert that returns gives a row')
  return row.id
}

/** What a partner keeps ready, and nobody has seen. K5 */
async function parkeer(
  sql: Sql,
  { overlegId, deelnemerId }: { overlegId: string; deelnemerId: string },
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into inbreng (overleg_id, deelnemer_id, onderwerp, tekst)
    select ${overlegId}, ${deelnemerId}, 'Over de buren', 'De buren helpen graag.'
    from overleg where id = ${overlegId} and status in ('gepland', 'lopend')
    returning id`
  return row?.id ?? randomUUID()
}

type Schrijven = { overlegId: string; gebruikerId: string }

export function schrijf(
  sql: Sql,
  { tekst, ...key }: Schrijven & { document: Document; tekst: string },
): Promise<void> {
  return changeDocument(sql, key, (doc) => appendAlinea(doc, '', tekst))
}

export function schrijfActies(
  sql: Sql,
  { acties, ...key }: Schrijven & { acties: readonly Conceptactie[] },
): Promise<void> {
  return changeDocument(sql, { ...key, document: 'besluitvorming' }, (doc) => {
    for (const actie of acties) appendActie(doc, actie)
  })
}

type Deel = Partial<Conceptactie> & { deelnemerId?: string | null }

/** Of the cliënt himself when there is no deelnemer. */
export function conceptactie({ deelnemerId = null, ...deel }: Deel): Conceptactie {
  return {
    id: randomUUID(),
    wat: 'Samen naar het loket',
    wie: deelnemerId ? { soort: 'deelnemer', deelnemerId } : { soort: 'client' },
    wanneer: parseDatum('2027-01-15'),
    leefgebied: 'Huisvesting',
    waarom: 'Zonder adres lukt de rest niet.',
    ...deel,
  }
}

export async function actieIdsOf(sql: Sql, overlegId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select actie.id from actie join plan on plan.id = actie.plan_id
    where plan.overleg_id = ${overlegId} order by actie.nummer`
  return rows.map(({ id }) => id)
}

/** Of the audit not that something was read or refused: that is told also when nothing happens. */
export function zonderLezen(sql: Sql) {
  return sql`where coalesce(to_jsonb(rij) ->> 'event', '') !~ '-(read|refused)$'`
}

/** Every row of every table, as text: two dumps that are the same mean that nothing happened. */
export async function dumpDatabase(sql: Sql): Promise<string> {
  const tables = await sql<{ naam: string }[]>`
    select table_name as naam from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit_keten'
    order by table_name`
  const rows = await Promise.all(
    tables.map(async ({ naam }) => {
      const found = await sql<{ rij: string }[]>`
        select rij::text from ${sql(naam)} as rij ${zonderLezen(sql)} order by 1`
      return [naam, ...found.map(({ rij }) => rij)]
    }),
  )
  return rows.flat().join('\n')
}

function lopend(fase: Fase): Overleg {
  return { status: 'lopend', fase, tafel: 'vooroverleg' }
}
