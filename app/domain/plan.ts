import {
  type Actiestatus,
  type Conceptactie,
  isLeeg,
  isVolledig,
  type VolledigeActie,
} from './actie.ts'
import type { Datum } from './datum.ts'
import type { Refusal } from './refusal.ts'
import { accept, type Result, refuse } from './result.ts'
import type { Stand } from './toegang.ts'

type Vraag = {
  casushouder: { aanvaard: boolean } | null
  acties: Conceptactie[]
}

/** *Vaststellen*: a casushouder who accepted, at least one actie, and each with a wat, a wie and a wanneer. F4, P1 */
export function checkVaststellen(
  stand: Stand,
  { casushouder, acties }: Vraag,
): Result<VolledigeActie[], Refusal> {
  if (stand.overleg.status !== 'lopend') return refuse({ code: 'overleg-niet-lopend' })
  if (stand.dicht) return refuse({ code: 'overleg-dicht' })
  if (stand.besloten) return refuse({ code: 'besloten-tijd-loopt' })
  if (stand.overleg.fase !== 'besluitvorming') return refuse({ code: 'nog-geen-besluitvorming' })
  if (!casushouder) return refuse({ code: 'casushouder-ontbreekt' })
  if (!casushouder.aanvaard) return refuse({ code: 'casushouder-niet-aanvaard' })

  const geschreven = acties.filter((actie) => !isLeeg(actie))
  if (geschreven.length === 0) return refuse({ code: 'actie-ontbreekt' })

  const nummers = geschreven.flatMap((actie, index) => (isVolledig(actie) ? [] : [index + 1]))
  if (nummers.length > 0) return refuse({ code: 'actie-onvolledig', nummers })
  return accept(geschreven.filter(isVolledig))
}

type Lopend = {
  acties: readonly { status: Actiestatus }[]
  monitoring: readonly { datum: Datum }[]
}

/** A plan runs as long as there is something to do in it, or somebody still comes to ask how it goes. S5 */
export function isPlanVoorbij({ acties, monitoring }: Lopend, vandaag: Datum): boolean {
  const bezig = acties.some(({ status }) => status === 'open' || status === 'loopt')
  return !bezig && monitoring.every(({ datum }) => datum < vandaag)
}
