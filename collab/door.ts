import type { DocumentKey } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import { recordOf } from '#db/record.ts'
import { LIMITS } from './limits.ts'

type Who = { gebruikerId: string; sessieHash: string }

/** How many connections a session has, and what the record hears of each. */
export function createDoor(sql: Sql) {
  const seated = new Map<string, number>()
  // Each is a row in the record, which nobody may fill by opening and closing.
  const openings = new Map<string, number>()
  const forgetting = setInterval(() => openings.clear(), LIMITS.openingsMs)
  forgetting.unref()

  const hasSeat = ({ sessieHash }: Who) =>
    (seated.get(sessieHash) ?? 0) < LIMITS.connectionsPerSession

  return {
    hasSeat,
    /** Whether one more may be opened; asking counts. */
    knock(who: Who): boolean {
      const opened = openings.get(who.sessieHash) ?? 0
      if (!hasSeat(who) || opened >= LIMITS.openingsPerSession) return false
      openings.set(who.sessieHash, opened + 1)
      return true
    },
    /** No reading without its row: when this fails there is no 101. */
    recordReading: (key: DocumentKey, who: Who) =>
      recordOf(sql).write(auditOf('document-read', key, who)),
    recordRefusal: (key: DocumentKey, who: Who) =>
      recordOf(sql).refused(who.sessieHash, auditOf('reading-refused', key, who)),
    /** Takes a seat; answers with what leaves it. */
    enter({ sessieHash }: Who): () => void {
      seated.set(sessieHash, (seated.get(sessieHash) ?? 0) + 1)
      return () => {
        const left = (seated.get(sessieHash) ?? 1) - 1
        if (left === 0) seated.delete(sessieHash)
        else seated.set(sessieHash, left)
      }
    },
    close: () => clearInterval(forgetting),
  }
}

function auditOf(event: string, { overlegId, document }: DocumentKey, { gebruikerId }: Who) {
  const wat = `document:${document}`
  return { event, overlegId, gebruikerId, wat, details: { langs: 'collab' } }
}
