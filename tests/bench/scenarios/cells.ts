import { NAMES, type Name } from '../contestants/contestant.ts'
import { median } from '../numbers.ts'

/** Per server the median, and from the least to the most. */
export function cellsOf<Round>(
  found: Partial<Record<Name, Round[]>>,
  pick: (round: Round) => number,
  digits: number,
): Partial<Record<Name, string>> {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const values = found[name]?.map(pick)
      return values ? [[name, spread(values, digits)]] : []
    }),
  )
}

function spread(values: readonly number[], digits: number): string {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map(
    (value) => value.toFixed(digits),
  )
  return values.length > 1 ? `${middle} (${least}–${most})` : `${middle}`
}

export function medianOf<Round>(rounds: Round[] | undefined, pick: (round: Round) => number) {
  return rounds ? median(rounds.map(pick)) : Number.NaN
}
