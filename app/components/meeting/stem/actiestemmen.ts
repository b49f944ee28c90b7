import type { Conceptactie } from '#domain/actie.ts'
import type { Actieantwoord, Gegeven, Stem } from '#domain/antwoord.ts'
import { wieVoorClient } from '#domain/projectie.ts'
import { actieWoorden, koppelAntwoorden } from '#domain/stem.ts'
import type { Tafelgast } from '../meeting.ts'

type Vraag = {
  acties: readonly Conceptactie[]
  deelnemers: readonly Tafelgast[]
  gegeven: readonly Gegeven<Actieantwoord>[]
}

/** By the id of an actie: what the cliënt says of it as it reads now. K3 */
export function actiestemmenOf({
  acties,
  deelnemers,
  gegeven,
}: Vraag): ReadonlyMap<string, Stem<Actieantwoord>> {
  const teksten = acties.map((actie) => ({
    id: actie.id,
    ...actieWoorden({ ...actie, wie: wieVoorClient(actie.wie, deelnemers) }),
  }))
  const { stemmen } = koppelAntwoorden(teksten, gegeven)
  return new Map(
    teksten.map(({ id, sleutel }) => [
      id,
      stemmen.get(sleutel) ?? { antwoord: null, eerder: null },
    ]),
  )
}
