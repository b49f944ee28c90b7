import { randomInt } from 'node:crypto'

// Without what looks alike on paper, as in the letter of a cliënt.
const ALFABET = 'ACDEFGHJKMNPQRTUVWXY34679'
const AANTAL = 10
const GROEPEN = 3
const GROEP = 4

/** A code as it is typed: which of the ten, and the rest of it. */
type Herstelcode = { nummer: number; code: string }

/** Ten codes; the number in front says which one it is. Twelve characters of 25: 55 bits, behind a slow hash. */
export function createHerstelcodes(): string[] {
  return Array.from({ length: AANTAL }, (_, index) =>
    [String(index + 1), ...Array.from({ length: GROEPEN }, createGroep)].join('-'),
  )
}

/** Capitals, spaces and hyphens do not matter; null for what can be no code. */
export function parseHerstelcode(text: string): Herstelcode | null {
  const tekens = text.toUpperCase().replace(/[\s-]/g, '')
  const [, nummer, code] = /^(10|[1-9])([A-Z0-9]{12})$/.exec(tekens) ?? []
  return nummer && code ? { nummer: Number(nummer), code } : null
}

function createGroep(): string {
  return Array.from({ length: GROEP }, () => ALFABET[randomInt(ALFABET.length)]).join('')
}
