// What steers the direction or is not seen at all: of no use on paper, and a way to make a name look like another.
const ONZICHTBAAR = /[\p{Cf}\p{Co}\p{Cs}]|(?!\n)\p{Cc}/gu
const VERVANGING = '\ufffd'
// Typst fails on thousands of marks on one letter, and then there is no paper at all. No word of a language needs five that
// have no letter of their own with the one below them: what more there are is a joke, or a try.
const TE_VEEL_ACCENTEN = /(\p{M}{4})\p{M}+/gu

/** The characters that a TrueType font can draw, from its table `cmap` (format 12: all of Unicode, or 4: its first plane). */
export function readCharacters(font: Buffer): Set<number> {
  const cmap = tableOf(font, 'cmap')
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4)),
  )
  const large = subtables.find((table) => table.readUInt16BE(0) === 12)
  const small = subtables.find((table) => table.readUInt16BE(0) === 4)
  if (large) return new Set(groupsOf(large).flatMap(rangeOf))
  if (small) return new Set(segmentsOf(small).flatMap(rangeOf))
  throw new Error('A font without a table of characters')
}

/** Text as it can be printed: PDF/UA refuses a page with a character that its font does not have. */
export function printable(text: string, characters: ReadonlySet<number>): string {
  const plain = text.replace(ONZICHTBAAR, '').normalize('NFC').replace(TE_VEEL_ACCENTEN, '$1')
  return Array.from(plain, (teken) =>
    teken === '\n' || characters.has(teken.codePointAt(0) ?? 0) ? teken : VERVANGING,
  ).join('')
}

type Range = { first: number; last: number }

function tableOf(font: Buffer, tag: string): Buffer {
  const count = font.readUInt16BE(4)
  for (let at = 12; at < 12 + count * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) !== tag) continue
    const begin = font.readUInt32BE(at + 8)
    return font.subarray(begin, begin + font.readUInt32BE(at + 12))
  }
  throw new Error(`A font without a table ${tag}`)
}

function groupsOf(table: Buffer): Range[] {
  return Array.from({ length: table.readUInt32BE(12) }, (_, index) => ({
    first: table.readUInt32BE(16 + index * 12),
    last: table.readUInt32BE(16 + index * 12 + 4),
  }))
}

// The last segment is 0xffff alone, which is no character.
function segmentsOf(table: Buffer): Range[] {
  const count = table.readUInt16BE(6) / 2
  return Array.from({ length: count - 1 }, (_, index) => ({
    first: table.readUInt16BE(16 + (count + index) * 2),
    last: table.readUInt16BE(14 + index * 2),
  }))
}

function rangeOf({ first, last }: Range): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
