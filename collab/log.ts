type Line = { event: string } & Record<string, string | number | boolean | null>

/** One line per event: ids and codes, never names or contents. */
export type Log = { info(line: Line): void; warn(line: Line): void; error(line: Line): void }
