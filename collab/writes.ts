import * as Y from 'yjs'
import { CLOSE, type Geweigerd } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import { type Checked, checkUpdate } from './check-update.ts'
import type { Connection, Parked } from './connection.ts'
import { createFlush } from './flush.ts'
import { syncFrame } from './frames.ts'
import { claimsOf, isOfAnother, isOfOthers, isTaken, MAX_CLAIMS, newIn, TAKEN } from './ids.ts'
import { recordRefusal, takeTurn } from './in-record.ts'
import { LIMITS } from './limits.ts'
import { type Log, nameOf } from './log.ts'
import { createLooks } from './looks.ts'
import { createRejudge } from './rejudge.ts'
import { advanceVector, type Room, redenVanLezen, resetVector } from './room.ts'
import { onlyNew, takeIn, type Write } from './take-in.ts'

type Options = {
  sql: Sql
  procesId: string
  log: Log
  refresh: (overlegId: string) => Promise<void>
  compact: (room: Room) => Promise<void>
  reload: (room: Room) => Promise<void>
  drop: (room: Room) => void
  schijfVol: () => boolean
}

/** The way of an edit: judged, written, applied, told to the others, acknowledged; or refused, with the reason. D1 */
export function createWrites({ schijfVol, ...options }: Options) {
  const { sql, procesId, log, refresh, compact, reload, drop } = options
  const rejudge = createRejudge({
    refresh,
    reload,
    judge,
    remove: (connection) => flush.remove(isOf(connection)),
    refuse,
    forget,
  })
  const flush = createFlush<Write>({ sql, procesId, log, rejudge, onWritten })
  const looks = createLooks({ reload, log, after: settleAfterLook })

  function receive(connection: Connection, bytes: Uint8Array) {
    connection.writes += 1
    connection.open.add(connection.writes)
    connection.parked.push({ nr: connection.writes, bytes, since: Date.now() })
    settle(connection)
    connection.acknowledge()
  }

  /** Takes what can be taken; what builds on edits that are still on their way waits for them. */
  function settle(connection: Connection) {
    if (looks.isLooking(connection)) {
      if (bytesOf(connection.parked) > LIMITS.frameBytes) dropParked(connection)
      return
    }
    const waiting = connection.parked.length > 1
    for (let progress = true; progress; ) {
      progress = false
      for (const item of connection.parked) {
        const checked = judge(connection, item.bytes)
        if (checked.soort === 'gat') continue
        if (isOfOthers(connection, checked) && looks.look(connection)) return
        connection.parked = connection.parked.filter((other) => other !== item)
        deal(connection, item.nr, item.bytes, checked)
        progress = true
        break
      }
    }
    if (connection.parked.length === 0) return
    if (!waiting) askMissing(connection)
    if (isTooMuch(connection)) dropParked(connection)
  }

  function settleAfterLook(connection: Connection) {
    const waiting = connection.parked.length > 1
    settle(connection)
    if (waiting && connection.parked.length > 0) askMissing(connection)
    connection.acknowledge()
  }

  function judge(connection: Connection, bytes: Uint8Array): Checked {
    const { room } = connection
    if (isTaken(connection, bytes)) return { soort: 'fout', waarom: TAKEN }
    return checkUpdate(bytes, {
      vector: room.vector,
      doc: room.doc,
      isEigen: (yjsClient) => !isOfAnother(connection, yjsClient),
    })
  }

  function deal(connection: Connection, nr: number, bytes: Uint8Array, checked: Checked) {
    if (checked.soort === 'leeg') {
      connection.open.delete(nr)
      return
    }
    const reden = redenVanWeigering(connection, bytes, checked)
    if (reden)
      return refuse(connection, nr, reden, checked.soort === 'fout' ? checked.waarom : reden)
    if (checked.soort !== 'goed') return
    accept(connection, nr, checked.herhaald ? onlyNew(connection, bytes) : bytes, checked.vector)
  }

  function redenVanWeigering(
    { room, ...connection }: Connection,
    bytes: Uint8Array,
    checked: Checked,
  ): Geweigerd | null {
    if (connection.toegang !== 'schrijven') return redenVanLezen(room)
    if (connection.verouderd) return 'editor-verouderd'
    if (checked.soort === 'fout') return 'ongeldige-invoer'
    if (schijfVol()) return 'schijf-vol'
    return room.bytes + bytes.length > LIMITS.documentBytes ? 'te-groot' : null
  }

  function accept(
    connection: Connection,
    nr: number,
    bytes: Uint8Array,
    vector: Map<number, number>,
  ) {
    const { room, persoon } = connection
    // Also when the first edit under it is still on its way: that one may be refused.
    const claims = claimsOf(room, vector)
    connection.claims += newIn(room, claims).length
    if (connection.claims > MAX_CLAIMS)
      return refuse(connection, nr, 'ongeldige-invoer', 'many writers')

    for (const client of claims) room.schrijvers.set(client, persoon.gebruikerId)
    advanceVector(room, vector)
    room.bytes += bytes.length
    const write: Write = {
      connection,
      nr,
      vector,
      documentId: room.documentId,
      overlegId: room.key.overlegId,
      soort: room.key.document,
      // Never by a newer one than the edits that it builds on: they are judged again together.
      versie: connection.waiting?.versie ?? room.rechten.versie,
      gebruikerId: persoon.gebruikerId,
      sessieHash: connection.sessieHash,
      claims,
      inVerslag: takeTurn(connection),
      bytes,
      written: () => {
        connection.open.delete(nr)
        if (connection.waiting === write) connection.waiting = null
      },
      failed: () => {
        refuse(connection, nr, 'ongeldige-invoer', 'not stored')
        forget([write])
      },
    }
    connection.waiting = write
    flush.add(write)
  }

  /** What comes next is judged as if these had never been sent. */
  function forget(refused: readonly Write[]) {
    for (const { connection, bytes, inVerslag } of refused) {
      connection.waiting = null
      connection.room.bytes -= bytes.length
      if (inVerslag) connection.recordedAt = null
    }
    const pending = flush.pending().filter((write) => !refused.includes(write))
    for (const room of new Set(refused.map(({ connection }) => connection.room)))
      resetVector(room, pending.filter(isIn(room)).map(vectorOf))
  }

  function onWritten(writes: Write[]) {
    const byRoom = Map.groupBy(writes, ({ connection }) => connection.room)
    for (const [room, inRoom] of byRoom) {
      try {
        takeIn(room, inRoom)
        if (isGrown(room)) void compact(room)
      } catch (error) {
        // It is written, so it is not tried again: everybody comes back, to what PostgreSQL has.
        log.error({
          event: 'edits-not-applied',
          documentId: room.documentId,
          reason: nameOf(error),
        })
        for (const connection of [...room.connections]) connection.end(CLOSE.restart)
        drop(room)
      }
    }
  }

  function refuse(connection: Connection, nr: number, reden: Geweigerd, why: string) {
    connection.refuse(nr, reden)
    connection.acknowledge()
    recordRefusal(sql, connection, reden)
    log.info({
      event: 'edit-refused',
      overlegId: connection.room.key.overlegId,
      document: connection.room.key.document,
      gebruikerId: connection.persoon.gebruikerId,
      reason: why,
    })
  }

  function dropParked(connection: Connection) {
    const parked = connection.parked
    connection.parked = []
    for (const { nr } of parked) refuse(connection, nr, 'ongeldige-invoer', 'gap')
    connection.end(CLOSE.malformed)
  }

  function inFlight(room: Room) {
    return flush.pending().filter(isIn(room)).map(vectorOf)
  }

  return { receive, inFlight, idle: flush.idle, dropLate }

  /** Predecessors that have not come by now are not coming. */
  function dropLate(connection: Connection) {
    const [oldest] = connection.parked
    if (looks.isLooking(connection)) return
    if (oldest && Date.now() - oldest.since > LIMITS.parkedMs) dropParked(connection)
  }
}

function askMissing(connection: Connection) {
  connection.send([syncFrame('step1', Y.encodeStateVector(connection.room.doc))])
}

function isGrown({ updates, bytes, folded }: Room) {
  return updates > LIMITS.compactAfterUpdates || bytes - folded > LIMITS.compactAfterBytes
}

function isTooMuch({ parked }: Connection) {
  const tooLarge = parked.length > 1 && bytesOf(parked) > LIMITS.parkedBytes
  return tooLarge || parked.length > LIMITS.parkedFrames
}

function bytesOf(parked: readonly Parked[]) {
  return parked.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

function isIn(room: Room) {
  return ({ connection }: Write) => connection.room === room
}

function isOf(connection: Connection) {
  return (write: Write) => write.connection === connection
}

function vectorOf({ vector }: Write) {
  return vector
}
