import type { Sql } from '#db/connection.ts'
import type { Contestant, Name } from '../contestants/contestant.ts'
import type { Options } from '../options.ts'

export type House = {
  options: Options
  contestants: readonly Contestant[]
  /** Those that have had work to do since they started. */
  warm: Set<Contestant>
  /** What PostgreSQL used so far, in µs: all its processes, also those that ended. */
  postgresCpu: () => number
  /** Where files go that somebody may want to look at. */
  results: string
  /** As the owner of the database: what nobody else could do at a moment of our choosing. */
  sql: Sql
  say: (text: string) => void
}

/** One line of the table. */
export type Row = {
  title: string
  unit: string
  cells: Partial<Record<Name, string>>
  goal: string
  reached: boolean | null
  /** Everything that the cells were made of. */
  detail: unknown
}

export type Scenario = (house: House) => Promise<Row[]>
