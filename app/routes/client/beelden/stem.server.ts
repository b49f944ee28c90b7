import type { Actiestem, Zinbeeld } from '#app/components/client/stembeeld.ts'
import type { Actieantwoord, Gegeven, Zinantwoord } from '#domain/antwoord.ts'
import type { Blok } from '#domain/inhoud.ts'
import type { ActieVoorClient } from '#domain/projectie.ts'
import { actieWoorden, koppelAntwoorden } from '#domain/stem.ts'
import { regelsOf, zinnenOf } from '#domain/zin.ts'

/** The samenvatting sentence by sentence, each with what was said of it. K3 */
export function zinbeeldenOf(
  samenvatting: readonly Blok[],
  gegeven: readonly Gegeven<Zinantwoord>[],
): Zinbeeld[] {
  const { stemmen } = koppelAntwoorden(zinnenOf(samenvatting), gegeven)
  return regelsOf(samenvatting).map((regel) => {
    if (regel.soort === 'kop') return regel
    const { sleutel, stukken } = regel
    const { antwoord, eerder } = stemmen.get(sleutel) ?? { antwoord: null, eerder: null }
    return { soort: 'zin', sleutel, tekst: stukken, antwoord, eerder }
  })
}

/** Each actie with what was said of it. */
export function metStem(
  acties: readonly ActieVoorClient[],
  gegeven: readonly Gegeven<Actieantwoord>[],
): (ActieVoorClient & { stem: Actiestem })[] {
  const teksten = acties.map((actie) => ({ actie, ...actieWoorden(actie) }))
  const { stemmen } = koppelAntwoorden(teksten, gegeven)
  return teksten.map(({ actie, sleutel }) => ({
    ...actie,
    stem: { sleutel, ...(stemmen.get(sleutel) ?? { antwoord: null, eerder: null }) },
  }))
}
