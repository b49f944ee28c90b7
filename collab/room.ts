import * as Y from 'yjs'
import type { DocumentKey } from '#app/realtime/protocol.ts'
import type { StoredUpdate } from '#db/documenten.ts'
import type { Rechten } from '#db/rechten.ts'
import { isAanTafel, situatieOf, type Toegang, toegangTotDocument } from '#domain/toegang.ts'
import type { Connection } from './connection.ts'
import { syncFrame } from './frames.ts'
import { wireOf } from './wire.ts'

// A smaller one is made in no time, and would hold on to the whole piece of memory that Node cuts small buffers from.
const WORTH_KEEPING_IN_BYTES = 8192

/** One document that somebody has open in this process. */
export type Room = {
  readonly name: string
  readonly key: DocumentKey
  readonly documentId: string
  /** What is written in PostgreSQL, and nothing else: it never runs ahead (D1). */
  readonly doc: Y.Doc
  /** Per Yjs client id the clock that comes next, edits in the running flush included. */
  vector: Map<number, number>
  /** Whose Yjs client ids these are; null is the server. */
  readonly schrijvers: Map<number, string | null>
  readonly connections: Set<Connection>
  /** Who moved his caret since it was last told. */
  readonly moved: Set<Connection>
  /** The rights of everybody, at the version that the next edit is written under. S3 */
  rechten: Rechten
  /** A row of it cannot be read: what can be is shown, and nothing is written after it that may build on the rest. */
  readonly beschadigd: boolean
  /** What is stored of it, and how much that was when it was last folded. */
  bytes: number
  folded: number
  updates: number
  /** See `wholeOf`. */
  whole: Buffer | null
}

/**
 * All of it, for who comes with nothing. Always from the loaded document, so that deleted text does not travel. D4
 *
 * Made once for everybody who comes between two edits: a whole table opens a document at the moment its fase begins.
 */
export function wholeOf(room: Room): Buffer {
  if (room.whole) return room.whole
  const wire = wireOf([syncFrame('step2', Y.encodeStateAsUpdate(room.doc))])
  if (wire.length > WORTH_KEEPING_IN_BYTES) room.whole = wire
  return wire
}

/** The same, when nothing was written since it was folded: then it is stored as it would be made. Null: it is to be made. */
export function wholeAsStored(stored: readonly StoredUpdate[]): Buffer | null {
  const [snapshot, ...later] = stored
  if (!snapshot || snapshot.id !== null || later.length > 0) return null
  const wire = wireOf([syncFrame('step2', snapshot.bytes)])
  return wire.length > WORTH_KEEPING_IN_BYTES ? wire : null
}

export function toegangVan(room: Room, gebruikerId: string): Toegang {
  const deelname = room.rechten.deelnames.get(gebruikerId) ?? null
  const toegang = toegangTotDocument(deelname, room.key.document, room.rechten.stand)
  return room.beschadigd && toegang === 'schrijven' ? 'lezen' : toegang
}

export function zitAan(room: Room, gebruikerId: string): boolean {
  return isAanTafel(room.rechten.deelnames.get(gebruikerId) ?? null, room.rechten.stand)
}

/** Why somebody who may read this document may not write in it. */
export function redenVanLezen(room: Room): 'fase-al-afgerond' | 'besloten-tijd' | 'alleen-lezen' {
  const situatie = situatieOf(room.key.document, room.rechten.stand)
  if (situatie.endsWith('besloten tijd')) return 'besloten-tijd'
  return situatie === 'lopend: fase voorbij' || situatie.startsWith('vastgesteld')
    ? 'fase-al-afgerond'
    : 'alleen-lezen'
}

/** Forgets the edits that were refused: what comes next is judged by what is written, and by what is still in the flush. */
export function resetVector(room: Room, inFlight: Iterable<ReadonlyMap<number, number>>): void {
  room.vector = Y.decodeStateVector(Y.encodeStateVector(room.doc))
  for (const vector of inFlight) advanceVector(room, vector)
}

/** Never back: an edit that is sent again ends before those that came after it. */
export function advanceVector(room: Room, vector: ReadonlyMap<number, number>): void {
  for (const [client, clock] of vector)
    room.vector.set(client, Math.max(clock, room.vector.get(client) ?? 0))
}
