import { type AanvullingRij, listAanvullingen } from '#db/aanvullingen.ts'
import { listAntwoorden } from '#db/antwoorden.ts'
import { recordAudit } from '#db/audit.ts'
import { listBewaarfeiten } from '#db/bewaren.ts'
import { listBrieven } from '#db/brieven.ts'
import { listAfwegingen } from '#db/client-afwegingen.ts'
import { listClientPersonen } from '#db/client-personen.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { readDocument } from '#db/documenten.ts'
import { listIncidenten, listInzages } from '#db/dossier.ts'
import { findEigenWoorden } from '#db/eigen-woorden.ts'
import { listHeropeningen } from '#db/heropeningen.ts'
import type { Deelnemerschap } from '#db/overleggen.ts'
import { findPlan } from '#db/plannen.ts'
import { listVerzoeken } from '#db/verzoeken.ts'
import { type Bewaartermijnen, bewaardTot } from '#domain/bewaren.ts'
import { DOCUMENTEN, type Document } from '#domain/document.ts'
import { type Blok, blokkenOf } from '#domain/inhoud.ts'
import { zonderLegeKoppen } from '#domain/projectie.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { checkBevoegd } from '#domain/rol.ts'
import { toegangTotDocument } from '#domain/toegang.ts'
import { asDeelnemer, type Key } from './as-deelnemer.server.ts'

export type Dossier = Awaited<ReturnType<typeof readDossier>>
type Dossierdocument = { document: Document; blokken: Blok[]; aanvullingen: AanvullingRij[] }

type Input = Key & { termijnen: Bewaartermijnen; now: Date }

/**
 * All that is kept about one overleg, for who asks to see it (inzage), as the procesregisseur may read it now.
 *
 * Nobody changes anything while it is read: what it says was all true at one moment.
 */
export function exportDossierCommand(
  sql: Sql,
  { termijnen, now, ...key }: Input,
): Promise<Result<Dossier, Refusal>> {
  const wat = 'handeling:dossier-downloaden'
  return asDeelnemer(sql, { ...key, wat }, async (sql, deelnemerschap) => {
    const bevoegd = checkBevoegd(deelnemerschap.deelname, 'dossier-downloaden')
    // Who may not have it does not learn that others may.
    if (!bevoegd.ok) return refuse({ code: 'niet-gevonden' })
    // K4: it would tell what the cliënt does at this moment.
    if (deelnemerschap.overleg.stand.besloten) return refuse({ code: 'besloten-tijd-loopt' })
    await recordAudit(sql, { event: 'dossier-exported', wat: 'dossier', ...key })
    return accept(await readDossier(sql, deelnemerschap, { termijnen, now }))
  })
}

async function readDossier(
  sql: Transaction,
  { overleg, deelname }: Deelnemerschap,
  { termijnen, now }: Pick<Input, 'termijnen' | 'now'>,
) {
  const { id, stand, casus, geplandOp, vraag, zonderClient, afgebrokenReden } = overleg
  const leesbaar = DOCUMENTEN.filter(
    (document) => toegangTotDocument(deelname, document, stand) !== 'geen',
  )
  const documenten: Dossierdocument[] = []
  for (const document of leesbaar) {
    const { knopen } = await readDocument(sql, { overlegId: id, document })
    const aanvullingen = await listAanvullingen(sql, { overlegId: id, document })
    documenten.push({ document, blokken: zonderLegeKoppen(blokkenOf(knopen)), aanvullingen })
  }
  return {
    now,
    casus,
    geplandOp,
    vraag,
    status: stand.overleg.status,
    metClient: stand.metClient,
    zonderClient,
    afgebrokenReden,
    bewaardTot: bewaardTot(await listBewaarfeiten(sql, id), termijnen),
    plan: stand.overleg.status === 'vastgesteld' ? await findPlan(sql, id) : null,
    documenten,
    // K3; K4: not before he is no longer alone.
    gezegd: stand.besloten ? null : await readGezegd(sql, id),
    afwegingen: await listAfwegingen(sql, id),
    personen: await listClientPersonen(sql, id),
    brieven: await listBrieven(sql, id),
    deelnemers: await listDeelnemers(sql, id),
    heropeningen: await listHeropeningen(sql, id),
    incidenten: await listIncidenten(sql, id),
    verzoeken: await listVerzoeken(sql, id),
    inzages: await listInzages(sql, id),
  }
}

async function readGezegd(sql: Transaction, overlegId: string) {
  const { wil, anders } = await findEigenWoorden(sql, overlegId)
  return { wil: wil.tekst, anders: anders.tekst, ...(await listAntwoorden(sql, overlegId)) }
}
