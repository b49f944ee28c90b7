import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { countAntwoorden } from '#db/evaluaties.ts'
import { addMaanden, type Datum, datumInNederland } from '#domain/datum.ts'
import { type Antwoorden, kwartaalOf } from '#domain/evaluatie.ts'
import type { Rol } from '#domain/rol.ts'

/** On which days before today people of each rol opened this overleg: nobody waits a week for a demo. */
const DAGEN_GELEDEN = {
  procesregisseur: [10, 8, 2],
  casushouder: [12, 8, 6, 4, 1],
  partner: [8, 3],
} as const satisfies Record<Rol, readonly number[]>

/** Who read in the week after the table, and that the cliënt sat at it. K9 */
export async function seedInzagen(
  sql: Sql,
  { overlegId, clientPersoonId }: { overlegId: string; clientPersoonId: string },
): Promise<void> {
  for (const [rol, dagen] of Object.entries(DAGEN_GELEDEN)) {
    await sql`
      insert into audit (event, overleg_id, gebruiker_id, wat, created_at)
      select 'document-read', overleg_id, gebruiker_id, 'document:samenvatting',
        now() - dagen * interval '1 day'
      from deelnemer, unnest(${[...dagen]}::int[]) as dagen
      where overleg_id = ${overlegId} and rol = ${rol}`
  }
  await recordAudit(sql, { event: 'tafel-read', overlegId, clientPersoonId, wat: 'tafel' })
}

/** How the cliënt and the casushouder answered, and how often, in quarters that are over. K10 */
const ANTWOORDEN: readonly [keer: number, maandenTerug: number, antwoorden: Antwoorden][] = [
  [8, 3, { 'client-prettig': 'ja', 'client-zinvol': 'ja', 'casushouder-waardevol': 'ja' }],
  [6, 3, { 'client-zinvol': 'nee', 'casushouder-gemotiveerd': 'een-beetje' }],
  [3, 3, { 'client-prettig': 'een-beetje', 'casushouder-gemotiveerd': 'ja' }],
  [7, 6, { 'client-prettig': 'ja', 'client-zinvol': 'een-beetje' }],
  [5, 6, { 'casushouder-waardevol': 'ja', 'casushouder-gemotiveerd': 'ja' }],
  [2, 6, { 'client-prettig': 'nee', 'client-zinvol': 'nee' }],
]

export async function seedEvaluaties(sql: Sql): Promise<void> {
  const vandaag: Datum = datumInNederland(new Date())
  for (const [keer, maandenTerug, antwoorden] of ANTWOORDEN) {
    const kwartaal = kwartaalOf(addMaanden(vandaag, -maandenTerug))
    for (let n = 0; n < keer; n++) await countAntwoorden(sql, kwartaal, antwoorden)
  }
}
