import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const Regel = z.object({ casus: z.uuid(), op: z.iso.datetime() })

/**
 * What was destroyed, outside the database: a backup from before would bring it back.
 *
 * Ids only, a line for each. On the disk before the casus goes: a line too many destroys nothing that was not due.
 */
export function addVernietigd(path: string, casusId: string, now: Date): void {
  if (listVernietigd(path).includes(casusId)) return
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  cutHalfLine(path)
  const file = openSync(path, 'a', 0o600)
  try {
    appendFileSync(file, `${JSON.stringify({ casus: casusId, op: now.toISOString() })}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A last line that was cut off names nothing that is gone yet; any other that cannot be read stops us. */
export function listVernietigd(path: string): string[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  return lines.filter(Boolean).map((line, index) => {
    const regel = Regel.safeParse(parse(line))
    if (!regel.success) throw new Error(`${path}: line ${index + 1} is not of a casus`)
    return regel.data.casus
  })
}

function cutHalfLine(path: string) {
  if (!existsSync(path)) return
  const bytes = readFileSync(path)
  truncateSync(path, bytes.lastIndexOf('\n') + 1)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
