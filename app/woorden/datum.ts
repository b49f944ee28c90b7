import type { Datum } from '#domain/datum.ts'
import type { Taal } from './taal.ts'

const LANDSTAAL = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Taal, string>
const NEDERLAND = { timeZone: 'Europe/Amsterdam' } as const

/** "dinsdag 8 december, 10.00 uur", "Tuesday 8 December, 10.00" */
export function momentIn(taal: Taal, moment: Date): string {
  const dag = new Intl.DateTimeFormat(LANDSTAAL[taal], {
    ...NEDERLAND,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(moment)
  const tijd = new Intl.DateTimeFormat(LANDSTAAL[taal], {
    ...NEDERLAND,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment)
  return `${dag}, ${tijd.replace(':', '.')}${taal === 'nl' ? ' uur' : ''}`
}

/** "8 december 2026", "8 December 2026" */
export function datumIn(taal: Taal, datum: Datum): string {
  // A day has no zone: as UTC it stays the day that it is.
  const opties = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat(LANDSTAAL[taal], opties).format(new Date(`${datum}T00:00:00Z`))
}
