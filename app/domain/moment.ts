import { parseDatum } from './datum.ts'

const MINUUT_IN_MS = 60_000
/** Summer time first: of an hour that comes twice in autumn, the first is meant. */
const ACHTER_OP_NEDERLAND = [120, 60]

const NEDERLAND = { timeZone: 'Europe/Amsterdam' } as const
const DAG = new Intl.DateTimeFormat('nl-NL', {
  ...NEDERLAND,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})
const TIJD = new Intl.DateTimeFormat('nl-NL', {
  ...NEDERLAND,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const KLOK = new Intl.DateTimeFormat('sv-SE', {
  ...NEDERLAND,
  dateStyle: 'short',
  timeStyle: 'short',
})

/**
 * The moment at which a clock in the Netherlands shows this day and time.
 *
 * Null when none ever does: in spring, half past two is skipped for a night.
 */
export function parseMoment(datumTekst: unknown, tijdTekst: unknown): Date | null {
  const datum = parseDatum(datumTekst)
  const tijd = typeof tijdTekst === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(tijdTekst)
  if (!datum || !tijd) return null

  const inUtc = Date.parse(`${datum}T${tijdTekst}:00Z`)
  const momenten = ACHTER_OP_NEDERLAND.map((minuten) => new Date(inUtc - minuten * MINUUT_IN_MS))
  return momenten.find((moment) => KLOK.format(moment) === `${datum} ${tijdTekst}`) ?? null
}

/** What a calendar and a clock in the Netherlands show: the values of two native inputs. */
export function formatMoment(moment: Date): { datum: string; tijd: string } {
  const [datum = '', tijd = ''] = KLOK.format(moment).split(' ')
  return { datum, tijd }
}

/** "dinsdag 8 december, 10.00 uur" */
export function momentTekst(moment: Date): string {
  return `${DAG.format(moment)}, ${tijdTekst(moment)} uur`
}

/** "10.31" */
export function tijdTekst(moment: Date): string {
  return TIJD.format(moment).replace(':', '.')
}
