import { datumInNederland } from '#domain/datum.ts'
import type { Besluit, Verzoek } from '#domain/verzoek.ts'
import type { Query, Transaction } from './connection.ts'
import { isUuid } from './uuid.ts'

/** A request of the client side about the plan of one overleg, and what was answered. K7 */
export type VerzoekRij = Verzoek & {
  id: string
  ingediendOp: Date
  beantwoordOp: Date | null
}

type Row = {
  id: string
  zin: string
  tekst: string
  ingediendOp: Date
  besluit: Besluit | null
  antwoord: string | null
  beantwoordOp: Date | null
}

/** Of the newest version of the plan, in the order in which they came. Who may see which is for the caller to ask. */
export async function listVerzoeken(sql: Query, overlegId: string): Promise<VerzoekRij[]> {
  const perOverleg = await listVerzoekenVan(sql, [overlegId])
  return perOverleg.get(overlegId) ?? []
}

async function listVerzoekenVan(
  sql: Query,
  overlegIds: readonly string[],
): Promise<Map<string, VerzoekRij[]>> {
  const rows = await sql<(Row & { overlegId: string })[]>`
    select
      plan.overleg_id as "overlegId", verzoek.id, verzoek.zin, verzoek.tekst,
      verzoek.ingediend_op as "ingediendOp", verzoek_antwoord.besluit,
      verzoek_antwoord.tekst as antwoord, verzoek_antwoord.beantwoord_op as "beantwoordOp"
    from verzoek
    join plan on plan.id = verzoek.plan_id
    left join verzoek_antwoord on verzoek_antwoord.verzoek_id = verzoek.id
    where plan.overleg_id = any(${overlegIds.filter(isUuid)}::uuid[])
      and plan.versie = (select max(versie) from plan nieuwste where nieuwste.overleg_id = plan.overleg_id)
    order by verzoek.ingediend_op, verzoek.id`
  const perOverleg = Map.groupBy(rows, ({ overlegId }) => overlegId)
  return new Map([...perOverleg].map(([overlegId, rijen]) => [overlegId, rijen.map(toVerzoek)]))
}

type Nieuw = { planId: string; clientPersoonId: string; zin: string; tekst: string }

export async function insertVerzoek(sql: Transaction, nieuw: Nieuw): Promise<string> {
  const { planId, clientPersoonId, zin, tekst } = nieuw
  const [row] = await sql<{ id: string }[]>`
    insert into verzoek (plan_id, client_persoon_id, zin, tekst)
    values (${planId}, ${clientPersoonId}, ${zin}, ${tekst})
    returning id`
  if (!row) throw new Error('An insert that returns gives a row')
  return row.id
}

type Antwoord = { verzoekId: string; gebruikerId: string; besluit: Besluit; tekst: string }

/** Given once: the database keeps it so. */
export async function insertAntwoord(sql: Transaction, antwoord: Antwoord): Promise<void> {
  const { verzoekId, gebruikerId, besluit, tekst } = antwoord
  await sql`
    insert into verzoek_antwoord (verzoek_id, gebruiker_id, besluit, tekst)
    values (${verzoekId}, ${gebruikerId}, ${besluit}, ${tekst})`
}

function toVerzoek({
  id,
  zin,
  tekst,
  ingediendOp,
  besluit,
  antwoord,
  beantwoordOp,
}: Row): VerzoekRij {
  return {
    id,
    zin,
    tekst,
    ingediendOp,
    ingediend: datumInNederland(ingediendOp),
    antwoord: besluit && antwoord ? { besluit, tekst: antwoord } : null,
    beantwoordOp,
  }
}
