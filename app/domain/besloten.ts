import type { Refusal } from './refusal.ts'
import { accept, type Result, refuse } from './result.ts'
import type { Stand } from './toegang.ts'

/** How long the cliënt is alone with whom he brought. K4 */
export const BESLOTEN_MINUTEN = 10

/** Why a procesregisseur ends it before its time: a code, since words of such a moment belong in no record. */
export const BESLOTEN_EINDEN = {
  'op-verzoek': 'De cliënt vraagt erom',
  dringend: 'Er is iets dringends',
} as const
export type Beslotenreden = keyof typeof BESLOTEN_EINDEN

export function checkGeefBesloten({ overleg, besloten }: Stand): Result<null, Refusal> {
  if (overleg.status !== 'lopend') return refuse({ code: 'overleg-niet-lopend' })
  if (overleg.tafel !== 'met-client') return refuse({ code: 'client-zit-niet-aan-tafel' })
  return besloten ? refuse({ code: 'besloten-tijd-loopt' }) : accept(null)
}
