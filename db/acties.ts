import { type Actiestatus, type Drager, magBijwerken, type VolledigeActie } from '#domain/actie.ts'
import { zietActie } from '#domain/actie-zien.ts'
import type { Actieantwoord } from '#domain/antwoord.ts'
import type { Datum } from '#domain/datum.ts'
import type { Leefgebied } from '#domain/document.ts'
import type { Keuze, Rol } from '#domain/rol.ts'
import type { Query, Transaction } from './connection.ts'
import { type Casus, listOverleggen } from './overleggen.ts'
import { isUuid } from './uuid.ts'

/** `rol`, `keuze` and `metClient`: what the client side may know of who carries it depends on them. P6 */
export type ActieDrager =
  | { soort: 'client' }
  | {
      soort: 'deelnemer'
      deelnemerId: string
      naam: string
      organisatie: string
      organisatieId: string
      rol: Rol
      keuze: Keuze
      metClient: boolean
    }

/** `door` is for professionals: the client side is not told who of those who left wrote something. T6 */
type Statuswijziging = {
  status: Actiestatus
  notitie: string
  /** For the cliënt, written on purpose. P3 */
  uitleg: string
  door: string
  /** Null when a professional changed it. */
  clientPersoonId: string | null
  op: Date
}

export type ActieRij = {
  id: string
  nummer: number
  wat: string
  waarom: string
  leefgebied: Leefgebied | null
  wanneer: Datum
  drager: ActieDrager
  /** What the cliënt said of it at the table; null when he was not asked, or did not say. K3 */
  antwoord: Actieantwoord | null
  status: Actiestatus
  /** Oldest first; the last one is the status of now. P2 */
  historie: Statuswijziging[]
}

export type ActieVoorGebruiker = {
  overlegId: string
  casus: Casus
  rol: Rol
  actie: ActieRij
  /** Whether there is a cliënt who reads how it stands. */
  metClient: boolean
  magBijwerken: boolean
}

type Row = Omit<ActieRij, 'drager' | 'status' | 'historie'> & {
  overlegId: string
  metClient: boolean
  deelnemerId: string | null
  naam: string
  organisatie: string
  organisatieId: string
  rol: Rol
  keuze: Keuze
}

/** The acties of one vastgesteld plan, in their order. */
export async function listActies(sql: Query, planId: string): Promise<ActieRij[]> {
  return withHistorie(sql, await selectActies(sql, sql`actie.plan_id = ${planId}`))
}

/** What one professional sees of the acties of all his plans. */
export async function listActiesVoorGebruiker(
  sql: Query,
  gebruikerId: string,
): Promise<ActieVoorGebruiker[]> {
  const overleggen = await listOverleggen(sql, gebruikerId)
  const leesbaar = overleggen.filter(
    ({ deelname, overleg }) =>
      deelname.toegelaten && overleg.stand.overleg.status === 'vastgesteld',
  )
  if (leesbaar.length === 0) return []
  const organisatieId = await findOrganisatieId(sql, gebruikerId)

  const ids = leesbaar.map(({ overleg }) => overleg.id)
  const rows = await selectActies(
    sql,
    sql`plan.overleg_id = any(${ids}::uuid[]) and ${isNieuwste(sql)}`,
  )
  const acties = await withHistorie(sql, rows)
  return leesbaar.flatMap(({ overleg, deelname, deelnemerId }) => {
    const bekijker = { deelname, deelnemerId, organisatieId, stand: overleg.stand }
    const bijwerker = { soort: 'professional', rol: deelname.rol, organisatieId } as const
    const vanDitPlan = new Set(
      rows.filter((row) => row.overlegId === overleg.id).map(({ id }) => id),
    )
    return acties
      .filter((actie) => vanDitPlan.has(actie.id))
      .filter(({ drager }) => zietActie(bekijker, drager))
      .map((actie) => ({
        overlegId: overleg.id,
        casus: overleg.casus,
        rol: deelname.rol,
        actie,
        metClient: overleg.stand.metClient,
        magBijwerken: magBijwerken(bijwerker, toDrager(actie.drager)),
      }))
  })
}

export function toDrager(drager: ActieDrager): Drager {
  return drager.soort === 'client'
    ? drager
    : { soort: 'organisatie', organisatieId: drager.organisatieId }
}

export async function findActie(
  sql: Query,
  { overlegId, actieId }: { overlegId: string; actieId: string },
): Promise<ActieRij | null> {
  if (!isUuid(overlegId) || !isUuid(actieId)) return null
  const rows = await selectActies(
    sql,
    sql`actie.id = ${actieId} and plan.overleg_id = ${overlegId} and ${isNieuwste(sql)}`,
  )
  const [actie] = await withHistorie(sql, rows)
  return actie ?? null
}

export async function findOrganisatieId(sql: Query, gebruikerId: string): Promise<string> {
  const [row] = await sql<{ organisatieId: string }[]>`
    select organisatie_id as "organisatieId" from gebruiker where id = ${gebruikerId}`
  if (!row) throw new Error('A deelnemer is a gebruiker')
  return row.organisatieId
}

type NieuweActie = {
  planId: string
  nummer: number
  actie: VolledigeActie
  antwoord: Actieantwoord | null
}

export async function insertActie(
  sql: Transaction,
  { planId, nummer, actie, antwoord }: NieuweActie,
): Promise<string> {
  const deelnemerId = actie.wie.soort === 'deelnemer' ? actie.wie.deelnemerId : null
  const [row] = await sql<{ id: string }[]>`
    insert into actie (plan_id, nummer, wat, waarom, leefgebied, wanneer, deelnemer_id, antwoord)
    values (
      ${planId}, ${nummer}, ${actie.wat.trim()}, ${actie.waarom.trim()}, ${actie.leefgebied},
      ${actie.wanneer}, ${deelnemerId}, ${antwoord})
    returning id`
  if (!row) throw new Error('An insert that returns gives a row')
  return row.id
}

export type Door = { gebruikerId: string } | { clientPersoonId: string }

/** Never a change of a row: another one below it. P2 */
export async function insertActiestatus(
  sql: Transaction,
  {
    actieId,
    status,
    notitie,
    uitleg,
    door,
  }: { actieId: string; status: Actiestatus; notitie: string; uitleg: string; door: Door },
): Promise<void> {
  await sql`
    insert into actie_status (actie_id, status, notitie, uitleg, gebruiker_id, client_persoon_id)
    values (
      ${actieId}, ${status}, ${notitie}, ${uitleg},
      ${'gebruikerId' in door ? door.gebruikerId : null},
      ${'clientPersoonId' in door ? door.clientPersoonId : null})`
}

function isNieuwste(sql: Query) {
  return sql`
    plan.versie = (select max(versie) from plan nieuwste where nieuwste.overleg_id = plan.overleg_id)`
}

function selectActies(sql: Query, where: ReturnType<Query>) {
  return sql<Row[]>`
    select
      actie.id, actie.nummer, actie.wat, actie.waarom, actie.leefgebied, actie.wanneer,
      actie.antwoord, plan.overleg_id as "overlegId", overleg.zonder_client_reden is null as "metClient",
      actie.deelnemer_id as "deelnemerId", gebruiker.naam, organisatie.naam as organisatie,
      organisatie.id as "organisatieId", deelnemer.rol, deelnemer.keuze
    from actie
    join plan on plan.id = actie.plan_id
    join overleg on overleg.id = plan.overleg_id
    left join deelnemer on deelnemer.id = actie.deelnemer_id
    left join gebruiker on gebruiker.id = deelnemer.gebruiker_id
    left join organisatie on organisatie.id = gebruiker.organisatie_id
    where ${where}
    order by plan.overleg_id, actie.nummer`
}

async function withHistorie(sql: Query, rows: readonly Row[]): Promise<ActieRij[]> {
  const ids = rows.map(({ id }) => id)
  const wijzigingen = await sql<(Statuswijziging & { actieId: string })[]>`
    select
      actie_status.actie_id as "actieId", actie_status.status, actie_status.notitie,
      actie_status.uitleg, actie_status.client_persoon_id as "clientPersoonId",
      coalesce(gebruiker.naam, client_persoon.naam) as door, actie_status.created_at as op
    from actie_status
    left join gebruiker on gebruiker.id = actie_status.gebruiker_id
    left join client_persoon on client_persoon.id = actie_status.client_persoon_id
    where actie_status.actie_id = any(${ids}::uuid[])
    order by actie_status.id`
  const perActie = Map.groupBy(wijzigingen, ({ actieId }) => actieId)
  return rows.map((row) => toActieRij(row, perActie.get(row.id) ?? []))
}

function toActieRij(row: Row, wijzigingen: readonly Statuswijziging[]): ActieRij {
  const { id, nummer, wat, waarom, leefgebied, wanneer, antwoord } = row
  const historie = wijzigingen.map(({ status, notitie, uitleg, door, clientPersoonId, op }) => ({
    status,
    notitie,
    uitleg,
    door,
    clientPersoonId,
    op,
  }))
  const drager = toActieDrager(row)
  const status = historie.at(-1)?.status ?? 'open'
  return { id, nummer, wat, waarom, leefgebied, wanneer, drager, antwoord, status, historie }
}

function toActieDrager(row: Row): ActieDrager {
  const { deelnemerId, naam, organisatie, organisatieId, rol, keuze, metClient } = row
  if (!deelnemerId) return { soort: 'client' }
  return {
    soort: 'deelnemer',
    deelnemerId,
    naam,
    organisatie,
    organisatieId,
    rol,
    keuze,
    metClient,
  }
}
