import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { type Wachtwoordcontext, wachtwoordfoutOf } from '#domain/wachtwoord.ts'
import { VEELGEBRUIKT } from './veelgebruikte-wachtwoorden.server.ts'

const LIJST: ReadonlySet<string> = new Set(VEELGEBRUIKT.trim().split(/\s+/))

/** Whether this person may have this password. The list of what everybody tries stays on the server. */
export function checkWachtwoord(
  wachtwoord: string,
  persoon: Omit<Wachtwoordcontext, 'veelgebruikt'>,
): Result<null, Refusal> {
  const reden = wachtwoordfoutOf(wachtwoord, { ...persoon, veelgebruikt: LIJST })
  return reden ? refuse({ code: 'wachtwoord-te-zwak', reden }) : accept(null)
}
