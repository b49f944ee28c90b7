import { CLOSE } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import type { Notices } from '#db/notices.ts'
import { findRechten, listRechtenVersies } from '#db/rechten.ts'
import { extendSessies, listLevendeSessies } from '#db/sessies.ts'
import { allAanTafel, separateCarets } from './carets.ts'
import type { Connection } from './connection.ts'
import { LIMITS } from './limits.ts'
import { type Log, nameOf } from './log.ts'
import { type Room, toegangVan, zitAan } from './room.ts'
import type { Rooms } from './rooms.ts'

type Options = {
  sql: Sql
  notices: Notices
  rooms: Rooms
  log: Log
}

/**
 * Brings every open connection in line with the rights of now. S3
 *
 * A notice says when; asking again and again is for the notices that do not arrive.
 */
export function createRights({ sql, notices, rooms, log }: Options) {
  const asking = new Map<string, { again: boolean; done: Promise<void> }>()

  const unsubscribe = notices.subscribe({
    overleg: (overlegId) => void refresh(overlegId).catch(failed),
    sessie: (hash) => {
      for (const connection of connections()) {
        if (connection.sessieHash === hash) end(connection, CLOSE.signedOut)
      }
    },
    all: () => void poll().catch(failed),
  })
  const timer = setInterval(() => void poll().catch(failed), LIMITS.pollMs)
  timer.unref()
  let polling = false

  function failed(error: unknown) {
    log.warn({ event: 'rights-not-asked', reason: nameOf(error) })
  }

  /** Asks the rights of one overleg anew. What is asked while an answer is on its way is asked once more after it. */
  function refresh(overlegId: string): Promise<void> {
    if (rooms.of(overlegId).length === 0) return Promise.resolve()
    const now = asking.get(overlegId)
    if (now) {
      now.again = true
      return now.done
    }
    const state = { again: true, done: Promise.resolve() }
    asking.set(overlegId, state)
    state.done = askUntilQuiet(overlegId, state)
    return state.done
  }

  async function askUntilQuiet(overlegId: string, state: { again: boolean }) {
    try {
      while (state.again) {
        state.again = false
        await ask(overlegId)
      }
    } finally {
      asking.delete(overlegId)
    }
  }

  async function ask(overlegId: string) {
    const rechten = (await findRechten(sql, [overlegId])).get(overlegId)
    for (const room of rooms.of(overlegId)) {
      const atTable = allAanTafel(room)
      if (rechten) room.rechten = rechten
      for (const connection of room.connections) {
        if (rechten) apply(connection)
        else end(connection, CLOSE.forbidden)
      }
      separateCarets(room, atTable)
    }
  }

  function apply(connection: Connection) {
    const toegang = toegangVan(connection.room, connection.persoon.gebruikerId)
    if (toegang === 'geen') return end(connection, CLOSE.forbidden)
    connection.toegang = toegang
    connection.aanTafel = zitAan(connection.room, connection.persoon.gebruikerId)
  }

  function end(connection: Connection, code: number) {
    connection.end(code)
    rooms.left(connection.room)
  }

  async function poll() {
    const open = connections()
    if (polling || open.length === 0) return
    polling = true
    try {
      await Promise.all([pollRechten(), pollSessies(open)])
    } finally {
      polling = false
    }
  }

  async function pollRechten() {
    const byOverleg = new Map(rooms.loaded().map((room) => [room.key.overlegId, room]))
    const versies = await listRechtenVersies(sql, [...byOverleg.keys()])
    const changed = rooms
      .loaded()
      .filter((room) => versies.get(room.key.overlegId) !== room.rechten.versie)
    await Promise.all([...new Set(changed.map((room) => room.key.overlegId))].map(refresh))
  }

  async function pollSessies(open: Connection[]) {
    const used = open.filter(({ active }) => active)
    for (const connection of used) connection.active = false
    await extendSessies(sql, hashes(used))
    const live = await listLevendeSessies(sql, hashes(open))
    for (const connection of open) {
      if (!live.has(connection.sessieHash)) end(connection, CLOSE.signedOut)
    }
  }

  function connections(): Connection[] {
    return rooms.loaded().flatMap((room: Room) => [...room.connections])
  }

  return {
    refresh,
    apply,
    close() {
      unsubscribe()
      clearInterval(timer)
    },
  }
}

export type Rights = ReturnType<typeof createRights>

function hashes(connections: Connection[]): string[] {
  return [...new Set(connections.map(({ sessieHash }) => sessieHash))]
}
