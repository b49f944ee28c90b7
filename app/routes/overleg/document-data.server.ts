import type {
  Clientgast,
  Meeting,
  Moment,
  Stem,
  Tafelgast,
  Wachtkamer,
} from '#app/components/meeting/meeting.ts'
import { listAanvullingen } from '#db/aanvullingen.ts'
import { listAntwoorden } from '#db/antwoorden.ts'
import { findOpenAfweging } from '#db/client-afwegingen.ts'
import { type ClientAanwezige, listClientAanwezigen } from '#db/client-personen.ts'
import type { Query } from '#db/connection.ts'
import { type DeelnemerRij, listDeelnemers } from '#db/deelnemers.ts'
import { readDocument } from '#db/documenten.ts'
import { findEigenWoorden } from '#db/eigen-woorden.ts'
import { listFasetijden } from '#db/fasetijden.ts'
import { listHeropeningen } from '#db/heropeningen.ts'
import { listEigenInbreng } from '#db/inbreng.ts'
import type { Deelnemerschap } from '#db/overleggen.ts'
import { checkAfgewogen } from '#domain/afweging.ts'
import { CLIENTDOCUMENTEN, DOCUMENTEN, type Document } from '#domain/document.ts'
import { FASEN } from '#domain/fase.ts'
import { checkVraagInbreng } from '#domain/inbreng.ts'
import { blokkenOf, heeftTekst } from '#domain/inhoud.ts'
import { kleurAanTafel } from '#domain/kleur.ts'
import { vertrekkersMetActie } from '#domain/projectie.ts'
import type { Refusal } from '#domain/refusal.ts'
import { isBevoegd } from '#domain/rol.ts'
import { seatClient } from '#domain/tafel.ts'
import { isAanTafel, kringOf, type Stand, toegangTotDocument } from '#domain/toegang.ts'

type Bron = { sql: Query; deelnemerschap: Deelnemerschap; document: Document; now: Date }

/** Exactly what this person may have of the meeting, now; no text of any document. S3 */
export async function loadMeeting({ sql, deelnemerschap, document, now }: Bron): Promise<Meeting> {
  const { overleg, deelname, deelnemerId } = deelnemerschap
  const { stand } = overleg
  const toegang = toegangTotDocument(deelname, document, stand)
  const aanTafel = isAanTafel(deelname, stand)
  // Who left the table is told nothing about who is still there. T2
  const magNamen = aanTafel || (toegang !== 'geen' && kringOf(deelname, stand) !== 'vertrekt')

  const [rijen, clienten, klaar, aanvullingen, heropeningen] = await Promise.all([
    magNamen ? listDeelnemers(sql, overleg.id) : [],
    aanTafel && isMetClient(stand) ? listClientAanwezigen(sql, overleg.id) : [],
    listFasetijden(sql, overleg.id),
    toegang === 'geen' ? [] : listAanvullingen(sql, { overlegId: overleg.id, document }),
    toegang === 'geen' ? [] : listHeropeningen(sql, overleg.id),
  ])
  const ids = rijen.map(({ gebruikerId }) => gebruikerId)
  const gasten = rijen.map((rij) =>
    gastOf(rij, { metPlaats: aanTafel, kleur: kleurAanTafel(rij.gebruikerId, ids) }),
  )
  return {
    overlegId: overleg.id,
    casus: overleg.casus.nummer,
    document,
    toegang,
    stand,
    ik: { ...deelname, deelnemerId },
    onderdelen: DOCUMENTEN.map((soort) => ({
      document: soort,
      moment: momentOf(soort, stand),
      toegang: toegangTotDocument(deelname, soort, stand),
      klaarOp: klaar.find(({ fase }) => fase === soort)?.klaarOp ?? null,
    })),
    tafel: aanTafel
      ? {
          gasten,
          clienten: personenVan(clienten),
          link: linkVan(deelnemerschap),
        }
      : null,
    deelnemers: magNamen ? gasten : null,
    wachtkamer: isBevoegd(deelname.rol, 'wachtkamer-zien')
      ? await loadWachtkamer(sql, deelnemerschap, rijen)
      : null,
    startweigering: await findStartweigering(sql, deelnemerschap),
    tijd: aanTafel ? overleg.tijd : null,
    aanvullingen,
    beslotenTot: aanTafel ? overleg.beslotenTot : null,
    inbreng: await loadInbreng(sql, deelnemerschap),
    // K4: what the cliënt says while he is alone is for afterwards.
    stem: toegang === 'geen' || stand.besloten ? null : await readStem(sql, overleg.id, document),
    heropening: heropeningen.findLast(({ fase }) => fase === document) ?? null,
    nu: now.getTime(),
  }
}

async function findStartweigering(
  sql: Query,
  { overleg: { id, stand }, deelname }: Deelnemerschap,
): Promise<Refusal | null> {
  if (stand.overleg.status !== 'gepland' || !isBevoegd(deelname.rol, 'overleg-starten')) return null
  const afgewogen = checkAfgewogen(await findOpenAfweging(sql, id))
  return afgewogen.ok ? null : afgewogen.refusal
}

/** Of this person alone, whatever he may still see of the rest. K5 */
async function loadInbreng(
  sql: Query,
  { overleg: { stand }, deelname, deelnemerId }: Deelnemerschap,
): Promise<Meeting['inbreng']> {
  const { status } = stand.overleg
  const isOpen = status === 'gepland' || status === 'lopend'
  if (!isOpen || !stand.metClient || !isBevoegd(deelname.rol, 'inbreng-klaarzetten')) return null
  const eigen = await listEigenInbreng(sql, deelnemerId)
  return eigen.map((inbreng) => {
    const mag = checkVraagInbreng(inbreng, deelname, stand)
    return { ...inbreng, weigering: mag.ok ? null : mag.refusal }
  })
}

/** By the right to the text that it is about. K3 */
async function readStem(sql: Query, overlegId: string, document: Document): Promise<Stem | null> {
  if (!CLIENTDOCUMENTEN.some((soort) => soort === document)) return null
  const { wil, anders } = await findEigenWoorden(sql, overlegId)
  const antwoorden = await listAntwoorden(sql, overlegId)
  return { ...antwoorden, eigenWoorden: { wil: wil.tekst, anders: anders.tekst } }
}

/** People, not browsers: two phones of one person are one at the table. */
function personenVan(aanwezigen: ClientAanwezige[]): Clientgast[] {
  const personen = new Map<string, Clientgast>()
  for (const { toegelaten, clientPersoonId: id, naam, soort } of aanwezigen) {
    if (toegelaten) personen.set(id, { id, naam, soort })
  }
  return [...personen.values()]
}

function gastOf(
  rij: DeelnemerRij,
  { metPlaats, kleur }: { metPlaats: boolean; kleur: number },
): Tafelgast {
  return {
    id: rij.id,
    naam: rij.naam,
    organisatie: rij.organisatie,
    functie: rij.functie,
    kleur,
    rol: rij.rol,
    keuze: rij.keuze,
    vertrekreden: rij.vertrekreden,
    aanvaard: rij.casushouderAanvaardOp !== null,
    aanwezig: metPlaats && rij.aanwezig,
    handOp: metPlaats ? rij.handOp : null,
  }
}

/** The room of the table as it is now, and never the other. */
function linkVan({ overleg }: Deelnemerschap): string | null {
  // K4: there the cliënt is alone with whom he brought.
  if (overleg.stand.besloten) return null
  return isMetClient(overleg.stand) ? overleg.linkTafel : overleg.linkVooroverleg
}

function isMetClient({ overleg }: Stand) {
  return overleg.status === 'lopend' && overleg.tafel === 'met-client'
}

function momentOf(document: Document, { overleg }: Stand): Moment {
  if (overleg.status !== 'lopend') return overleg.status === 'gepland' ? 'komt' : 'klaar'
  const huidig = FASEN.indexOf(overleg.fase)
  if (document === 'samenvatting') {
    return huidig < FASEN.indexOf('oordeelsvorming') ? 'komt' : 'nu'
  }
  const fase = FASEN.indexOf(document)
  if (fase === huidig) return 'nu'
  return fase < huidig ? 'klaar' : 'komt'
}

async function loadWachtkamer(
  sql: Query,
  { overleg: { id, stand } }: Deelnemerschap,
  deelnemers: DeelnemerRij[],
): Promise<Wachtkamer | null> {
  if (!stand.metClient || (stand.overleg.status !== 'gepland' && stand.overleg.status !== 'lopend'))
    return null
  const aanwezigen = await listClientAanwezigen(sql, id)
  const voorT2 =
    stand.overleg.status === 'lopend' &&
    stand.overleg.fase === 'besluitvorming' &&
    stand.overleg.tafel === 'vooroverleg'
  const [samenvatting, besluitvorming] = voorT2
    ? await Promise.all([
        readDocument(sql, { overlegId: id, document: 'samenvatting' }),
        readDocument(sql, { overlegId: id, document: 'besluitvorming' }),
      ])
    : []

  const result = seatClient(stand, {
    deelnemers,
    heeftSamenvatting: heeftTekst(blokkenOf(samenvatting?.knopen ?? [])),
    wachtenden: aanwezigen.length,
  })
  return {
    aanwezigen: genummerd(aanwezigen),
    weigering: result.ok ? null : result.refusal,
    vertrekkersMetActie: vertrekkersMetActie(besluitvorming?.acties ?? [], deelnemers),
  }
}

/** Two browsers with one code are two: somebody else may hold the letter. T4 */
function genummerd(aanwezigen: ClientAanwezige[]): Wachtkamer['aanwezigen'] {
  return aanwezigen.map((aanwezige) => {
    const zelfde = aanwezigen.filter((a) => a.clientPersoonId === aanwezige.clientPersoonId)
    const { sessieId, naam, soort, toegelaten, signaal, weggestuurd, sinds } = aanwezige
    const nummer = zelfde.length > 1 ? zelfde.indexOf(aanwezige) + 1 : null
    return { sessieId, naam, soort, toegelaten, signaal, weggestuurd, sinds, nummer }
  })
}
