import type { OverlegRij } from '#db/overleggen.ts'
import type { Actiestatus } from '#domain/actie.ts'
import { isLopend } from '#domain/actie.ts'
import type { Datum } from '#domain/datum.ts'
import { type Deelname, isBevoegd } from '#domain/rol.ts'
import { isAanTafel } from '#domain/toegang.ts'

const TAAKSOORTEN = [
  'overleg-bezig',
  'overleg-dicht',
  'verklaring',
  'casushouder',
  'afweging',
  'afspraak',
  'verzoek-te-laat',
  'verzoek',
  'acties-te-laat',
  'brief',
  'evaluatie',
] as const
/** Something that waits for this person. */
export type Taak = {
  soort: (typeof TAAKSOORTEN)[number]
  overlegId: string
  casus: { nummer: string; initialen: string }
  aantal: number
  /** To what an answer would be; only of an afspraak. F8 */
  geplandOp: Date | null
  magCollega: boolean
}

export type OverlegVoorWerklijst = {
  overleg: Pick<OverlegRij, 'id' | 'casus' | 'stand' | 'geplandOp'>
  deelname: Deelname
  moetAanvaarden: boolean
  /** A proposal to hold it without the cliënt, or with him, waits for this casushouder. F7 */
  moetAfwegen: boolean
  moetAntwoorden: boolean
  brievenTeMaken: number
  /** Whether he is asked how it was with the cliënt at the table. K10 */
  evaluatieOpen: boolean
  /** What the cliënt asked about his plan, and waits for this person. K7 */
  verzoeken: { open: number; teLaat: number }
}

type ActieVoorWerklijst = {
  overlegId: string
  casus: { nummer: string; initialen: string }
  magBijwerken: boolean
  status: Actiestatus
  wanneer: Datum
}

type Bron = { overleggen: OverlegVoorWerklijst[]; acties: ActieVoorWerklijst[]; vandaag: Datum }

/** *Wacht op u*: most urgent first. Not a count of anything: each line is a thing to do. */
export function werklijstOf({ overleggen, acties, vandaag }: Bron): Taak[] {
  const taken = [...overleggen.flatMap(takenOf), ...teLaat(acties, vandaag)]
  return taken.toSorted((a, b) => TAAKSOORTEN.indexOf(a.soort) - TAAKSOORTEN.indexOf(b.soort))
}

function takenOf(bron: OverlegVoorWerklijst): Taak[] {
  const { overleg, deelname, moetAanvaarden, moetAfwegen, moetAntwoorden } = bron
  const { brievenTeMaken, evaluatieOpen, verzoeken } = bron
  const { stand } = overleg
  const isBezig = stand.overleg.status === 'lopend'
  const taak = (soort: Taak['soort'], aantal = 1): Taak => ({
    soort,
    overlegId: overleg.id,
    casus: overleg.casus,
    aantal,
    geplandOp: soort === 'afspraak' ? overleg.geplandOp : null,
    magCollega: isBevoegd(deelname.rol, 'collega-sturen'),
  })
  if (stand.overleg.status === 'vastgesteld') {
    return [
      ...(verzoeken.teLaat > 0 ? [taak('verzoek-te-laat', verzoeken.teLaat)] : []),
      ...(verzoeken.open > 0 ? [taak('verzoek', verzoeken.open)] : []),
      ...(evaluatieOpen ? [taak('evaluatie')] : []),
    ]
  }
  if (!isBezig && stand.overleg.status !== 'gepland') return []

  if (!deelname.toegelaten) return [taak('verklaring')]
  return [
    ...(stand.dicht ? [taak('overleg-dicht')] : []),
    ...(isBezig && !stand.dicht && isAanTafel(deelname, stand) ? [taak('overleg-bezig')] : []),
    ...(moetAanvaarden ? [taak('casushouder')] : []),
    ...(moetAfwegen ? [taak('afweging')] : []),
    ...(moetAntwoorden ? [taak('afspraak')] : []),
    ...(brievenTeMaken > 0 ? [taak('brief', brievenTeMaken)] : []),
  ]
}

function teLaat(acties: ActieVoorWerklijst[], vandaag: Datum): Taak[] {
  const laat = acties.filter(
    (actie) => actie.magBijwerken && isLopend(actie.status) && actie.wanneer < vandaag,
  )
  const perOverleg = Map.groupBy(laat, ({ overlegId }) => overlegId)
  return [...perOverleg].flatMap(([overlegId, [eerste, ...rest]]) =>
    eerste
      ? [
          {
            soort: 'acties-te-laat',
            overlegId,
            casus: eerste.casus,
            aantal: rest.length + 1,
            geplandOp: null,
            magCollega: false,
          },
        ]
      : [],
  )
}
