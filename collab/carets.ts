import { CLOSE } from '#app/realtime/protocol.ts'
import { awarenessFrame, parseAwareness, parsePresence } from './awareness.ts'
import type { Connection } from './connection.ts'
import type { Room } from './room.ts'

/** The caret of this connection is elsewhere; what it says about anybody else counts for nothing. S4 */
export function moveCaret(connection: Connection, bytes: Uint8Array) {
  const { room } = connection
  const entries = parseAwareness(bytes)
  if (!entries) return connection.end(CLOSE.malformed)

  // The stock provider also repeats what it heard of others: only the own entry counts.
  const own =
    connection.presence?.yjsClient ?? (entries.length === 1 ? entries[0]?.yjsClient : undefined)
  const entry = entries.find(({ yjsClient }) => yjsClient === own)
  const presence = entry && parsePresence(entry)
  if (!presence || isOfAnother(connection, presence.yjsClient)) return

  connection.presence = presence
  room.moved.add(connection)
  setImmediate(() => tellMoved(room))
}

/** Of a connection that left, unless its browser is here by another. */
export function removeCaret(connection: Connection): void {
  const { room, presence } = connection
  room.moved.delete(connection)
  const isReplaced = [...room.connections].some(
    (other) => other.presence?.yjsClient === presence?.yjsClient,
  )
  if (!presence || isReplaced) return

  const gone = awarenessFrame([
    { presence: { ...presence, clock: presence.clock + 1 }, persoon: null },
  ])
  for (const other of room.connections) other.send([gone])
}

/** Carets of those whose edits are all written: a caret is never told before the text that it stands behind. */
export function takeMoved(room: Room): { frame: Uint8Array; from: ReadonlySet<Connection> } | null {
  const from = new Set([...room.moved].filter((connection) => connection.open.size === 0))
  for (const connection of from) room.moved.delete(connection)
  const entries = [...from].flatMap(({ presence, persoon }) =>
    presence ? { presence, persoon } : [],
  )
  return entries.length > 0 ? { frame: awarenessFrame(entries), from } : null
}

function tellMoved(room: Room): void {
  const carets = takeMoved(room)
  if (!carets) return
  for (const connection of room.connections) {
    if (carets.from.size > 1 || !carets.from.has(connection)) connection.send([carets.frame])
  }
}

/** The carets of everybody, for who has just come in. */
export function presenceFrame(room: Room): Uint8Array | null {
  const entries = [...room.connections].flatMap(({ presence, persoon }) =>
    presence ? { presence, persoon } : [],
  )
  return entries.length > 0 ? awarenessFrame(entries) : null
}

function isOfAnother({ room, persoon }: Connection, yjsClient: number) {
  const owner = room.schrijvers.get(yjsClient)
  if (owner !== undefined && owner !== persoon.gebruikerId) return true
  return [...room.connections].some(
    (other) =>
      other.presence?.yjsClient === yjsClient && other.persoon.gebruikerId !== persoon.gebruikerId,
  )
}
