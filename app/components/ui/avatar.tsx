/** Eight dark colours with white initials; purple is not among them. */
const AVATAR_COLOURS = 8

const AANHEF = /^(de heer|meneer|mijnheer|mevrouw|dhr|mevr|mw)\.?\s+/i

type Props = { name: string; colour?: number | 'client'; small?: boolean }

/** Initials in a circle. Only decoration: the name stands beside it, or in the label around it. */
export function Avatar({ name, colour = colourOf(name), small = false }: Props) {
  return (
    <span className={`avatar avatar--${colour}${small ? ' avatar--small' : ''}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

/** First letter of the first and of the last word: Tess van der Vries is TV, meneer K. A. is KA. */
function initialsOf(name: string) {
  const words = name.replace(AANHEF, '').replaceAll('.', ' ').trim().split(/\s+/)
  const letters = words.length > 1 ? [words.at(0), words.at(-1)] : [words.at(0)]
  return letters.map((word) => [...(word ?? '')].at(0)?.toUpperCase() ?? '').join('')
}

function colourOf(text: string) {
  let sum = 0
  for (const char of text) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521
  return sum % AVATAR_COLOURS
}
