import type { Actieantwoord, Antwoorden, Gegeven, Zinantwoord } from '#domain/antwoord.ts'
import type { Query, Transaction } from './connection.ts'

/** What the client side answered, newest first. Whether it still counts depends on what the text says now. K3 */
export async function listAntwoorden(sql: Query, overlegId: string): Promise<Antwoorden> {
  return {
    zinnen: await select<Gegeven<Zinantwoord>>(sql, overlegId, 'zin'),
    acties: await select<Gegeven<Actieantwoord>>(sql, overlegId, 'actie'),
  }
}

function select<Rij extends Gegeven<string>>(
  sql: Query,
  overlegId: string,
  soort: 'zin' | 'actie',
): Promise<Rij[]> {
  return sql<Rij[]>`
    select sleutel, tekst, antwoord from antwoord
    where overleg_id = ${overlegId} and soort = ${soort}
    order by gegeven_op desc, sleutel`
}

type NieuwAntwoord =
  | ({ soort: 'zin' } & Gegeven<Zinantwoord>)
  | ({ soort: 'actie' } & Gegeven<Actieantwoord>)

/** The last word counts. */
export async function saveAntwoord(
  sql: Transaction,
  overlegId: string,
  { soort, sleutel, tekst, antwoord }: NieuwAntwoord,
): Promise<void> {
  await sql`
    insert into antwoord (overleg_id, soort, sleutel, tekst, antwoord)
    values (${overlegId}, ${soort}, ${sleutel}, ${tekst}, ${antwoord})
    on conflict (overleg_id, soort, sleutel)
    do update set antwoord = excluded.antwoord, gegeven_op = excluded.gegeven_op`
}
