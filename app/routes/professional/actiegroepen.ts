import { type Actiestatus, isLopend } from '#domain/actie.ts'
import { addDagen, type Datum } from '#domain/datum.ts'

export const ACTIEGROEPEN = ['te-laat', 'deze-week', 'later', 'klaar'] as const
export type Actiegroep = (typeof ACTIEGROEPEN)[number]

/** Where an actie stands in the list of a person. The week ends on Sunday. */
export function actiegroepOf(
  { status, wanneer }: { status: Actiestatus; wanneer: Datum },
  vandaag: Datum,
): Actiegroep {
  if (!isLopend(status)) return 'klaar'
  if (wanneer < vandaag) return 'te-laat'
  return wanneer <= zondagNa(vandaag) ? 'deze-week' : 'later'
}

function zondagNa(datum: Datum): Datum {
  const weekdag = new Date(`${datum}T00:00:00Z`).getUTCDay()
  return addDagen(datum, (7 - weekdag) % 7)
}
