/** What came of one try: gone, later again, or never. */
export type Uitkomst =
  | { soort: 'verzonden' }
  | { soort: 'later'; fout: string; bereikt: 'server' | 'niets' }
  | { soort: 'nooit'; fout: string }

const PAUZES_IN_MINUTEN = [1, 5, 15, 60, 180, 360]

/** How long to wait after this many tries that failed; null: it is given up. */
export function pauzeNa(pogingen: number): number | null {
  return PAUZES_IN_MINUTEN[pogingen - 1] ?? null
}

/**
 * A refusal of this recipient or this mail (5xx after RCPT TO or DATA) stays one; everything else may pass.
 *
 * A wrong password or a refused sender is a mistake of the house, that somebody mends: no mail is lost by it.
 */
export function uitkomstVan(error: unknown): Uitkomst {
  const status = Number(veld(error, 'responseCode'))
  const isAntwoord = status >= 400 && status < 600
  const fout = isAntwoord ? String(status) : codeVan(error)
  if (isAntwoord && status >= 500 && isOverDezeMail(String(veld(error, 'command')))) {
    return { soort: 'nooit', fout }
  }
  const bereikt = isAntwoord && isOverDezeMail(String(veld(error, 'command'))) ? 'server' : 'niets'
  return { soort: 'later', fout, bereikt }
}

function isOverDezeMail(command: string): boolean {
  return command === 'RCPT TO' || command === 'DATA'
}

function codeVan(error: unknown): string {
  const code = String(veld(error, 'code'))
  return /^[A-Za-z0-9_]{1,40}$/.test(code) ? code : 'onbekend'
}

function veld(error: unknown, naam: string): unknown {
  return typeof error === 'object' && error !== null
    ? new Map(Object.entries(error)).get(naam)
    : undefined
}
