import { recordAudit } from '#db/audit.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { saveAntwoord, saveInPlaatsVan } from '#db/deelnemer-agenda.ts'
import { insertDeelnemer, listDeelnemers, removeDeelnemer } from '#db/deelnemers.ts'
import { findGebruiker } from '#db/gebruikers.ts'
import type { Deelnemerschap } from '#db/overleggen.ts'
import { type Afspraakantwoord, checkAntwoord, checkCollega } from '#domain/afspraak.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { mailUitnodiging, mailZonderU } from './agendapost.server.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

/** `geplandOp`: the moment that was on the screen. */
type Input = Key & { geplandOp: Date; antwoord: Afspraakantwoord }

/** Whether he comes; another answer takes the place of the one before, until the start. F8 */
export function answerAfspraakCommand(
  sql: Sql,
  { overlegId, gebruikerId, geplandOp, antwoord }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'afspraak-beantwoorden' } as const
  return asBevoegde(sql, key, async (sql, { overleg, deelnemerId }) => {
    const vraag = { overleg: overleg.stand.overleg, geplandOp: overleg.geplandOp }
    const open = checkAntwoord(vraag, geplandOp)
    if (!open.ok) return open

    await saveAntwoord(sql, { deelnemerId, antwoord })
    const details = { deelnemerId, antwoord }
    await recordAudit(sql, { event: 'afspraak-answered', overlegId, gebruikerId, details })
    return accept(null)
  })
}

type Collega = Key & { geplandOp: Date; collegaId: string }

/**
 * A collega of the same organisatie comes in his place: from then on this overleg does not exist for himself. F8
 *
 * About the collega nothing has been decided yet (T1), and without a convenant he signs for himself (T9).
 */
export function sendCollegaCommand(
  sql: Sql,
  { overlegId, gebruikerId, geplandOp, collegaId }: Collega,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'collega-sturen' } as const
  return asBevoegde(sql, key, async (sql, deelnemerschap) => {
    const { overleg } = deelnemerschap
    const vraag = { overleg: overleg.stand.overleg, geplandOp: overleg.geplandOp }
    const open = checkAntwoord(vraag, geplandOp)
    if (!open.ok) return open
    const gekozen = await checkGekozen(sql, deelnemerschap, collegaId)
    if (!gekozen.ok) return gekozen
    return replace(sql, deelnemerschap, gekozen.value)
  })
}

async function checkGekozen(
  sql: Transaction,
  { overleg, gebruikerId }: Deelnemerschap,
  id: string,
) {
  const ik = await findGebruiker(sql, gebruikerId)
  if (!ik) return refuse<Refusal>({ code: 'niet-gevonden' })
  const collega = await findGebruiker(sql, id)
  const rijen = await listDeelnemers(sql, overleg.id)
  return checkCollega({ ik, collega, deelnemers: rijen.map((rij) => rij.gebruikerId) })
}

async function replace(
  sql: Transaction,
  { overleg, deelnemerId, gebruikerId }: Deelnemerschap,
  collega: { id: string },
): Promise<Result<null, Refusal>> {
  const { id: overlegId, geplandOp } = overleg
  const ik = (await listDeelnemers(sql, overlegId)).find(({ id }) => id === deelnemerId)
  const nieuw = {
    overlegId,
    gebruikerId: collega.id,
    rol: 'partner',
    taak: ik?.taak ?? '',
  } as const
  const nieuwId = await insertDeelnemer(sql, nieuw)
  if (!nieuwId) return refuse({ code: 'niet-gevonden' })

  await mailZonderU(sql, { overlegId, geplandOp, deelnemerId })
  await removeDeelnemer(sql, deelnemerId)
  await saveInPlaatsVan(sql, { deelnemerId: nieuwId, gebruikerId })
  await mailUitnodiging(sql, { overlegId, geplandOp, deelnemerIds: [nieuwId] })
  const details = { deelnemerId, door: nieuwId, collega: collega.id }
  await recordAudit(sql, { event: 'deelnemer-replaced', overlegId, gebruikerId, details })
  return accept(null)
}
