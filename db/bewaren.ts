import type { Bewaarfeit } from '#domain/bewaren.ts'
import type { Query, Transaction } from './connection.ts'
import { isUuid } from './uuid.ts'

type Casusbewaring = { casusId: string; overleggen: Bewaarfeit[] }

/** What every casus is kept by. P7 */
export function listBewaringen(sql: Query): Promise<Casusbewaring[]> {
  return sql<Casusbewaring[]>`
    select casus_id as "casusId",
      json_agg(json_build_object('metPlan', met_plan, 'laatst', laatst)) as overleggen
    from overleg_bewaring group by casus_id order by casus_id`
}

/** Of the casus of one overleg, all overleggen: they are kept together. */
export function listBewaarfeiten(sql: Query, overlegId: string): Promise<Bewaarfeit[]> {
  return sql<Bewaarfeit[]>`
    select met_plan as "metPlan", laatst from overleg_bewaring
    where casus_id = (select casus_id from overleg where id = ${isUuid(overlegId) ? overlegId : null})`
}

/** Keeps anybody from beginning an overleg in this casus until the transaction ends, and reads what it is kept by then. */
export async function lockCasus(sql: Transaction, casusId: string): Promise<Bewaarfeit[]> {
  await sql`select from casus where id = ${casusId} for update`
  return sql<Bewaarfeit[]>`
    select met_plan as "metPlan", laatst from overleg_bewaring where casus_id = ${casusId}`
}

/** Answers with the overleggen that went with it: see 0005_bewaren.sql. */
export async function vernietigCasus(sql: Query, casusId: string): Promise<string[]> {
  const [row] = await sql<{ overleggen: string[] }[]>`
    select vernietig_casus(${casusId}) as overleggen`
  return row?.overleggen ?? []
}

/** Whether something was destroyed of which the space still has to be freed. */
export async function isRuimteNodig(sql: Query): Promise<boolean> {
  const [row] = await sql<{ nodig: boolean }[]>`
    select coalesce(max(id) filter (where event = 'casus-destroyed'), 0)
      > coalesce(max(id) filter (where event = 'space-freed'), 0) as nodig
    from audit where event in ('casus-destroyed', 'space-freed')`
  return row?.nodig ?? false
}

/** Whether parked inbreng went of which the bytes may still be in the file. K5 */
export async function isInbrengWeg(sql: Query): Promise<boolean> {
  const [row] = await sql<{ weg: boolean }[]>`
    select coalesce(max(id) filter (where event not like '%space-freed'), 0)
      > coalesce(max(id) filter (where event like '%space-freed'), 0) as weg
    from audit
    where event in ('inbreng-destroyed', 'inbreng-removed', 'inbreng-space-freed', 'space-freed')`
  return row?.weg ?? false
}

/** Rewrites what held people's words: a row that is deleted leaves its bytes in the file. */
const TABELLEN = [
  'casus',
  'overleg',
  'client_afweging',
  'deelnemer',
  'deelnemer_agenda',
  'client_persoon',
  'client_sessie',
  'brief',
  'document',
  'document_schrijver',
  'document_update',
  'document_snapshot',
  'aanvulling',
  'antwoord',
  'eigen_woorden',
  'heropening',
  'inbreng',
  'plan',
  'actie',
  'actie_status',
  'monitoringmoment',
  'verzoek',
  'verzoek_antwoord',
  'incident',
] as const

/** By the owner alone: PostgreSQL lets nobody else. Each table is closed while it is rewritten, and waits at most so long to begin. */
export async function maakRuimte(
  sql: Query,
  tabellen: readonly (typeof TABELLEN)[number][] = TABELLEN,
): Promise<void> {
  await sql`set statement_timeout = 0`
  await sql`set lock_timeout = '2s'`
  for (const tabel of tabellen) await sql`vacuum (full, analyze) ${sql(tabel)}`
  await sql`reset lock_timeout`
}
