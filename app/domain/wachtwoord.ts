export const KORTSTE_WACHTWOORD = 12
export const AANGERADEN_WACHTWOORD = 15
export const LANGSTE_WACHTWOORD = 200

const WACHTWOORDFOUTEN = [
  'te-kort',
  'te-lang',
  'veelgebruikt',
  'voorspelbaar',
  'eigen-woord',
  'hetzelfde',
] as const
export type Wachtwoordfout = (typeof WACHTWOORDFOUTEN)[number]

/** Of whom the password is; `veelgebruikt` are the passwords that everybody tries first, in small letters. */
export type Wachtwoordcontext = {
  naam: string
  email: string
  organisatie: string
  veelgebruikt: ReadonlySet<string>
}

const EIGEN_WOORDEN = ['veiligheidshuis', 'focustafel', 'focusoverleg']
/** "van", "tom" and "nl" are in half of all sentences. */
const KORTSTE_EIGEN_WOORD = 4
const MINSTE_TEKENS = 5
const RIJEN = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const KORTSTE_RIJ = 4

const LETTERS = new Map(
  Object.entries({
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  }),
)

/**
 * What is wrong with this as a password, or null.
 *
 * Length and being hard to guess, and nothing about capitals or digits: those make passwords that nobody remembers.
 */
export function wachtwoordfoutOf(
  wachtwoord: string,
  context: Wachtwoordcontext,
): Wachtwoordfout | null {
  const lengte = [...wachtwoord].length
  if (lengte < KORTSTE_WACHTWOORD) return 'te-kort'
  if (lengte > LANGSTE_WACHTWOORD) return 'te-lang'
  const klein = wachtwoord.toLowerCase()
  if (isVeelgebruikt(klein, context.veelgebruikt)) return 'veelgebruikt'
  if (isVoorspelbaar(klein)) return 'voorspelbaar'
  if (
    eigenWoorden(context).some(
      (woord) => klein.includes(woord) || alsLetters(klein).includes(woord),
    )
  ) {
    return 'eigen-woord'
  }
  return null
}

/** The word itself, as it is read in `p@ssw0rd`, and without the year and the exclamation mark that everybody puts behind it. */
function isVeelgebruikt(klein: string, lijst: ReadonlySet<string>): boolean {
  const kern = klein.replace(/^[^a-z]+|[^a-z]+$/g, '')
  const zonderEinde = klein.replace(/[\d\W_]+$/, '')
  return [klein, kern, alsLetters(kern), alsLetters(zonderEinde)].some((woord) => lijst.has(woord))
}

function isVoorspelbaar(klein: string): boolean {
  if (new Set(klein).size < MINSTE_TEKENS) return true
  if (/^(.{1,8}?)\1+.{0,3}$/s.test(klein)) return true
  return zonderRijen(klein).length < KORTSTE_RIJ
}

/** What is left when every row of the alphabet or the keyboard is taken out, forwards and backwards. */
function zonderRijen(klein: string): string {
  const stukken = RIJEN.flatMap((rij) => [rij, [...rij].reverse().join('')])
  let rest = ''
  let plek = 0
  while (plek < klein.length) {
    const lengte = Math.max(...stukken.map((rij) => gelijkOp(rij, klein, plek)))
    if (lengte < KORTSTE_RIJ) rest += klein[plek] ?? ''
    plek += lengte < KORTSTE_RIJ ? 1 : lengte
  }
  return rest
}

function gelijkOp(rij: string, tekst: string, plek: number): number {
  const begin = rij.indexOf(tekst[plek] ?? ' ')
  if (begin < 0) return 0
  let lengte = 0
  while (begin + lengte < rij.length && rij[begin + lengte] === tekst[plek + lengte]) lengte += 1
  return lengte
}

function eigenWoorden({ naam, email, organisatie }: Wachtwoordcontext): string[] {
  const woorden = `${naam} ${email.split('@', 1)[0]} ${organisatie}`
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
  return [...EIGEN_WOORDEN, ...woorden.filter((woord) => woord.length >= KORTSTE_EIGEN_WOORD)]
}

function alsLetters(tekst: string): string {
  return [...tekst].map((teken) => LETTERS.get(teken) ?? teken).join('')
}
