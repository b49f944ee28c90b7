import type { Geweigerd } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import { recordOf } from '#db/record.ts'
import type { Connection } from './connection.ts'
import { LIMITS } from './limits.ts'

/** Whether the record is due to hear that this connection writes; asking takes the turn. */
export function takeTurn(connection: Connection): boolean {
  const { recordedAt } = connection
  if (recordedAt !== null && Date.now() - recordedAt < LIMITS.recordMs) return false
  connection.recordedAt = Date.now()
  return true
}

/** Once for each reason: a browser that may not write goes on trying. */
export function recordRefusal(sql: Sql, connection: Connection, reden: Geweigerd) {
  const { recordedRefusals, sessieHash, persoon, room } = connection
  if (recordedRefusals.has(reden)) return
  recordedRefusals.add(reden)
  const { overlegId, document } = room.key
  const { gebruikerId } = persoon
  const wat = `document:${document}`
  const audit = { event: 'edit-refused', overlegId, gebruikerId, wat, details: { reden } }
  recordOf(sql).refused(sessieHash, audit)
}
