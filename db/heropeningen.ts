import type { Fase } from '#domain/fase.ts'
import type { Query, Transaction } from './connection.ts'
import { isUuid } from './uuid.ts'

type HeropeningRij = { fase: Fase; reden: string; naam: string; op: Date }

/** Why fasen were opened again, oldest first. F3 */
export function listHeropeningen(sql: Query, overlegId: string): Promise<HeropeningRij[]> {
  return sql<HeropeningRij[]>`
    select heropening.fase, heropening.reden, gebruiker.naam, heropening.created_at as op
    from heropening join gebruiker on gebruiker.id = heropening.gebruiker_id
    where heropening.overleg_id = ${isUuid(overlegId) ? overlegId : null}
    order by heropening.created_at, heropening.id`
}

type Heropening = { overlegId: string; fase: Fase; reden: string; gebruikerId: string }

export async function insertHeropening(
  sql: Transaction,
  { overlegId, fase, reden, gebruikerId }: Heropening,
): Promise<void> {
  await sql`
    insert into heropening (overleg_id, fase, reden, gebruiker_id)
    values (${overlegId}, ${fase}, ${reden}, ${gebruikerId})`
}
