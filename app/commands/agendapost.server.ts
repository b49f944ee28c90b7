import type { Transaction } from '#db/connection.ts'
import {
  clearAntwoorden,
  type Geadresseerde,
  listGeadresseerden,
  raiseVolgnummers,
  saveVerstuurd,
} from '#db/deelnemer-agenda.ts'
import { queueMail } from '#db/mail.ts'
import type { Agendasoort } from '#domain/agenda.ts'
import type { Overlegmail } from '#domain/overlegmail.ts'

type Overleg = { overlegId: string; geplandOp: Date }
type Voor = Overleg & { voor: (wie: Geadresseerde) => boolean; soort: Overlegmail['soort'] }

const AGENDASOORT = {
  'overleg-uitnodiging': 'verzoek',
  'overleg-verplaatst': 'verzoek',
  'overleg-afgebroken': 'afzegging',
  'overleg-zonder-u': 'afzegging',
} as const satisfies Record<Overlegmail['soort'], Agendasoort>

/** To who was just added by somebody else. F8 */
export function mailUitnodiging(
  sql: Transaction,
  { deelnemerIds, ...overleg }: Overleg & { deelnemerIds: readonly string[] },
): Promise<void> {
  const voor = ({ deelnemerId }: Geadresseerde) => deelnemerIds.includes(deelnemerId)
  return mail(sql, { ...overleg, soort: 'overleg-uitnodiging', voor })
}

type Verplaatsing = Overleg & { gebruikerId: string; isGepland: boolean }

/**
 * To everybody but who moved it; to him too when his calendar has it from us, or it would stay wrong there.
 *
 * Who said that he came, said so of another moment: all are asked anew. Not while it runs: then they are there.
 */
export async function mailVerplaatsing(
  sql: Transaction,
  { gebruikerId, isGepland, ...overleg }: Verplaatsing,
): Promise<void> {
  if (isGepland) await clearAntwoorden(sql, overleg.overlegId)
  const allen = await listGeadresseerden(sql, overleg.overlegId)
  await raiseVolgnummers(
    sql,
    allen.map(({ deelnemerId }) => deelnemerId),
  )
  const voor = (wie: Geadresseerde) =>
    wie.verstuurd || (isGepland && wie.gebruikerId !== gebruikerId)
  await mail(sql, { ...overleg, soort: 'overleg-verplaatst', voor })
}

/** Out of every calendar that has it from us. */
export function mailAfbreking(sql: Transaction, overleg: Overleg): Promise<void> {
  return mailUit(sql, { ...overleg, soort: 'overleg-afgebroken', voor: () => true })
}

/** Before he is taken out: afterwards nothing says any more how his calendar knows it. */
export function mailZonderU(
  sql: Transaction,
  { deelnemerId, ...overleg }: Overleg & { deelnemerId: string },
): Promise<void> {
  const voor = (wie: Geadresseerde) => wie.deelnemerId === deelnemerId
  return mailUit(sql, { ...overleg, soort: 'overleg-zonder-u', voor })
}

async function mailUit(sql: Transaction, { voor, ...afzegging }: Voor) {
  const allen = await listGeadresseerden(sql, afzegging.overlegId)
  const uit = allen
    .filter((wie) => wie.verstuurd && voor(wie))
    .map(({ deelnemerId }) => deelnemerId)
  await raiseVolgnummers(sql, uit)
  await mail(sql, { ...afzegging, voor: ({ deelnemerId }) => uit.includes(deelnemerId) })
}

async function mail(sql: Transaction, { overlegId, geplandOp, voor, soort }: Voor) {
  const geadresseerden = await listGeadresseerden(sql, overlegId)
  for (const { deelnemerId, email } of geadresseerden.filter(voor)) {
    const regel = await saveVerstuurd(sql, deelnemerId)
    const begin = geplandOp.toISOString()
    const agenda = { soort: AGENDASOORT[soort], ...regel, begin, overlegId }
    await queueMail(sql, { aan: email, soort, agenda })
  }
}
