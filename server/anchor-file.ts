import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = 'audit-anchor.jsonl'

const Anchor = z.strictObject({
  nr: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  /** The database was put back to this link: what was anchored after it is gone with reason. */
  restored: z.literal(true).optional(),
})
/** Where the chain of the audit ended at some moment. */
export type Anchor = z.infer<typeof Anchor>

export type Anchors = { path: string; lines: (Anchor | null)[] }

/** All lines; null for one that cannot be read. No file is no lines. */
export async function readAnchors(folder: string): Promise<Anchors> {
  const path = join(folder, FILE)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return { path, lines: text.split('\n').filter(Boolean).map(parseAnchor) }
}

/** After a restore: `appendAnchor(folder, { ...last link of the restored database, at, restored: true })`. */
export async function appendAnchor(folder: string, anchor: Anchor): Promise<void> {
  await mkdir(folder, { recursive: true })
  await appendFile(join(folder, FILE), `${JSON.stringify(anchor)}\n`, { mode: 0o600 })
}

function parseAnchor(line: string): Anchor | null {
  try {
    return Anchor.parse(JSON.parse(line))
  } catch {
    return null
  }
}
