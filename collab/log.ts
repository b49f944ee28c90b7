type Line = { event: string } & Record<string, string | number | boolean | null>

/** One line per event: ids and codes, never names or contents. */
export type Log = { info(line: Line): void; warn(line: Line): void; error(line: Line): void }

/** What went wrong; never its message, which may quote what somebody wrote. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
