import { recordAudit } from '#db/audit.ts'
import {
  findOpenAfweging,
  insertAfweging,
  saveUitkomst,
  saveZonderClient,
} from '#db/client-afwegingen.ts'
import { listClientPersonen } from '#db/client-personen.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import {
  type Afwegingsuitkomst,
  type Afwegingsvoorstel,
  answerAfweging,
  proposeAfweging,
} from '#domain/afweging.ts'
import type { Overleg } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { parseTekst, refuseVelden } from './invoer.server.ts'

const TE_LANG = 'Maak de toelichting korter dan 1000 tekens.'

/** Without the cliënt, or with him after all: nothing changes before the casushouder confirmed it. F7 */
export function proposeAfwegingCommand(
  sql: Sql,
  { voorstel, ...wie }: Key & { voorstel: Afwegingsvoorstel },
): Promise<Result<{ afwegingId: string }, Refusal>> {
  const key = { ...wie, handeling: 'afweging-voorstellen' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const nieuw = parseVoorstel(voorstel)
    if (!nieuw) return refuseVelden({ toelichting: TE_LANG })
    const open = await findOpenAfweging(sql, wie.overlegId)
    const result = proposeAfweging(overleg.stand, { open, nieuw })
    if (!result.ok) return result
    return accept({ afwegingId: await recordVoorstel(sql, { ...wie, voorstel: nieuw }) })
  })
}

/** Also at making the overleg, in the transaction of that. */
export async function recordVoorstel(
  sql: Transaction,
  { voorstel, ...wie }: Key & { voorstel: Afwegingsvoorstel },
): Promise<string> {
  const afwegingId = await insertAfweging(sql, { ...wie, voorstel })
  const reden = voorstel.voorstel === 'zonder' ? voorstel.reden : null
  const details = { afwegingId, voorstel: voorstel.voorstel, reden }
  await recordAudit(sql, { event: 'afweging-proposed', ...wie, details })
  return afwegingId
}

type Antwoord = Key & { afwegingId: string; uitkomst: 'bevestigd' | 'geweigerd'; reden: string }

/** By the casushouder; also by who was voorgedragen and has not accepted yet: it is before the overleg. F7 */
export function answerAfwegingCommand(
  sql: Sql,
  { afwegingId, uitkomst, reden, ...wie }: Antwoord,
): Promise<Result<null, Refusal>> {
  const key = { ...wie, handeling: 'afweging-beantwoorden' } as const
  return asBevoegde(sql, key, (sql, { overleg }) =>
    decide(sql, { ...wie, overleg: overleg.stand.overleg, afwegingId, uitkomst, reden }),
  )
}

/** By a procesregisseur, as long as nobody answered it. F7 */
export function withdrawAfwegingCommand(
  sql: Sql,
  { afwegingId, ...wie }: Key & { afwegingId: string },
): Promise<Result<null, Refusal>> {
  const key = { ...wie, handeling: 'afweging-voorstellen' } as const
  return asBevoegde(sql, key, (sql, { overleg }) =>
    decide(sql, {
      ...wie,
      overleg: overleg.stand.overleg,
      afwegingId,
      uitkomst: 'ingetrokken',
      reden: '',
    }),
  )
}

type Besluit = Key & {
  overleg: Overleg
  afwegingId: string
  uitkomst: Afwegingsuitkomst
  reden: string
}

const EVENT = {
  bevestigd: 'afweging-confirmed',
  // Not `-refused`: that is what the record calls somebody who was not let through.
  geweigerd: 'afweging-declined',
  ingetrokken: 'afweging-withdrawn',
} as const satisfies Record<Afwegingsuitkomst, string>

async function decide(
  sql: Transaction,
  { overleg, afwegingId, uitkomst, reden, ...wie }: Besluit,
): Promise<Result<null, Refusal>> {
  const tekst = parseTekst(reden, 1000)
  if (tekst === null) return refuseVelden({ reden: TE_LANG })
  const open = await findOpenAfweging(sql, wie.overlegId)
  const personen = await listClientPersonen(sql, wie.overlegId)
  const result = answerAfweging(overleg, {
    open,
    opScherm: afwegingId,
    uitkomst,
    reden: tekst,
    voorstel: open?.voorstel ?? null,
    metBrief: personen.some(({ uitgenodigdOp }) => uitgenodigdOp !== null),
  })
  if (!result.ok) return result

  const geweigerd = uitkomst === 'geweigerd' ? tekst : ''
  const { gebruikerId } = wie
  await saveUitkomst(sql, { id: afwegingId, uitkomst, reden: geweigerd, gebruikerId })
  if (uitkomst === 'bevestigd' && open) {
    const { reden: waarom, toelichting } = open
    await saveZonderClient(sql, wie.overlegId, waarom && { reden: waarom, toelichting })
  }
  const details = { afwegingId }
  await recordAudit(sql, { event: EVENT[uitkomst], ...wie, details })
  return accept(null)
}

function parseVoorstel(voorstel: Afwegingsvoorstel): Afwegingsvoorstel | null {
  if (voorstel.voorstel === 'met') return voorstel
  const toelichting = parseTekst(voorstel.toelichting, 1000)
  return toelichting === null ? null : { ...voorstel, toelichting }
}
