import { createHash } from 'node:crypto'

const MERK = 'sha256:'

/** What the database keeps of a session id, or of a token: enough to recognise it, nothing to use. */
export function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}

/** Lists of sessions name them by their hash. The mark says that this is not an id. */
export function markeer(hash: string): string {
  return `${MERK}${hash}`
}

export function isGemerkt(id: string): boolean {
  return id.startsWith(MERK)
}

/** A marked id may end a session; as a cookie it is refused. */
export function hashOfGemerkt(id: string): string {
  return isGemerkt(id) ? id.slice(MERK.length) : hashOf(id)
}
