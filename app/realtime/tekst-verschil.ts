/** One replacement that makes `na` of `voor`. */
type Verschil = { index: number; weg: number; erbij: string }

/** Finds the smallest single replacement, never through the middle of a surrogate pair. */
export function verschilTussen(voor: string, na: string): Verschil | null {
  if (voor === na) return null
  const kort = Math.min(voor.length, na.length)
  let begin = 0
  while (begin < kort && voor[begin] === na[begin]) begin += 1
  if (isHoog(voor.charCodeAt(begin - 1))) begin -= 1

  let eind = 0
  while (eind < kort - begin && voor.at(-1 - eind) === na.at(-1 - eind)) eind += 1
  if (eind > 0 && isLaag(voor.charCodeAt(voor.length - eind))) eind -= 1

  return { index: begin, weg: voor.length - begin - eind, erbij: na.slice(begin, na.length - eind) }
}

/** Where a caret at `positie` stands after somebody else's replacement. */
export function verschuif(positie: number, { index, weg, erbij }: Verschil): number {
  if (positie <= index) return positie
  if (positie >= index + weg) return positie - weg + erbij.length
  return index + erbij.length
}

function isHoog(code: number) {
  return code >= 0xd800 && code <= 0xdbff
}

function isLaag(code: number) {
  return code >= 0xdc00 && code <= 0xdfff
}
