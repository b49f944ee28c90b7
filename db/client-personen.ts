import type { Clientsoort } from '#domain/rol.ts'
import type { Taal } from '#domain/taal.ts'
import type { Signaal } from '#domain/tafel.ts'
import { MAX_POGINGEN } from '#domain/tafel.ts'
import type { Query, Transaction } from './connection.ts'
import { isUuid } from './uuid.ts'

export type ClientPersoonRij = {
  id: string
  soort: Clientsoort
  naam: string
  taal: Taal
  uitgenodigdOp: Date | null
  /** Five wrong tries need a human. S5 */
  geblokkeerd: boolean
  heeftPin: boolean
}

export type ClientAanwezige = {
  sessieId: string
  clientPersoonId: string
  soort: Clientsoort
  naam: string
  toegelaten: boolean
  metPin: boolean
  signaal: Signaal | null
  /** The cliënt goes on without him; only he takes that back. K6 */
  weggestuurd: boolean
  sinds: Date
}

export function listClientPersonen(sql: Query, overlegId: string): Promise<ClientPersoonRij[]> {
  return sql<ClientPersoonRij[]>`
    select
      id, soort, naam, taal, uitgenodigd_op as "uitgenodigdOp",
      pogingen >= ${MAX_POGINGEN} as geblokkeerd, pin_hash is not null as "heeftPin"
    from client_persoon
    where overleg_id = ${isUuid(overlegId) ? overlegId : null}
    order by array_position(array['client', 'vertegenwoordiger', 'steunpersoon'], soort), naam, id`
}

/**
 * Browsers of the client side that are there now, in the order in which they came.
 *
 * One with JavaScript has a socket; one without was seen over HTTP a moment ago. Two with one code are two: somebody
 * else may hold the letter, so a human looks at each (T4).
 */
export function listClientAanwezigen(sql: Query, overlegId: string): Promise<ClientAanwezige[]> {
  return sql<ClientAanwezige[]>`
    select
      sessie.id as "sessieId", persoon.id as "clientPersoonId", persoon.soort, persoon.naam,
      sessie.toegelaten_op is not null as toegelaten, sessie.met_pin as "metPin", sessie.signaal,
      persoon.weggestuurd_op is not null as weggestuurd,
      coalesce(socket.sinds, sessie.created_at) as sinds
    from client_persoon persoon
    join client_sessie sessie on sessie.client_persoon_id = persoon.id
    left join (
      select aanwezigheid.client_sessie_id, min(aanwezigheid.created_at) as sinds
      from aanwezigheid join proces on proces.id = aanwezigheid.proces_id
      where aanwezigheid.overleg_id = ${isUuid(overlegId) ? overlegId : null}
        and proces.gezien_op > now() - interval '15 seconds'
      group by aanwezigheid.client_sessie_id
    ) socket on socket.client_sessie_id = sessie.id
    where persoon.overleg_id = ${isUuid(overlegId) ? overlegId : null}
      and sessie.expires_at > now()
      and (socket.sinds is not null or sessie.gezien_op > now() - interval '40 seconds')
    order by sinds, sessie.id`
}

/** Null when there is a client already: an overleg is about one person. */
export async function insertClientPersoon(
  sql: Transaction,
  {
    overlegId,
    soort,
    naam,
    taal = 'nl',
  }: { overlegId: string; soort: Clientsoort; naam: string; taal?: Taal },
): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    insert into client_persoon (overleg_id, soort, naam, taal)
    values (${overlegId}, ${soort}, ${naam}, ${taal})
    on conflict (overleg_id) where soort = 'client' do nothing
    returning id`
  return row?.id ?? null
}

export async function saveClientTaal(sql: Transaction, clientPersoonId: string, taal: Taal) {
  await sql`update client_persoon set taal = ${taal} where id = ${clientPersoonId}`
}

/** His browsers go with him. */
export async function removeClientPersoon(sql: Transaction, clientPersoonId: string) {
  await sql`delete from client_persoon where id = ${clientPersoonId}`
}

/** Lets these browsers come to the table. S5 */
export async function admitClientSessies(sql: Transaction, sessieIds: readonly string[]) {
  await sql`
    update client_sessie set toegelaten_op = now()
    where id = any(${[...sessieIds]}::uuid[]) and toegelaten_op is null`
}

/** Sends every browser of the client side back to the wachtkamer. What was asked at the table was asked there. T5 */
export async function sendClientSessiesBack(sql: Transaction, overlegId: string) {
  await sql`
    update client_sessie set
      toegelaten_op = null, signaal = case when signaal = 'stoppen' then signaal end
    from client_persoon
    where client_persoon.id = client_sessie.client_persoon_id
      and client_persoon.overleg_id = ${overlegId} and toegelaten_op is not null`
}

/**
 * Every steunpersoon who is there, with all his browsers; answers how many there were. K6
 *
 * There is who sits at the table; of the plan whoever can read it, also when he does not do so now.
 */
export async function sendSteunpersonenAway(
  sql: Transaction,
  overlegId: string,
  waar: 'tafel' | 'plan',
): Promise<number> {
  const rows = await sql`
    with aanwezig as (
      select persoon.id from client_persoon persoon
      where persoon.overleg_id = ${overlegId} and persoon.soort = 'steunpersoon'
        and weggestuurd_op is null
        and (${waar} = 'plan' or exists (
          select from client_sessie
          where client_persoon_id = persoon.id and toegelaten_op is not null))
    ),
    browsers as (
      update client_sessie set toegelaten_op = null, signaal = null
      where client_persoon_id in (select id from aanwezig)
    )
    update client_persoon set weggestuurd_op = now() where id in (select id from aanwezig)`
  return rows.count
}

export async function callSteunpersonenBack(sql: Transaction, overlegId: string): Promise<number> {
  const rows = await sql`
    update client_persoon set weggestuurd_op = null
    where overleg_id = ${overlegId} and weggestuurd_op is not null`
  return rows.count
}

type Steunpersoonstand = { aanTafel: boolean; weg: boolean }

/** Whether the cliënt has a steunpersoon beside him now, and whether he went on without one. K6 */
export async function findSteunpersoonstand(
  sql: Query,
  overlegId: string,
): Promise<Steunpersoonstand> {
  const [row] = await sql<Steunpersoonstand[]>`
    select
      coalesce(bool_or(sessie.toegelaten_op is not null), false) as "aanTafel",
      coalesce(bool_or(persoon.weggestuurd_op is not null), false) as weg
    from client_persoon persoon
    left join client_sessie sessie
      on sessie.client_persoon_id = persoon.id and sessie.expires_at > now()
    where persoon.overleg_id = ${overlegId} and persoon.soort = 'steunpersoon'`
  return row ?? { aanTafel: false, weg: false }
}

export type Meelezerstand = { leest: boolean; weg: boolean }

/** Whether a steunpersoon of the cliënt can read his plan, and whether one may not. K6 */
export async function findMeelezerstand(sql: Query, overlegId: string): Promise<Meelezerstand> {
  const [row] = await sql<Meelezerstand[]>`
    select
      coalesce(bool_or(weggestuurd_op is null and (
        uitgenodigd_op is not null
        or exists (select from client_sessie where client_persoon_id = persoon.id))), false) as leest,
      coalesce(bool_or(weggestuurd_op is not null), false) as weg
    from client_persoon persoon
    where overleg_id = ${overlegId} and soort = 'steunpersoon'`
  return row ?? { leest: false, weg: false }
}
