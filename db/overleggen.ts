import type { Fase, Overleg, OverlegStatus, Tafel } from '#domain/fase.ts'
import type { Deelname, Keuze, Rol } from '#domain/rol.ts'
import type { ZonderClientReden } from '#domain/tafel.ts'
import { isZichtbaar, type Stand } from '#domain/toegang.ts'
import { isBesloten } from './besloten.ts'
import type { Query, Transaction } from './connection.ts'
import { isUuid } from './uuid.ts'

export type Casus = { nummer: string; initialen: string; gemeente: string }

export type OverlegRij = {
  id: string
  casus: Casus
  geplandOp: Date
  /** When the moment was last changed. T7 */
  verplaatstOp: Date | null
  vraag: string
  stand: Stand
  zonderClient: { reden: ZonderClientReden; toelichting: string } | null
  /** The silent time of the current fase, in minutes from its start. */
  tijd: { begonnenOp: Date; minuten: number | null } | null
  dichtOp: Date | null
  /** Until when the cliënt is alone with whom he brought, while he is. K4 */
  beslotenTot: Date | null
  afgebrokenReden: string | null
  linkVooroverleg: string | null
  linkTafel: string | null
  rechtenVersie: string
}

export type Deelnemerschap = {
  overleg: OverlegRij
  deelname: Deelname
  deelnemerId: string
  gebruikerId: string
}

type Key = { overlegId: string; gebruikerId: string }

type Row = {
  id: string
  nummer: string
  initialen: string
  gemeente: string
  geplandOp: Date
  verplaatstOp: Date | null
  vraag: string
  status: OverlegStatus
  fase: Fase | null
  tafel: Tafel | null
  zonderClientReden: ZonderClientReden | null
  zonderClientToelichting: string
  faseBegonnenOp: Date | null
  faseMinuten: number | null
  dichtOp: Date | null
  beslotenTot: Date | null
  afgebrokenReden: string | null
  linkVooroverleg: string | null
  linkTafel: string | null
  rechtenVersie: string
  deelnemerId: string
  gebruikerId: string
  rol: Rol
  keuze: Keuze
  toegelaten: boolean
}

/** The overleg as one deelnemer knows it; null for anyone else. Whether he may see it now is for isZichtbaar to say. */
export async function findDeelnemerschap(
  sql: Query,
  { overlegId, gebruikerId }: Key,
): Promise<Deelnemerschap | null> {
  if (!isUuid(overlegId) || !isUuid(gebruikerId)) return null
  const [row] = await selectDeelnemerschappen(
    sql,
    sql`deelnemer.gebruiker_id = ${gebruikerId} and overleg.id = ${overlegId}`,
  )
  return row ? toDeelnemerschap(row) : null
}

/** What this person may see the existence of, newest first. */
export async function listOverleggen(sql: Query, gebruikerId: string): Promise<Deelnemerschap[]> {
  if (!isUuid(gebruikerId)) return []
  const rows = await selectDeelnemerschappen(sql, sql`deelnemer.gebruiker_id = ${gebruikerId}`)
  return rows
    .map(toDeelnemerschap)
    .filter(({ deelname, overleg }) => isZichtbaar(deelname, overleg.stand))
}

/**
 * Keeps everyone else from changing this overleg, or writing in it, until the transaction ends; false when it is not there.
 *
 * Rows that only refer to it may come meanwhile: a sign-in holds its letter and writes in the audit, and would wait here
 * for who waits for that letter.
 */
export async function lockOverleg(sql: Transaction, overlegId: string): Promise<boolean> {
  if (!isUuid(overlegId)) return false
  const rows = await sql`select from overleg where id = ${overlegId} for no key update`
  return rows.count === 1
}

type Extra = { afgebrokenReden?: string }

/** Writes where the overleg stands. Another fase begins its time anew, without a number of minutes until somebody sets one. */
export async function saveOverleg(
  sql: Transaction,
  overlegId: string,
  overleg: Overleg,
  { afgebrokenReden }: Extra = {},
): Promise<void> {
  const lopend = overleg.status === 'lopend' ? overleg : null
  const fase = lopend?.fase ?? null
  await sql`
    update overleg set
      status = ${overleg.status},
      fase = ${fase},
      tafel = ${lopend?.tafel ?? null},
      afgebroken_reden = ${afgebrokenReden ?? null},
      fase_begonnen_op = case
        when ${fase}::text is null then null
        when fase is distinct from ${fase} then now()
        else fase_begonnen_op end,
      fase_minuten = case when fase is distinct from ${fase} then null else fase_minuten end
    where id = ${overlegId}`
}

type NieuwOverleg = {
  casusId: string
  geplandOp: Date
  vraag: string
  linkVooroverleg: string | null
  linkTafel: string | null
}

/** With the cliënt, until it was weighed and confirmed. F7 */
export async function insertOverleg(sql: Transaction, overleg: NieuwOverleg): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into overleg (
      casus_id, gepland_op, vraag, link_vooroverleg, link_tafel)
    values (
      ${overleg.casusId}, ${overleg.geplandOp}, ${overleg.vraag},
      ${overleg.linkVooroverleg}, ${overleg.linkTafel})
    returning id`
  if (!row) throw new Error('An insert that returns gives a row')
  return row.id
}

/** The same moment again is not a move: who waits would be told of a change that is none. T7 */
export async function moveOverleg(
  sql: Transaction,
  overlegId: string,
  geplandOp: Date,
): Promise<boolean> {
  const rows = await sql`
    update overleg set gepland_op = ${geplandOp}, verplaatst_op = now()
    where id = ${overlegId} and date_trunc('milliseconds', gepland_op) <> ${geplandOp}`
  return rows.count > 0
}

type Links = { linkVooroverleg: string | null; linkTafel: string | null }

export async function saveLinks(sql: Transaction, overlegId: string, links: Links) {
  await sql`
    update overleg set link_vooroverleg = ${links.linkVooroverleg}, link_tafel = ${links.linkTafel}
    where id = ${overlegId}`
}

export async function saveMinuten(sql: Transaction, overlegId: string, minuten: number | null) {
  await sql`update overleg set fase_minuten = ${minuten} where id = ${overlegId}`
}

/** Closes or opens for everybody but the procesregisseur. T8 */
export async function saveDicht(sql: Transaction, overlegId: string, dicht: 'dicht' | 'open') {
  await sql`
    update overleg set dicht_op = case when ${dicht} = 'dicht' then now() end
    where id = ${overlegId}`
}

type Standkolommen = Pick<Row, 'status' | 'fase' | 'tafel'>

/** An overleg that runs has a fase and a table: see the constraints of 0001_focustafel.sql. */
export function toOverleg({ status, fase, tafel }: Standkolommen): Overleg {
  if (status !== 'lopend') return { status }
  if (!fase || !tafel) throw new Error('An overleg that runs has a fase and a table')
  return { status, fase, tafel }
}

function selectDeelnemerschappen(sql: Query, where: ReturnType<Query>) {
  return sql<Row[]>`
    select
      overleg.id, casus.nummer, casus.initialen, casus.gemeente,
      overleg.gepland_op as "geplandOp", overleg.verplaatst_op as "verplaatstOp", overleg.vraag,
      overleg.status, overleg.fase, overleg.tafel,
      overleg.zonder_client_reden as "zonderClientReden",
      overleg.zonder_client_toelichting as "zonderClientToelichting",
      overleg.fase_begonnen_op as "faseBegonnenOp", overleg.fase_minuten as "faseMinuten",
      case when ${isBesloten(sql)} then overleg.besloten_tot end as "beslotenTot",
      overleg.dicht_op as "dichtOp", overleg.afgebroken_reden as "afgebrokenReden",
      overleg.link_vooroverleg as "linkVooroverleg", overleg.link_tafel as "linkTafel",
      overleg.rechten_versie as "rechtenVersie",
      deelnemer.id as "deelnemerId", deelnemer.gebruiker_id as "gebruikerId",
      deelnemer.rol, deelnemer.keuze,
      (organisatie.convenant_getekend_op is not null
        or deelnemer.verklaring_getekend_op is not null) as toegelaten
    from deelnemer
    join overleg on overleg.id = deelnemer.overleg_id
    join casus on casus.id = overleg.casus_id
    join gebruiker on gebruiker.id = deelnemer.gebruiker_id
    join organisatie on organisatie.id = gebruiker.organisatie_id
    where gebruiker.uitgeschakeld_op is null and ${where}
    order by overleg.gepland_op desc, overleg.id`
}

function toDeelnemerschap(row: Row): Deelnemerschap {
  const { deelnemerId, gebruikerId, rol, keuze, toegelaten } = row
  return {
    overleg: toOverlegRij(row),
    deelname: { rol, keuze, toegelaten },
    deelnemerId,
    gebruikerId,
  }
}

function toOverlegRij(row: Row): OverlegRij {
  const { nummer, initialen, gemeente, zonderClientReden, zonderClientToelichting } = row
  const { faseBegonnenOp, faseMinuten } = row
  return {
    id: row.id,
    casus: { nummer, initialen, gemeente },
    geplandOp: row.geplandOp,
    verplaatstOp: row.verplaatstOp,
    vraag: row.vraag,
    stand: {
      overleg: toOverleg(row),
      dicht: row.dichtOp !== null,
      metClient: zonderClientReden === null,
      besloten: row.beslotenTot !== null,
    },
    zonderClient: zonderClientReden && {
      reden: zonderClientReden,
      toelichting: zonderClientToelichting,
    },
    tijd: faseBegonnenOp && { begonnenOp: faseBegonnenOp, minuten: faseMinuten },
    dichtOp: row.dichtOp,
    beslotenTot: row.beslotenTot,
    afgebrokenReden: row.afgebrokenReden,
    linkVooroverleg: row.linkVooroverleg,
    linkTafel: row.linkTafel,
    rechtenVersie: row.rechtenVersie,
  }
}
