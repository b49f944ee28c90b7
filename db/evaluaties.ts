import { type Datum, datumInNederland } from '#domain/datum.ts'
import {
  ANTWOORDEN,
  type Antwoord,
  type Antwoorden,
  EVALUATIEVRAGEN,
  type Evaluatiefeiten,
  type Evaluatievraag,
  type Ondervraagde,
  OPEN_IN_DAGEN,
} from '#domain/evaluatie.ts'
import type { Query, Sql, Transaction } from './connection.ts'

const LOCK = 7_366_412
const VRAGEN = Object.values(EVALUATIEVRAGEN).flat()

/** Of overleggen that have a plan: whether there is something to ask. */
async function listEvaluatiefeiten(
  sql: Query,
  overlegIds: readonly string[],
): Promise<Map<string, Evaluatiefeiten>> {
  const rows = await sql<
    { overlegId: string; op: Date; verschenen: boolean; klaar: Ondervraagde[] }[]
  >`
    select plan.overleg_id as "overlegId", max(plan.vastgesteld_op) as op,
      exists (
        select from audit join client_persoon on client_persoon.id = audit.client_persoon_id
        where audit.overleg_id = plan.overleg_id and audit.event = 'tafel-read'
          and audit.uitkomst = 'gelukt' and client_persoon.soort = 'client') as verschenen,
      array(select wie from evaluatie_klaar where overleg_id = plan.overleg_id) as klaar
    from plan
    where plan.overleg_id = any(${[...overlegIds]}::uuid[])
    group by plan.overleg_id`
  return new Map(
    rows.map(({ overlegId, op, verschenen, klaar }) => [
      overlegId,
      { vastgesteldOp: datumInNederland(op), verschenen, klaar },
    ]),
  )
}

export async function findEvaluatiefeiten(
  sql: Query,
  overlegId: string,
): Promise<Evaluatiefeiten | null> {
  return (await listEvaluatiefeiten(sql, [overlegId])).get(overlegId) ?? null
}

/** False when he was done already. */
export async function markEvaluatieKlaar(
  sql: Transaction,
  overlegId: string,
  wie: Ondervraagde,
): Promise<boolean> {
  const rows = await sql`
    insert into evaluatie_klaar (overleg_id, wie) values (${overlegId}, ${wie})
    on conflict do nothing`
  return rows.count === 1
}

/** Who was done with what is asked no more is forgotten. */
export async function removeEvaluatiesKlaar(sql: Query, vandaag: Datum): Promise<void> {
  for (const [wie, dagen] of Object.entries(OPEN_IN_DAGEN)) {
    await sql`
      delete from evaluatie_klaar
      where wie = ${wie} and not exists (
        select from plan where plan.overleg_id = evaluatie_klaar.overleg_id
          and (vastgesteld_op at time zone 'Europe/Amsterdam')::date > ${vandaag}::date - ${dagen}::int)`
  }
}

/**
 * Adds these answers to the numbers of a quarter.
 *
 * Every number of the quarter is written anew, whatever was answered, and also when nothing was: in a table, the row
 * that was written last would be the last answer. K10
 */
export function countAntwoorden(sql: Sql, kwartaal: string, antwoorden: Antwoorden): Promise<void> {
  return sql.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`
    await sql`
      insert into evaluatie (kwartaal, vraag, antwoord)
      select ${kwartaal}, vraag, antwoord
      from unnest(${VRAGEN}::text[]) as vraag, unnest(${[...ANTWOORDEN]}::text[]) as antwoord
      on conflict do nothing`
    await sql`
      update evaluatie set aantal = aantal
        + case when ${sql.json(antwoorden)}::jsonb ->> vraag = antwoord then 1 else 0 end
      where kwartaal = ${kwartaal}`
  })
}

export type Telling = {
  kwartaal: string
  vraag: Evaluatievraag
  antwoord: Antwoord
  aantal: number
}

/** Only of quarters that are over: whoever looks before and after an overleg would see what was said about it. K10 */
export function listTellingen(sql: Query, voor: string): Promise<Telling[]> {
  return sql<Telling[]>`
    select kwartaal, vraag, antwoord, aantal from evaluatie
    where kwartaal < ${voor} order by kwartaal desc, vraag, antwoord`
}

type Overlegtelling = {
  kwartaal: string
  uitgenodigd: number
  verschenen: number
  metSteun: number
}

/** Of overleggen to which the cliënt was invited: whether he came, and with whom. */
export function listOverlegtellingen(sql: Query, voor: string): Promise<Overlegtelling[]> {
  return sql<Overlegtelling[]>`
    select kwartaal, count(*)::int as uitgenodigd,
      count(*) filter (where soorten @> array['client'])::int as verschenen,
      count(*) filter (where soorten @> array['steunpersoon'])::int as "metSteun"
    from (
      select to_char(overleg.gepland_op at time zone 'Europe/Amsterdam', 'YYYY-Q') as kwartaal,
        array(
          select client_persoon.soort
          from audit join client_persoon on client_persoon.id = audit.client_persoon_id
          where audit.overleg_id = overleg.id and audit.event = 'tafel-read'
            and audit.uitkomst = 'gelukt') as soorten
      from overleg
      where exists (
        select from client_persoon
        where client_persoon.overleg_id = overleg.id and soort = 'client' and uitgenodigd_op is not null)
    ) as gehouden
    where kwartaal < ${voor}
    group by kwartaal order by kwartaal desc`
}
