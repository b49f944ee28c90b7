import { randomBytes, randomUUID } from 'node:crypto'
import { SESSIE_COOKIE } from '#app/auth/cookies.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import type { Sql } from '#db/connection.ts'
import { createDocumenten } from '#db/documenten.ts'

type Person = { gebruikerId: string; cookie: string }
type SeededOverleg = { overlegId: string; cookies: string[] }

/** People who are signed in, each in a session of his own, in two statements. */
export async function seedPeople(sql: Sql, count: number): Promise<Person[]> {
  const sessies = Array.from({ length: count }, () => randomBytes(24).toString('hex'))
  const gebruikers = await sql<{ id: string }[]>`
    with organisatie as (
      insert into organisatie (naam, keten, convenant_getekend_op)
      values ('Gemeente Zwaluwe', 'bestuur', '2025-01-15')
      on conflict (naam) do update set keten = excluded.keten returning id)
    insert into gebruiker (organisatie_id, naam, email, wachtwoord_hash)
    select organisatie.id, 'Joke Veenstra', email, 'none'
    from organisatie, unnest(${sessies.map(() => `${randomUUID()}@voorbeeld.nl`)}::text[]) as email
    returning id`
  await sql`
    insert into sessie (id_hash, gebruiker_id, expires_at)
    select hash, gebruiker_id, now() + interval '30 minutes'
    from unnest(${sessies.map(hashOf)}::text[], ${gebruikers.map(({ id }) => id)}::uuid[])
      as t (hash, gebruiker_id)`
  return gebruikers.map(({ id }, index) => ({
    gebruikerId: id,
    cookie: `${SESSIE_COOKIE}=${sessies[index]}`,
  }))
}

type Table = { everybody: readonly Person[]; docs: number }

/** Overleggen that are going on, with these people divided over them. */
export function seedOverleggen(sql: Sql, { everybody, docs }: Table): Promise<SeededOverleg[]> {
  const each = Math.floor(everybody.length / docs)
  return sql.begin(async (sql) => {
    const [{ first = 0 } = {}] = await sql<
      { first: number }[]
    >`select count(*)::int as first from casus`
    const ids = await sql<{ id: string }[]>`
      with nieuw as (
        insert into casus (nummer, initialen, gemeente)
        select to_char(10000000 + nr, 'FM0000"-"0000'), 'A. de W.', 'Zwaluwe'
        from generate_series(${first}::int, ${first + docs - 1}::int) as nr returning id)
      insert into overleg (casus_id, gepland_op, vraag, status, fase, tafel, fase_begonnen_op)
      select id, now(), 'Hoe nu verder?', 'lopend', 'beeldvorming', 'vooroverleg', now() from nieuw
      returning id`
    const overleggen = ids.map(({ id }, index) => ({
      overlegId: id,
      people: everybody.slice(index * each, (index + 1) * each),
    }))
    const places = overleggen.flatMap(({ overlegId, people }) =>
      people.map(({ gebruikerId }) => ({ overlegId, gebruikerId })),
    )
    await sql`
      insert into deelnemer (overleg_id, gebruiker_id, rol, keuze)
      select overleg_id, gebruiker_id, 'partner', 'blijft'
      from unnest(${places.map(({ overlegId }) => overlegId)}::uuid[],
        ${places.map(({ gebruikerId }) => gebruikerId)}::uuid[]) as t (overleg_id, gebruiker_id)`
    for (const { overlegId } of overleggen) {
      await createDocumenten(sql, { overlegId, vraag: 'Hoe nu verder?' })
    }
    return overleggen.map(({ overlegId, people }) => ({
      overlegId,
      cookies: people.map(({ cookie }) => cookie),
    }))
  })
}
