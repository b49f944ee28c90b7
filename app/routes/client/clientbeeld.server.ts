import type { Clientbeeld } from '#app/components/client/clientbeeld.ts'
import { momentIn } from '#app/woorden/datum.ts'
import type { Taal } from '#app/woorden/taal.ts'
import { type Afspraak, findAfspraak } from '#db/afspraken.ts'
import { type ClientSessieRij, listClientSessies } from '#db/client-sessies.ts'
import type { Query, Sql } from '#db/connection.ts'
import { tooLate } from '#db/deadline.ts'
import { findRechten } from '#db/rechten.ts'
import type { OverlegStatus } from '#domain/fase.ts'
import { type Clientweergave, clientweergaveOf } from '#domain/tafel.ts'
import type { Stand } from '#domain/toegang.ts'
import { type Eigentafel, readEigenTafel } from './beelden/eigen-tafel.server.ts'
import {
  type Eigenplan,
  type Gedeeldplan,
  planOf,
  readEigenplan,
  readGedeeldplan,
} from './beelden/plan.server.ts'
import { type Gedeeldetafel, readTafel, tafelOf } from './beelden/tafel.server.ts'

// What took longer to read is not shown before it is asked whether it still may be. S3
const FRESH_IN_MS = 250
const ROUNDS = 10

type Opties = {
  /** Puts in the record what is about to be seen; what waited for that is asked about again too. */
  record?: (beelden: ReadonlyMap<string, Clientbeeld>) => Promise<void>
}

type Vraag = {
  overlegId: string
  sessieHashes: readonly string[]
  /** What was chosen in these browsers; null: each has the language of his letter. K2 */
  taal?: Taal | null
}

/**
 * What these browsers of the client side get to see now, by the hash of their session; an ended session is not in it.
 *
 * One function for the page and for the socket. Everything is asked anew, in one snapshot of the database: who may see
 * the table and what the table says belong to the same moment.
 */
export async function readClientbeelden(
  sql: Sql,
  vraag: Vraag,
  { record }: Opties = {},
): Promise<Map<string, Clientbeeld>> {
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now()
    const beelden = await readSnapshot(sql, vraag)
    await record?.(beelden)
    if (performance.now() - began < FRESH_IN_MS) return beelden
    const weergaven = await readWeergaven(sql, vraag)
    const isOud = (hash: string) => beelden.get(hash)?.weergave !== weergaven.get(hash)
    if (!vraag.sessieHashes.some(isOud)) return beelden
  }
  throw tooLate('What the client side sees changed each time that it was read')
}

function readSnapshot(
  sql: Sql,
  { overlegId, sessieHashes, taal = null }: Vraag,
): Promise<Map<string, Clientbeeld>> {
  return sql.begin('isolation level repeatable read read only', async (sql) => {
    const [sessies, alleRechten, afspraak] = await Promise.all([
      listClientSessies(sql, sessieHashes),
      findRechten(sql, [overlegId]),
      findAfspraak(sql, overlegId),
    ])
    const rechten = alleRechten.get(overlegId)
    if (!rechten || !afspraak) return new Map()

    const eigen = sessies
      .filter((sessie) => sessie.overlegId === overlegId)
      .map((sessie) => ({ ...sessie, taal: taal ?? sessie.taal }))
      .map((sessie) => ({ sessie, weergave: clientweergaveOf(sessie, rechten.stand) }))
    const waarvan = { overlegId, stand: rechten.stand }
    const gedeeld = await readGedeeld(sql, waarvan, eigen)
    const beelden = new Map<string, Clientbeeld>()
    for (const { sessie, weergave } of eigen) {
      const eigenplan = weergave === 'plan' ? await readEigenplan(sql, sessie) : null
      const { status } = rechten.stand.overleg
      const bron = { sessie, afspraak, eigenplan, status, ...gedeeld }
      beelden.set(sessie.sessieHash, beeldOf(weergave, bron))
    }
    return beelden
  })
}

/** What each of these browsers may see by the rights of now, and nothing of what is to be seen there. */
async function readWeergaven(
  sql: Query,
  { overlegId, sessieHashes }: Vraag,
): Promise<Map<string, Clientweergave>> {
  const [sessies, rechten] = await Promise.all([
    listClientSessies(sql, sessieHashes),
    findRechten(sql, [overlegId]),
  ])
  const stand = rechten.get(overlegId)?.stand
  if (!stand) return new Map()
  return new Map(
    sessies
      .filter((sessie) => sessie.overlegId === overlegId)
      .map((sessie) => [sessie.sessieHash, clientweergaveOf(sessie, stand)]),
  )
}

type Gedeeld = {
  tafels: ReadonlyMap<Taal, Gedeeldetafel>
  eigen: Eigentafel | null
  plan: Gedeeldplan | null
}
type Eigen = { sessie: ClientSessieRij; weergave: Clientweergave }

async function readGedeeld(
  sql: Query,
  waarvan: { overlegId: string; stand: Stand },
  eigen: readonly Eigen[],
): Promise<Gedeeld> {
  const { overlegId } = waarvan
  const aanTafel = eigen.filter(({ weergave }) => weergave === 'tafel')
  const tafels = new Map<Taal, Gedeeldetafel>()
  for (const taal of new Set(aanTafel.map(({ sessie }) => sessie.taal))) {
    tafels.set(taal, await readTafel(sql, { overlegId, taal }))
  }
  const zietPlan = eigen.some(({ weergave }) => weergave === 'plan')
  return {
    tafels,
    eigen: aanTafel.length > 0 ? await readEigenTafel(sql, waarvan) : null,
    plan: zietPlan ? await readGedeeldplan(sql, overlegId) : null,
  }
}

type Bron = Gedeeld & {
  sessie: ClientSessieRij
  afspraak: Afspraak
  eigenplan: Eigenplan | null
  status: OverlegStatus
}

function beeldOf(weergave: Clientweergave, bron: Bron): Clientbeeld {
  const { sessie, afspraak, tafels, eigen, plan, eigenplan, status } = bron
  const { contact } = afspraak
  const tafel = tafels.get(sessie.taal)
  if (weergave === 'tafel' && tafel && eigen) return tafelOf(tafel, eigen, sessie, contact)
  if (weergave === 'plan' && plan && eigenplan) {
    return planOf({ ...plan, ...eigenplan, sessie, regie: contact })
  }
  if (weergave === 'pin-nodig') return { weergave, contact, heeftPin: sessie.heeftPin }
  if (weergave === 'afgebroken') return { weergave, contact }
  return {
    weergave: 'wachtkamer',
    contact,
    afspraak: momentIn(sessie.taal, afspraak.geplandOp),
    verplaatst: isVerplaatst(sessie, afspraak),
    signaal: sessie.signaal,
    ...(sessie.weggestuurd ? { weggestuurd: status === 'vastgesteld' ? 'plan' : 'tafel' } : {}),
  }
}

/** A letter that was made after the change says the new time itself. T7 */
function isVerplaatst({ uitgenodigdOp }: ClientSessieRij, { verplaatstOp }: Afspraak): boolean {
  return verplaatstOp !== null && (uitgenodigdOp === null || verplaatstOp > uitgenodigdOp)
}
