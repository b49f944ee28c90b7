import { parseDatum } from './datum.ts'

const MINUUT_IN_MS = 60_000
/** Summer time first: of an hour that comes twice in autumn, the first is meant. */
const ACHTER_OP_NEDERLAND = [120, 60]

const KLOK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
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
