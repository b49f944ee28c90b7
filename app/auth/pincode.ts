const VORM = /^\d{5}$/

/** Five digits; spaces do not matter. Null for anything else. */
export function parsePin(text: string): string | null {
  const cijfers = text.replace(/\s/g, '')
  return VORM.test(cijfers) ? cijfers : null
}

/** A row of the keypad, one digit all over, or two in turn: what is guessed in five tries. */
export function isMakkelijk(pin: string): boolean {
  const stappen = [...pin]
    .slice(1)
    .map((cijfer, index) => (Number(cijfer) - Number(pin[index]) + 10) % 10)
  const alleGelijk = stappen.every((stap) => stap === stappen[0])
  const omEnOm = pin[0] === pin[2] && pin[2] === pin[4] && pin[1] === pin[3]
  const spiegel = pin[0] === pin[4] && pin[1] === pin[3]
  return alleGelijk || omEnOm || spiegel
}
