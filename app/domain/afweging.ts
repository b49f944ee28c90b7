import type { Overleg } from './fase.ts'
import type { Refusal } from './refusal.ts'
import { accept, type Result, refuse } from './result.ts'
import type { ZonderClientReden } from './tafel.ts'
import type { Stand } from './toegang.ts'

/** What can be proposed: without the cliënt, with why; or with him after all. F7 */
export type Afwegingsvoorstel =
  | { voorstel: 'zonder'; reden: ZonderClientReden; toelichting: string }
  | { voorstel: 'met' }

export const AFWEGINGSUITKOMSTEN = {
  bevestigd: 'Bevestigd',
  geweigerd: 'Niet mee eens',
  ingetrokken: 'Ingetrokken',
} as const
export type Afwegingsuitkomst = keyof typeof AFWEGINGSUITKOMSTEN

type OpenVoorstel = { id: string } | null

/** One proposal at a time, beforehand, and only for what it is not already. F7 */
export function proposeAfweging(
  { overleg, metClient }: Stand,
  { open, nieuw }: { open: OpenVoorstel; nieuw: Afwegingsvoorstel },
): Result<Afwegingsvoorstel, Refusal> {
  if (overleg.status !== 'gepland') return refuse({ code: 'overleg-niet-gepland' })
  if (open) return refuse({ code: 'voorstel-open' })
  if (nieuw.voorstel === 'met') {
    return metClient ? refuse({ code: 'overleg-met-client' }) : accept(nieuw)
  }
  if (!metClient) return refuse({ code: 'overleg-zonder-client' })
  if (nieuw.reden === 'anders' && !nieuw.toelichting.trim()) {
    return refuse({ code: 'reden-ontbreekt' })
  }
  return accept(nieuw)
}

type Antwoord = {
  open: OpenVoorstel
  /** The proposal that was on the screen: an answer belongs to no other. */
  opScherm: string
  uitkomst: Afwegingsuitkomst
  reden: string
  voorstel: Afwegingsvoorstel['voorstel'] | null
  /** Whether anybody of the client side has a letter: his code opens the wachtkamer. */
  metBrief: boolean
}

/** To confirm, to refuse with a reason, or to take it back. F7 */
export function answerAfweging(
  overleg: Overleg,
  { open, opScherm, uitkomst, reden, voorstel, metBrief }: Antwoord,
): Result<Afwegingsuitkomst, Refusal> {
  if (overleg.status !== 'gepland') return refuse({ code: 'overleg-niet-gepland' })
  if (open?.id !== opScherm) return refuse({ code: 'voorstel-beantwoord' })
  if (uitkomst === 'geweigerd' && !reden.trim()) return refuse({ code: 'reden-ontbreekt' })
  // Somebody calls him first: who has a letter would wait at a door that nobody opens.
  if (uitkomst === 'bevestigd' && voorstel === 'zonder' && metBrief) {
    return refuse({ code: 'client-al-uitgenodigd' })
  }
  return accept(uitkomst)
}

/**
 * An overleg does not begin while it is undecided whether the cliënt comes. F7
 *
 * Nobody is stuck by it: the procesregisseur can take his proposal back, and then it stays as it was.
 */
export function checkAfgewogen(open: OpenVoorstel): Result<null, Refusal> {
  return open ? refuse({ code: 'voorstel-open' }) : accept(null)
}
