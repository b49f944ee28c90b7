import { CLOSE } from '#app/realtime/protocol.ts'
import { awarenessFrame, parseAwareness, parsePresence } from './awareness.ts'
import type { Connection } from './connection.ts'
import { isOfAnother } from './ids.ts'
import type { Room } from './room.ts'
import { wireOf } from './wire.ts'

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
  // With an edit on its way it goes in the same write as that edit.
  if (connection.open.size === 0) setImmediate(() => tellMoved(room))
}

/** Of a connection that left, unless its browser is here by another. */
export function removeCaret(connection: Connection): void {
  const { room, presence } = connection
  room.moved.delete(connection)
  const isReplaced = [...room.connections].some(
    (other) => other.presence?.yjsClient === presence?.yjsClient,
  )
  if (!presence || isReplaced) return

  const gone = goneFrame([connection])
  for (const other of allAanTafel(room)) other.send(gone)
}

/** For who is no longer at the table everybody is gone, and he for them; the text he may still read. T2 */
export function separateCarets(room: Room, wasAanTafel: ReadonlySet<Connection>): void {
  const all = [...room.connections]
  const weg = all.filter((connection) => wasAanTafel.has(connection) && !zitAan(connection))
  for (const connection of weg) {
    room.moved.delete(connection)
    connection.send(goneFrame(all.filter((other) => other !== connection)))
  }
  for (const other of all.filter(zitAan)) other.send(goneFrame(weg))
}

export function allAanTafel(room: Room): Set<Connection> {
  return new Set([...room.connections].filter(zitAan))
}

function zitAan({ aanTafel }: Connection): boolean {
  return aanTafel
}

function goneFrame(connections: readonly Connection[]): Uint8Array[] {
  const entries = connections.flatMap(({ presence }) =>
    presence ? [{ presence: { ...presence, clock: presence.clock + 1 }, persoon: null }] : [],
  )
  return entries.length > 0 ? [awarenessFrame(entries)] : []
}

type Carets = {
  from: ReadonlySet<Connection>
  /** For who is at the table, and nobody else. */
  frame: Uint8Array
}

/** Carets of those whose edits are all written: a caret is never told before the text that it stands behind. */
export function takeMoved(room: Room): Carets | null {
  const from = new Set([...room.moved].filter((connection) => connection.open.size === 0))
  for (const connection of from) room.moved.delete(connection)
  const entries = entriesOf(from)
  if (entries.length === 0) return null
  return { from, frame: awarenessFrame(entries) }
}

function tellMoved(room: Room): void {
  const carets = takeMoved(room)
  if (!carets) return
  const wire = wireOf([carets.frame])
  for (const connection of allAanTafel(room)) {
    if (carets.from.size > 1 || !carets.from.has(connection)) connection.write(wire)
  }
}

/** The carets of everybody at the table, for who has just come to it. */
export function presenceFrames(connection: Connection): Uint8Array[] {
  const entries = zitAan(connection) ? entriesOf(connection.room.connections) : []
  return entries.length > 0 ? [awarenessFrame(entries)] : []
}

function entriesOf(connections: Iterable<Connection>) {
  return [...connections]
    .filter(zitAan)
    .flatMap(({ presence, persoon }) => (presence ? { presence, persoon } : []))
}
