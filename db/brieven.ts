import type { Briefinhoud, Wijze } from '#domain/brief.ts'
import { GEHEIM_IN_DAGEN } from '#domain/brief.ts'
import type { Datum } from '#domain/datum.ts'
import type { OverlegStatus } from '#domain/fase.ts'
import type { Clientsoort } from '#domain/rol.ts'
import type { Taal } from '#domain/taal.ts'
import type { Query, Transaction } from './connection.ts'
import { isUuid } from './uuid.ts'

export type BriefRij = {
  id: string
  clientPersoonId: string
  gemaaktOp: Date
  inhoud: Briefinhoud
  /** Sealed: see app/brieven/geheim.server.ts. Null when the letter is on its way, was replaced, or is too old. K1 */
  geheim: Uint8Array | null
  gemaildOp: Date | null
  verzondenOp: Datum | null
  wijze: Wijze | null
  /** The last one of this person: the only one that opens anything. S5 */
  isLaatste: boolean
}

/** Newest first. */
export function listBrieven(sql: Query, overlegId: string): Promise<BriefRij[]> {
  return selectBrieven(sql, sql`brief.overleg_id = ${isUuid(overlegId) ? overlegId : null}`)
}

type Key = { overlegId: string; briefId: string }

export async function findBrief(sql: Query, { overlegId, briefId }: Key): Promise<BriefRij | null> {
  if (!isUuid(overlegId) || !isUuid(briefId)) return null
  const [row] = await selectBrieven(
    sql,
    sql`brief.overleg_id = ${overlegId} and brief.id = ${briefId}`,
  )
  return row ?? null
}

function selectBrieven(sql: Query, where: ReturnType<Query>) {
  return sql<BriefRij[]>`
    select
      brief.id, brief.client_persoon_id as "clientPersoonId", brief.gemaakt_op as "gemaaktOp",
      brief.inhoud,
      case when brief.gemaakt_op > now() - make_interval(days => ${GEHEIM_IN_DAGEN})
        then brief.geheim end as geheim,
      brief.gemaild_op as "gemaildOp", brief.verzonden_op as "verzondenOp", brief.wijze,
      not exists (
        select from brief later where later.client_persoon_id = brief.client_persoon_id
          and (later.gemaakt_op, later.id) > (brief.gemaakt_op, brief.id)) as "isLaatste"
    from brief where ${where}
    order by brief.gemaakt_op desc, brief.id desc`
}

type NieuweBrief = {
  id: string
  overlegId: string
  clientPersoonId: string
  gebruikerId: string
  inhoud: Briefinhoud
  geheim: Uint8Array
}

/** The letters before it show their code no more: it opens nothing now. */
export async function insertBrief(sql: Transaction, brief: NieuweBrief): Promise<void> {
  await sql`
    update brief set geheim = null
    where client_persoon_id = ${brief.clientPersoonId} and geheim is not null`
  await sql`
    insert into brief (id, overleg_id, client_persoon_id, gemaakt_door, gemaakt_op, inhoud, geheim)
    values (${brief.id}, ${brief.overlegId}, ${brief.clientPersoonId}, ${brief.gebruikerId},
      clock_timestamp(), ${sql.json(brief.inhoud)}, ${Buffer.from(brief.geheim)})`
}

/** On its way: from here on nobody reads its code on a screen. */
export async function saveVerzending(
  sql: Transaction,
  { briefId, wijze, op }: { briefId: string; wijze: Wijze; op: Datum },
) {
  await sql`
    update brief set verzonden_op = ${op}, wijze = ${wijze}, geheim = null where id = ${briefId}`
}

export async function saveGemaild(sql: Transaction, briefId: string) {
  await sql`update brief set gemaild_op = now() where id = ${briefId}`
}

/** Wipes what is too old to be shown; answers with of how many letters. */
export async function wisGeheimen(sql: Query): Promise<number> {
  const rows = await sql`
    update brief set geheim = null
    where geheim is not null and gemaakt_op <= now() - make_interval(days => ${GEHEIM_IN_DAGEN})`
  return rows.count
}

export type Briefpersoon = { id: string; naam: string; soort: Clientsoort; taal: Taal }

/** Null when this person is not of the client side of this overleg. */
export async function findBriefpersoon(
  sql: Query,
  { overlegId, clientPersoonId }: { overlegId: string; clientPersoonId: string },
): Promise<(Briefpersoon & { vervangt: boolean }) | null> {
  const [row] = await sql<(Briefpersoon & { vervangt: boolean })[]>`
    select id, naam, soort, taal, uitgenodigd_op is not null as vervangt
    from client_persoon where id = ${clientPersoonId} and overleg_id = ${overlegId}`
  return row ?? null
}

type Briefgegevens = {
  geplandOp: Date
  status: OverlegStatus
  plaats: string
  doel: string
  heeftLink: boolean
}

/** What the overleg has for its letters. Nothing of what was written in it. K1, S2 */
export async function findBriefgegevens(
  sql: Query,
  overlegId: string,
): Promise<Briefgegevens | null> {
  if (!isUuid(overlegId)) return null
  const [row] = await sql<Briefgegevens[]>`
    select gepland_op as "geplandOp", status, plaats, doel, link_tafel is not null as "heeftLink"
    from overleg where id = ${overlegId}`
  return row ?? null
}

export async function saveBriefgegevens(
  sql: Transaction,
  overlegId: string,
  { plaats, doel }: Pick<Briefgegevens, 'plaats' | 'doel'>,
) {
  await sql`update overleg set plaats = ${plaats}, doel = ${doel} where id = ${overlegId}`
}
