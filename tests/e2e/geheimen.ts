import { parkInbrengCommand } from '#app/commands/park-inbreng.server.ts'
import type { Sql } from '#db/connection.ts'

type Scene = {
  sql: Sql
  overlegId: string
  ids: Record<'procesregisseur' | 'casushouder' | 'blijft' | 'vertrekt', string>
  marker: (what: string) => string
}

/** What professionals keep among themselves around the documents; answers with the words that may reach nobody else. */
export async function schrijfGeheimen({ sql, overlegId, ids, marker }: Scene): Promise<string[]> {
  await sql`
    insert into client_afweging (overleg_id, voorstel, reden, toelichting, voorgesteld_door,
      uitkomst, uitkomst_reden, besloten_door, besloten_op)
    values (${overlegId}, 'zonder', 'anders', ${marker('afweging')}, ${ids.procesregisseur},
      'geweigerd', ${marker('afweging-reden')}, ${ids.casushouder}, now())`
  await sql`
    insert into heropening (overleg_id, fase, reden, gebruiker_id)
    values (${overlegId}, 'beeldvorming', ${marker('heropening')}, ${ids.procesregisseur})`
  await sql`
    insert into aanvulling (overleg_id, document, gebruiker_id, tekst)
    values (${overlegId}, 'beeldvorming', ${ids.vertrekt}, ${marker('aanvulling')})`
  const parked = (gebruikerId: string, onderwerp: string, tekst: string) =>
    parkInbrengCommand(sql, { overlegId, gebruikerId, inbrengId: null, onderwerp, tekst })
  const results = [
    await parked(ids.vertrekt, marker('onderwerp-van-wie-vertrekt'), marker('inbreng-vertrekt')),
    await parked(ids.blijft, 'Over het geld', marker('inbreng-zonder-ja')),
  ]
  const refused = results.flatMap((result) => (result.ok ? [] : [result.refusal.code]))
  if (refused.length > 0) throw new Error(`Not parked: ${refused.join()}`)
  return [
    ...['afweging', 'afweging-reden', 'heropening', 'aanvulling'],
    ...['onderwerp-van-wie-vertrekt', 'inbreng-vertrekt', 'inbreng-zonder-ja', 'notitie'],
  ].map(marker)
}

/** As if a week went by: everybody read, who left too. K9 */
export async function leesAllen(sql: Sql, overlegId: string): Promise<void> {
  await sql`
    insert into audit (event, overleg_id, gebruiker_id, wat, created_at)
    select 'document-read', overleg_id, gebruiker_id, 'document:beeldvorming',
      now() - dagen * interval '1 day'
    from deelnemer, generate_series(1, 3) as dagen where overleg_id = ${overlegId}`
}
