import * as Y from 'yjs'
import { type DocumentKey, documentName } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import {
  compactDocument,
  findDocumentId,
  listBytes,
  listSchrijvers,
  listUpdates,
  type StoredUpdate,
} from '#db/documenten.ts'
import type { DocumentNotice, Notices } from '#db/notices.ts'
import { findRechten } from '#db/rechten.ts'
import { applyStored } from './apply-stored.ts'
import { syncFrame } from './frames.ts'
import { LIMITS } from './limits.ts'
import { type Log, nameOf } from './log.ts'
import { type Room, resetVector, wholeAsStored } from './room.ts'
import { wireOf } from './wire.ts'

type Options = {
  sql: Sql
  notices: Notices
  procesId: string
  log: Log
  inFlight: (room: Room) => Iterable<ReadonlyMap<number, number>>
}

/** The documents that are open in this process: loaded whole before anybody gets a byte, kept in step, forgotten when left. */
export function createRooms({ sql, notices, procesId, log, inFlight }: Options) {
  const rooms = new Map<string, Promise<Room | null>>()
  const loaded = new Map<string, Room>()
  const leaving = new Map<string, NodeJS.Timeout>()

  const unsubscribe = notices.subscribe({
    document: (notice) => void follow(notice).catch(lost),
    all: () => void Promise.all([...loaded.values()].map((room) => reload(room))).catch(lost),
  })

  function lost(error: unknown) {
    log.error({
      event: 'document-not-followed',
      reason: nameOf(error),
    })
  }

  /** The document, loaded; null when there is none. */
  function open(key: DocumentKey): Promise<Room | null> {
    const name = documentName(key)
    stay({ name })
    const known = rooms.get(name)
    if (known) return known

    const loading = load(key, name)
    rooms.set(name, loading)
    loading
      .then((room) => (room ? loaded.set(name, room) : rooms.delete(name)))
      .catch(() => rooms.delete(name))
    return loading
  }

  async function load(key: DocumentKey, name: string): Promise<Room | null> {
    const [documentId, alleRechten] = await Promise.all([
      findDocumentId(sql, key),
      findRechten(sql, [key.overlegId]),
    ])
    const rechten = alleRechten.get(key.overlegId)
    if (!documentId || !rechten) return null

    const [schrijvers, stored] = await Promise.all([
      listSchrijvers(sql, documentId),
      listBytes(sql, documentId),
    ])
    const doc = new Y.Doc()
    const beschadigd = applyStored(doc, stored) > 0
    if (beschadigd) log.error({ event: 'document-damaged', documentId })
    const room: Room = {
      name,
      key,
      documentId,
      doc,
      vector: new Map(),
      schrijvers,
      connections: new Set(),
      moved: new Set(),
      rechten,
      beschadigd,
      bytes: sizeOf(stored),
      folded: sizeOf(stored),
      updates: stored.length,
      whole: beschadigd ? null : wholeAsStored(stored),
    }
    doc.on('afterTransaction', () => {
      room.whole = null
    })
    resetVector(room, [])
    return room
  }

  /** Reads what another process wrote: exactly those rows, since rows commit in another order than they are numbered. */
  async function follow(notice: DocumentNotice) {
    if (notice.proces === procesId) return
    const room = await [...rooms].find(
      ([name]) => name === `overleg/${notice.overlegId}/${notice.soort}`,
    )?.[1]
    if (!room) return

    const rows = await listUpdates(sql, notice.ids)
    // Fewer rows than named: they have been folded into the snapshot meanwhile.
    if (rows.length < notice.ids.length) return reload(room)
    for (const { bytes, auteur } of rows) {
      for (const client of Y.parseUpdateMeta(bytes).from.keys()) {
        if (!room.schrijvers.has(client)) room.schrijvers.set(client, auteur)
      }
    }
    if (take(room, rows)) room.bytes += sizeOf(rows)
  }

  async function reload(room: Room) {
    const [stored, schrijvers] = await Promise.all([
      listBytes(sql, room.documentId),
      listSchrijvers(sql, room.documentId),
    ])
    for (const [client, gebruikerId] of schrijvers) room.schrijvers.set(client, gebruikerId)
    take(room, stored)
    room.bytes = Math.max(room.bytes, sizeOf(stored))
  }

  /** False when all of it was here already. */
  function take(room: Room, updates: readonly StoredUpdate[]): boolean {
    const before = Y.encodeStateVector(room.doc)
    const news: Uint8Array[] = []
    room.doc.on('update', keep)
    Y.transact(room.doc, () => {
      for (const { bytes } of updates) Y.applyUpdate(room.doc, bytes)
    })
    room.doc.off('update', keep)
    if (news.length === 0) return false

    resetVector(room, inFlight(room))
    room.updates += updates.length
    const wire = wireOf([syncFrame('update', Y.encodeStateAsUpdate(room.doc, before))])
    for (const connection of room.connections) connection.write(wire)
    return true

    function keep(update: Uint8Array) {
      news.push(update)
    }
  }

  function stay({ name }: { name: string }) {
    clearTimeout(leaving.get(name))
    leaving.delete(name)
  }

  /** Forgets the room after a while, unless somebody comes back. */
  function left(room: Room) {
    if (room.connections.size > 0 || leaving.has(room.name) || !isOpen(room)) return
    const timer = setTimeout(() => void unload(room), LIMITS.unloadMs)
    timer.unref()
    leaving.set(room.name, timer)
  }

  async function unload(room: Room) {
    leaving.delete(room.name)
    if (room.connections.size > 0 || !isOpen(room)) return
    // What it still writes would be missing in the room that is loaded after it.
    if ([...inFlight(room)].length > 0) return left(room)
    drop(room)
    room.doc.destroy()
    await compact(room)
  }

  /** Who opens it from now on gets another, with what PostgreSQL has. */
  function drop(room: Room) {
    if (!isOpen(room)) return
    stay(room)
    rooms.delete(room.name)
    loaded.delete(room.name)
  }

  /** Whether this is still the one room of its document: rights and news reach no other. */
  function isOpen(room: Room): boolean {
    return loaded.get(room.name) === room
  }

  async function compact(room: Room) {
    room.updates = 0
    room.folded = room.bytes
    try {
      room.bytes -= await compactDocument(sql, room.documentId)
      room.folded = room.bytes
    } catch {
      log.warn({ event: 'document-not-compacted', documentId: room.documentId })
    }
  }

  return {
    open,
    isOpen,
    drop,
    stay,
    left,
    compact,
    reload,
    loaded: (): Room[] => [...loaded.values()],
    of: (overlegId: string): Room[] =>
      [...loaded.values()].filter((room) => room.key.overlegId === overlegId),
    close() {
      unsubscribe()
      for (const timer of leaving.values()) clearTimeout(timer)
    },
  }
}

function sizeOf(updates: readonly StoredUpdate[]): number {
  return updates.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

export type Rooms = ReturnType<typeof createRooms>
