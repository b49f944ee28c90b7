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

/** Sends every browser of the client side back to the wachtkamer. T5 */
export async function sendClientSessiesBack(sql: Transaction, overlegId: string) {
  await sql`
    update client_sessie set toegelaten_op = null
    from client_persoon
    where client_persoon.id = client_sessie.client_persoon_id
      and client_persoon.overleg_id = ${overlegId} and toegelaten_op is not null`
}
