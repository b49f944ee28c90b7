import { type Conceptactie, isLeeg } from './actie.ts'
import type { Datum } from './datum.ts'
import type { Leefgebied } from './document.ts'
import { type Blok, blokkenOf, heeftTekst, type Knoop } from './inhoud.ts'
import type { Keuze, Rol } from './rol.ts'

/** Who does an actie, as the client side may know it. P6 */
export type WieVoorClient =
  | { soort: 'ik' }
  | { soort: 'persoon'; naam: string; organisatie: string }
  | { soort: 'organisatie'; organisatie: string }
  | { soort: 'nog-niet-bekend' }

export type ActieVoorClient = {
  wat: string
  waarom: string
  wie: WieVoorClient
  wanneer: Datum | null
  leefgebied: Leefgebied | null
}

export type Tafelgenoot = { naam: string; organisatie: string; taak: string }

/** All that the client side gets while it sits at the table. S1, T6 */
type Tafelbeeld = {
  aanTafel: Tafelgenoot[]
  samenvatting: Blok[]
  plan: Blok[]
  acties: ActieVoorClient[]
}

export type DeelnemerVoorProjectie = {
  id: string
  naam: string
  organisatie: string
  taak: string
  rol: Rol
  keuze: Keuze
  aanwezig: boolean
}

type Bron = {
  deelnemers: readonly DeelnemerVoorProjectie[]
  samenvatting: readonly Knoop[]
  besluitvorming: readonly Knoop[]
  acties: readonly Conceptactie[]
}

/**
 * The projection: plain data of what samenvatting and besluitvorming say now.
 *
 * No id of anything leaves here, no author and no time, and no word about who left (T6, S1, D4).
 */
export function projectTafel({
  deelnemers,
  samenvatting,
  besluitvorming,
  acties,
}: Bron): Tafelbeeld {
  return {
    aanTafel: deelnemers
      .filter((deelnemer) => deelnemer.aanwezig && blijftAanTafel(deelnemer))
      .map(({ naam, organisatie, taak }) => ({ naam, organisatie, taak })),
    samenvatting: zonderLegeKoppen(blokkenOf(samenvatting)),
    plan: zonderLegeKoppen(blokkenOf(besluitvorming)),
    acties: acties
      .filter((actie) => !isLeeg(actie))
      .map(({ wat, waarom, wie, wanneer, leefgebied }) => ({
        wat,
        waarom,
        wie: wieVoorClient(wie, deelnemers),
        wanneer,
        leefgebied,
      })),
  }
}

/** An actie of somebody who vertrekt carries the name of his organisation alone. P6 */
export function wieVoorClient(
  wie: Conceptactie['wie'],
  deelnemers: readonly Pick<
    DeelnemerVoorProjectie,
    'id' | 'naam' | 'organisatie' | 'rol' | 'keuze'
  >[],
): WieVoorClient {
  if (!wie) return { soort: 'nog-niet-bekend' }
  if (wie.soort === 'client') return { soort: 'ik' }
  const deelnemer = deelnemers.find(({ id }) => id === wie.deelnemerId)
  if (!deelnemer) return { soort: 'nog-niet-bekend' }
  if (!blijftAanTafel(deelnemer))
    return { soort: 'organisatie', organisatie: deelnemer.organisatie }
  return { soort: 'persoon', naam: deelnemer.naam, organisatie: deelnemer.organisatie }
}

/** Names of those who vertrekken and yet carry an actie: the table is warned of it before T2. P6 */
export function vertrekkersMetActie(
  acties: readonly Conceptactie[],
  deelnemers: readonly Pick<DeelnemerVoorProjectie, 'id' | 'naam' | 'keuze'>[],
): string[] {
  const dragers = new Set(
    acties.flatMap(({ wie }) => (wie?.soort === 'deelnemer' ? [wie.deelnemerId] : [])),
  )
  return deelnemers.filter((d) => d.keuze === 'vertrekt' && dragers.has(d.id)).map((d) => d.naam)
}

export function blijftAanTafel({ rol, keuze }: { rol: Rol; keuze: Keuze }) {
  return rol !== 'partner' || keuze === 'blijft'
}

/** A heading above nothing tells the cliënt nothing; one above a smaller heading with text does. */
export function zonderLegeKoppen(blokken: Blok[]): Blok[] {
  return blokken.filter((blok, index) => {
    if (blok.soort !== 'kop') return heeftTekst([blok])
    const rest = blokken.slice(index + 1)
    const einde = rest.findIndex((later) => later.soort === 'kop' && later.niveau <= blok.niveau)
    return heeftTekst(einde === -1 ? rest : rest.slice(0, einde))
  })
}
