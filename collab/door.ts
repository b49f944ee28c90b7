import type { IncomingMessage } from 'node:http'
import { COLLAB_PATH, type DocumentKey, parseDocumentName } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import { recordOf } from '#db/record.ts'
import { LIMITS } from './limits.ts'
import type { Rights } from './rights.ts'
import { type Room, toegangVan } from './room.ts'
import type { Rooms } from './rooms.ts'

export type Identity = {
  gebruikerId: string
  sessieHash: string
  naam: string
  organisatie: string
}

/** Who somebody is, and who somebody is not. */
export type Doorkeeper = {
  /** A professional, by his cookie; the client side has no right to a document, ever (S1). */
  authenticate: (cookieHeader: string | undefined) => Promise<Identity | null>
  /** Somebody who is no professional tried this document: the record may want to know who that is. */
  stranger?: (cookieHeader: string | undefined, key: DocumentKey) => void
}

type Admission =
  | { room: Room; identity: Identity }
  /** An answer in HTTP, before any byte of a document. */
  | { refused: 401 | 403 | 429 | 503 }

type Options = Doorkeeper & { sql: Sql; rooms: Rooms; rights: Rights }

/** Who may come in, asked before 101: known, allowed now, in the record, and not too many at once. */
export function createDoor({ sql, rooms, rights, authenticate, stranger }: Options) {
  const inside = new Map<string, number>()
  // Each is a row in the record, which nobody may fill by opening and closing.
  const openings = new Map<string, number>()
  const forgetting = setInterval(() => openings.clear(), LIMITS.openingsMs)
  forgetting.unref()

  /** The room that is answered with is kept until its caller registers a connection there, or says `rooms.left`. */
  async function admit({ url = '', headers: { cookie } }: IncomingMessage): Promise<Admission> {
    const path = new URL(url, 'http://collab').pathname
    const key = parseDocumentName(path.slice(COLLAB_PATH.length + 1))
    const identity = await authenticate(cookie)
    if (!identity) {
      if (key) stranger?.(cookie, key)
      return { refused: 401 }
    }
    const room = key && (await rooms.open(key))
    if (room) await rights.refresh(room.key.overlegId)
    // The same answer for what is not his, what is not yet or no longer his, and what does not exist.
    if (!room || toegangVan(room, identity.gebruikerId) === 'geen') {
      if (room) rooms.left(room)
      if (key) recordOf(sql).refused(identity.sessieHash, auditOf('reading-refused', key, identity))
      return { refused: 403 }
    }
    const refused = await recordReading(room, identity)
    if (refused) rooms.left(room)
    return refused ? { refused } : { room, identity }
  }

  /** No reading without its row: without it there is no 101. */
  async function recordReading(room: Room, identity: Identity): Promise<429 | 503 | null> {
    const { sessieHash } = identity
    const opened = openings.get(sessieHash) ?? 0
    if (isFull(sessieHash) || opened >= LIMITS.openingsPerSession) return 429
    openings.set(sessieHash, opened + 1)
    try {
      await recordOf(sql).write(auditOf('document-read', room.key, identity))
    } catch (error) {
      rooms.left(room)
      throw error
    }
    // It was forgotten while the database let us wait: nothing would reach this connection there.
    if (!rooms.isOpen(room)) return 503
    // Asked again, where nothing is waited for any more: many at once do not pass together.
    return isFull(sessieHash) ? 429 : null
  }

  function isFull(sessieHash: string): boolean {
    return (inside.get(sessieHash) ?? 0) >= LIMITS.connectionsPerSession
  }

  return {
    admit,
    enter(sessieHash: string) {
      inside.set(sessieHash, (inside.get(sessieHash) ?? 0) + 1)
    },
    leave(sessieHash: string) {
      const left = (inside.get(sessieHash) ?? 1) - 1
      if (left > 0) inside.set(sessieHash, left)
      else inside.delete(sessieHash)
    },
    close: () => clearInterval(forgetting),
  }
}

function auditOf(event: string, { overlegId, document }: DocumentKey, { gebruikerId }: Identity) {
  const wat = `document:${document}`
  return { event, overlegId, gebruikerId, wat, details: { langs: 'collab' } }
}
