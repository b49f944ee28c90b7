import { CLOSE } from '#app/realtime/protocol.ts'
import type { Connection } from './connection.ts'
import { LIMITS } from './limits.ts'
import { type Log, nameOf } from './log.ts'
import type { Room } from './room.ts'

type Options = {
  reload: (room: Room) => Promise<void>
  log: Log
  /** What waited is judged again. */
  after: (connection: Connection) => void
}

/**
 * Looks in the database before something is refused that only this process may not know yet.
 *
 * A browser that was with another process brings what it saw there, perhaps before the notice of it is here.
 */
export function createLooks({ reload, log, after }: Options) {
  const looking = new Set<Connection>()
  const looked = new WeakMap<Connection, number>()
  const reloading = new Map<Room, Promise<void>>()

  function reloadOnce(room: Room): Promise<void> {
    const now = reloading.get(room)
    if (now) return now
    const work = reload(room).finally(() => reloading.delete(room))
    reloading.set(room, work)
    return work
  }

  return {
    isLooking: (connection: Connection) => looking.has(connection),
    /** False when it looked a moment ago: then what it has now counts. */
    look(connection: Connection): boolean {
      const now = performance.now()
      if (now - (looked.get(connection) ?? -LIMITS.lookMs) < LIMITS.lookMs) return false
      looking.add(connection)
      reloadOnce(connection.room)
        .then(() => {
          looking.delete(connection)
          looked.set(connection, performance.now())
          after(connection)
        })
        .catch((error: unknown) => {
          log.warn({ event: 'document-not-read', reason: nameOf(error) })
          looking.delete(connection)
          // Nothing can be said about it now; its browser comes back with all of it.
          connection.end(CLOSE.restart)
        })
      return true
    },
  }
}
