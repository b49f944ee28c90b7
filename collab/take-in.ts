import * as Y from 'yjs'
import { takeMoved } from './carets.ts'
import type { Connection } from './connection.ts'
import type { Pending } from './flush.ts'
import { syncFrame } from './frames.ts'
import type { Room } from './room.ts'
import { wireOf } from './wire.ts'

/** One edit of one connection, from its judgement to its answer. */
export type Write = Pending & {
  connection: Connection
  nr: number
  vector: ReadonlyMap<number, number>
  /** It was sent to the database once more, under the same rights. */
  herkanst?: boolean
}

/** What one commit wrote to one document: in the room, at the others, acknowledged. D1 */
export function takeIn(room: Room, writes: Write[]) {
  Y.transact(room.doc, () => {
    for (const { bytes } of writes) Y.applyUpdate(room.doc, bytes)
  })
  for (const write of writes) write.written()
  room.updates += writes.length
  tell(room, writes)
}

/** One wire for everybody; text and carets go to each socket together. */
function tell(room: Room, writes: Write[]) {
  const authors = new Set(writes.map(({ connection }) => connection))
  const [only] = authors
  const update = Y.mergeUpdates(writes.map(({ bytes }) => bytes))
  const text = syncFrame('update', update)
  const carets = takeMoved(room)
  const forReader = wireOf([text])
  const forTable = carets ? wireOf([text, carets.frame]) : forReader

  for (const connection of room.connections) {
    if (authors.size === 1 && connection === only) continue
    connection.write(connection.aanTafel ? forTable : forReader)
  }
  for (const author of authors) author.acknowledge()
}

/** What is written is not stored, nor told, in the words of somebody else. */
export function onlyNew({ room }: Connection, bytes: Uint8Array): Uint8Array {
  return Y.diffUpdate(bytes, Y.encodeStateVector(room.doc))
}
