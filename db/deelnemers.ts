import type { Afspraakantwoord } from '#domain/afspraak.ts'
import type { Keuze, Rol } from '#domain/rol.ts'
import type { Vertrekreden } from '#domain/tafel.ts'
import type { Query, Transaction } from './connection.ts'
import { isUuid } from './uuid.ts'

export type DeelnemerRij = {
  id: string
  gebruikerId: string
  naam: string
  organisatie: string
  organisatieId: string
  keten: string
  functie: string
  telefoon: string
  /** In a few words what he does, for the cliënt. T6 */
  taak: string
  rol: Rol
  keuze: Keuze
  vertrekreden: Vertrekreden | null
  toegelaten: boolean
  convenant: boolean
  verklaringGetekendOp: Date | null
  casushouderAanvaardOp: Date | null
  aanwezig: boolean
  handOp: Date | null
  /** Whether he comes. F8 */
  antwoord: Afspraakantwoord | null
  geantwoordOp: Date | null
  /** The name of the collega who sent him. */
  inPlaatsVan: string | null
}

/** Procesregisseur first, then the casushouder, then the partners by name. */
export function listDeelnemers(sql: Query, overlegId: string): Promise<DeelnemerRij[]> {
  return sql<DeelnemerRij[]>`
    select
      deelnemer.id, deelnemer.gebruiker_id as "gebruikerId", gebruiker.naam,
      organisatie.naam as organisatie, organisatie.id as "organisatieId", organisatie.keten,
      gebruiker.functie, gebruiker.telefoon, deelnemer.taak,
      deelnemer.rol, deelnemer.keuze, deelnemer.vertrekreden,
      (organisatie.convenant_getekend_op is not null
        or deelnemer.verklaring_getekend_op is not null) as toegelaten,
      organisatie.convenant_getekend_op is not null as convenant,
      deelnemer.verklaring_getekend_op as "verklaringGetekendOp",
      deelnemer.casushouder_aanvaard_op as "casushouderAanvaardOp",
      exists (
        select from aanwezigheid join proces on proces.id = aanwezigheid.proces_id
        where aanwezigheid.overleg_id = deelnemer.overleg_id
          and aanwezigheid.gebruiker_id = deelnemer.gebruiker_id
          and proces.gezien_op > now() - interval '15 seconds') as aanwezig,
      hand.opgestoken_op as "handOp", deelnemer_agenda.antwoord,
      deelnemer_agenda.geantwoord_op as "geantwoordOp", zender.naam as "inPlaatsVan"
    from deelnemer
    join gebruiker on gebruiker.id = deelnemer.gebruiker_id
    join organisatie on organisatie.id = gebruiker.organisatie_id
    left join hand on hand.deelnemer_id = deelnemer.id
    left join deelnemer_agenda on deelnemer_agenda.deelnemer_id = deelnemer.id
    left join gebruiker zender on zender.id = deelnemer_agenda.in_plaats_van
    where deelnemer.overleg_id = ${isUuid(overlegId) ? overlegId : null}
    order by
      array_position(array['procesregisseur', 'casushouder', 'partner'], deelnemer.rol),
      gebruiker.naam, deelnemer.id`
}

export async function findDeelnemer(
  sql: Query,
  { overlegId, deelnemerId }: { overlegId: string; deelnemerId: string },
): Promise<DeelnemerRij | null> {
  const deelnemers = await listDeelnemers(sql, overlegId)
  return deelnemers.find(({ id }) => id === deelnemerId) ?? null
}

type NieuweDeelnemer = { overlegId: string; gebruikerId: string; rol: Rol; taak: string }

/** Null when this person is one already, or when there is no such person. */
export async function insertDeelnemer(
  sql: Transaction,
  { overlegId, gebruikerId, rol, taak }: NieuweDeelnemer,
): Promise<string | null> {
  if (!isUuid(gebruikerId)) return null
  const [row] = await sql<{ id: string }[]>`
    insert into deelnemer (overleg_id, gebruiker_id, rol, taak)
    select ${overlegId}, id, ${rol}, ${taak} from gebruiker
    where id = ${gebruikerId} and uitgeschakeld_op is null
    on conflict (overleg_id, gebruiker_id) do nothing
    returning id`
  return row?.id ?? null
}

export async function removeDeelnemer(sql: Transaction, deelnemerId: string): Promise<void> {
  await sql`delete from deelnemer where id = ${deelnemerId}`
}

export async function saveTaak(sql: Transaction, deelnemerId: string, taak: string) {
  await sql`update deelnemer set taak = ${taak} where id = ${deelnemerId}`
}

export async function saveKeuze(
  sql: Transaction,
  deelnemerId: string,
  { keuze, vertrekreden }: { keuze: Keuze; vertrekreden: Vertrekreden | null },
) {
  await sql`
    update deelnemer set keuze = ${keuze}, vertrekreden = ${vertrekreden}
    where id = ${deelnemerId}`
}

export async function signVerklaring(sql: Transaction, deelnemerId: string): Promise<void> {
  await sql`update deelnemer set verklaring_getekend_op = now() where id = ${deelnemerId}`
}

/** The one before becomes a partner again, who blijft: he knows the casus and was at the table. */
export async function replaceCasushouder(
  sql: Transaction,
  { overlegId, deelnemerId }: { overlegId: string; deelnemerId: string },
): Promise<void> {
  await sql`
    update deelnemer set rol = 'partner', keuze = 'blijft', casushouder_aanvaard_op = null
    where overleg_id = ${overlegId} and rol = 'casushouder'`
  await sql`
    update deelnemer set rol = 'casushouder', keuze = 'blijft', vertrekreden = null
    where id = ${deelnemerId}`
}

/** False when he had accepted already. */
export async function acceptCasushouderschap(
  sql: Transaction,
  deelnemerId: string,
): Promise<boolean> {
  const rows = await sql`
    update deelnemer set casushouder_aanvaard_op = now()
    where id = ${deelnemerId} and casushouder_aanvaard_op is null`
  return rows.count > 0
}
