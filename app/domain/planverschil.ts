import type { Datum } from './datum.ts'
import type { WieVoorClient } from './projectie.ts'

/** A plan as the client side reads it, as far as it is compared: nothing else of it can come out. S1, P6 */
export type Vergelijkbaar = {
  zinnen: readonly string[]
  acties: readonly Vergelijkactie[]
  volgende: Datum | null
}
export type Vergelijkactie = { wat: string; wie: WieVoorClient; wanneer: Datum; klaar: boolean }

export type Actieverschil = { eerst: Vergelijkactie; nu: Vergelijkactie }

type Planverschil = {
  acties: {
    nieuw: Vergelijkactie[]
    veranderd: Actieverschil[]
    /** No longer in the plan; `klaar` when that is because it was done. */
    weg: Vergelijkactie[]
  }
  zinnen: { nieuw: string[]; weg: string[] }
  volgende: { eerst: Datum; nu: Datum } | null
}

/** From how many of their words in common two acties are one that was changed. */
const ZELFDE_ACTIE = 0.6

/** What is different in the newer of two plans of one person. K8 */
export function vergelijkPlannen(oud: Vergelijkbaar, nieuw: Vergelijkbaar): Planverschil {
  const paren = koppel(oud.acties, nieuw.acties)
  const eerst = new Set(paren.map((paar) => paar.eerst))
  const nu = new Set(paren.map((paar) => paar.nu))
  return {
    acties: {
      nieuw: nieuw.acties.filter((actie) => !nu.has(actie)),
      veranderd: paren.filter(isAnders),
      weg: oud.acties.filter((actie) => !eerst.has(actie)),
    },
    zinnen: {
      nieuw: zonder(nieuw.zinnen, oud.zinnen),
      weg: zonder(oud.zinnen, nieuw.zinnen),
    },
    volgende:
      oud.volgende && nieuw.volgende && oud.volgende !== nieuw.volgende
        ? { eerst: oud.volgende, nu: nieuw.volgende }
        : null,
  }
}

export function isZonderVerschil({ acties, zinnen, volgende }: Planverschil): boolean {
  const lijsten = [acties.nieuw, acties.veranderd, acties.weg, zinnen.nieuw, zinnen.weg]
  return volgende === null && lijsten.every((lijst) => lijst.length === 0)
}

/** The same words first, so that a copy is never taken for a change of its neighbour; then what is most alike. */
function koppel(oud: readonly Vergelijkactie[], nieuw: readonly Vergelijkactie[]): Actieverschil[] {
  const kandidaten = nieuw
    .flatMap((nu) => oud.map((eerst) => ({ eerst, nu, gelijk: gelijkenis(eerst, nu) })))
    .filter(({ gelijk }) => gelijk >= ZELFDE_ACTIE)
    .toSorted((a, b) => b.gelijk - a.gelijk)
  const paren: Actieverschil[] = []
  for (const { eerst, nu } of kandidaten) {
    if (paren.some((paar) => paar.eerst === eerst || paar.nu === nu)) continue
    paren.push({ eerst, nu })
  }
  return paren.toSorted((a, b) => nieuw.indexOf(a.nu) - nieuw.indexOf(b.nu))
}

function gelijkenis(een: Vergelijkactie, ander: Vergelijkactie): number {
  if (vlak(een.wat) === vlak(ander.wat)) return isZelfdeWie(een.wie, ander.wie) ? 3 : 2
  // Two people who do nearly the same do two things.
  return isZelfdeWie(een.wie, ander.wie) ? overlap(een.wat, ander.wat) : 0
}

function overlap(een: string, ander: string): number {
  const links = new Set(woordenVan(een))
  const rechts = new Set(woordenVan(ander))
  const samen = [...links].filter((woord) => rechts.has(woord)).length
  return links.size + rechts.size === 0 ? 0 : (2 * samen) / (links.size + rechts.size)
}

function isAnders({ eerst, nu }: Actieverschil): boolean {
  return (
    vlak(eerst.wat) !== vlak(nu.wat) ||
    eerst.wanneer !== nu.wanneer ||
    !isZelfdeWie(eerst.wie, nu.wie)
  )
}

/** A name that became its organisatie, or the other way, would tell who left the table this time: that is no change. T6, P6 */
export function isZelfdeWie(een: WieVoorClient, ander: WieVoorClient): boolean {
  if (een.soort === 'persoon' && ander.soort === 'persoon') {
    return een.naam === ander.naam && een.organisatie === ander.organisatie
  }
  return organisatieVan(een) === organisatieVan(ander)
}

function organisatieVan(wie: WieVoorClient): string {
  return 'organisatie' in wie ? `van ${wie.organisatie}` : wie.soort
}

function zonder(zinnen: readonly string[], andere: readonly string[]): string[] {
  const bekend = new Set(andere.map(vlak))
  return zinnen.filter((zin) => !bekend.has(vlak(zin)))
}

function woordenVan(tekst: string): string[] {
  return vlak(tekst).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A capital or a space more is no change that anybody needs to hear of. */
function vlak(tekst: string): string {
  return tekst.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
