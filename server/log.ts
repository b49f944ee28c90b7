import { createHmac } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Env } from './env.ts'

type Line = { event: string } & Record<string, string | number | boolean | null>

/** One JSON line per event: ids and codes, never names or contents. */
export type Log = {
  info(line: Line): void
  warn(line: Line): void
  error(line: Line): void
}

/** On standard output; in a demo, where people read what is printed, in a file. */
export function createLog({ mode, logLevel, dataDir }: Env): Log {
  const options = { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  if (mode !== 'production') mkdirSync(dataDir, { recursive: true })
  const dest = mode === 'production' ? 1 : join(dataDir, 'focustafel.log')
  const logger = pino(options, pino.destination({ dest, sync: true }))
  return {
    info: (line) => logger.info(line),
    warn: (line) => logger.warn(line),
    error: (line) => logger.error(line),
  }
}

/** What went wrong, and where. Not the message: it may quote what somebody wrote. */
export function describeError(error: unknown): Record<string, string | null> {
  if (!(error instanceof Error)) return { fout: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const plek = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/^at /, ''))
    .join(' < ')
  const oorzaak = error.cause instanceof Error ? error.cause.name : null
  return { fout: error.name, code, oorzaak, plek }
}

/** Relates the lines of one address to each other, and says nothing about whose it is. */
export function createPseudonym(secret: string): (address: string | undefined) => string {
  return (address) =>
    createHmac('sha256', secret).update(`adres.${address}`).digest('hex').slice(0, 12)
}

/** A path with everything left out that is not a word of ours or the id of a row: invitations are secret. */
export function describePath(path: string): string {
  const parts = path.split('/').map((part) => (isPlain(part) ? part : '*'))
  if (parts[1] === 'uitnodiging') return '/uitnodiging/*'
  return parts.slice(0, 6).join('/')
}

function isPlain(part: string): boolean {
  return (
    /^[a-z_.-]{0,30}$/.test(part) ||
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.data)?$/.test(part)
  )
}
