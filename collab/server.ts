import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { CLOSE, EDITOR_VERSION } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import type { Notices } from '#db/notices.ts'
import { kleurAanTafel } from '#domain/kleur.ts'
import { moveCaret, presenceFrames, removeCaret } from './carets.ts'
import { type Connection, createConnection } from './connection.ts'
import { createDoor, type Doorkeeper, type Identity } from './door.ts'
import { type Frame, parseFrame, syncFrame } from './frames.ts'
import { LIMITS } from './limits.ts'
import { type Log, nameOf } from './log.ts'
import { createRights } from './rights.ts'
import { type Room, toegangVan, wholeOf, zitAan } from './room.ts'
import { createRooms } from './rooms.ts'
import { createWrites } from './writes.ts'

const EMPTY_UPDATE_IN_BYTES = 2

type Options = Doorkeeper & {
  sql: Sql
  notices: Notices
  /** Names this process in notices: it does not read back what it wrote itself. */
  procesId: string
  log: Log
  /** Whether the database has too little room to take in more. */
  schijfVol?: () => boolean
}

type Sockets = { ws: WebSocket; socket: Duplex }

export type Collab = {
  /** Takes an upgrade request below COLLAB_PATH; the caller has checked its origin. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Writes what is pending, and asks every browser to come back later. */
  close(): Promise<void>
}

/** The collaboration server: the y-websocket protocol, with rights per message and nothing told before it is written. */
export function createCollab(options: Options): Collab {
  const { sql, notices, procesId, log, schijfVol = () => false } = options
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.frameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  })
  const rooms = createRooms({
    sql,
    notices,
    procesId,
    log,
    inFlight: (room) => writes.inFlight(room),
  })
  const rights = createRights({ sql, notices, rooms, log })
  const writes = createWrites({
    sql,
    procesId,
    log,
    refresh: rights.refresh,
    compact: rooms.compact,
    reload: rooms.reload,
    drop: rooms.drop,
    schijfVol,
  })
  const door = createDoor({ ...options, rooms, rights })
  const sweeps = setInterval(() => rooms.loaded().forEach(sweep), 1000)
  sweeps.unref()
  let closing = false

  async function accept(request: IncomingMessage, socket: Duplex, head: Buffer) {
    if (closing) return refuseUpgrade(socket, 503)
    const admission = await door.admit(request)
    if ('refused' in admission) return refuseUpgrade(socket, admission.refused)
    const { room, identity } = admission
    if (socket.destroyed) return rooms.left(room)

    const editor = new URL(request.url ?? '', 'http://collab').searchParams.get('editor')
    wss.handleUpgrade(request, socket, head, (ws) => {
      register({ ws, socket }, room, identity, editor !== null && Number(editor) !== EDITOR_VERSION)
    })
  }

  function register(sockets: Sockets, room: Room, identity: Identity, verouderd: boolean) {
    const { ws } = sockets
    const { sessieHash, gebruikerId, naam, organisatie } = identity
    const connection = createConnection(sockets, {
      room,
      persoon: {
        gebruikerId,
        naam,
        organisatie,
        kleur: kleurAanTafel(gebruikerId, room.rechten.deelnames.keys()),
      },
      sessieHash,
      verouderd,
      toegang: toegangVan(room, gebruikerId),
      aanTafel: zitAan(room, gebruikerId),
    })
    // Between the question and this moment the rights may have changed, in this process and in no notice to come.
    if (connection.toegang === 'geen') return connection.end(CLOSE.forbidden)
    room.connections.add(connection)
    door.enter(sessieHash)
    rooms.stay(room)

    const budget = createBudget()
    ws.on('pong', connection.hear)
    // A frame that breaks the protocol of websockets closes this socket, and not the process.
    ws.on('error', connection.fail)
    ws.on('message', (data, isBinary) => {
      connection.hear()
      // What is not acknowledged is sent again, to who comes after this process.
      if (closing) return
      const frame = isBinary && Buffer.isBuffer(data) ? parseFrame(data) : null
      if (!frame) return connection.end(CLOSE.malformed)
      if (!budget.take(frame.soort === 'step1' ? LIMITS.step1Cost : 1))
        return connection.end(CLOSE.tooMany)
      if (room.connections.has(connection)) attempt(connection, frame)
    })
    ws.on('close', () => {
      door.leave(sessieHash)
      leave(connection)
    })

    connection.send([
      syncFrame('step1', Y.encodeStateVector(room.doc)),
      ...presenceFrames(connection),
    ])
    void rights.refresh(room.key.overlegId).catch(() => connection.end(CLOSE.restart))
  }

  // Whatever a frame turns out to be, it costs its own connection, and not the process.
  function attempt(connection: Connection, frame: Frame) {
    try {
      handle(connection, frame)
    } catch (error) {
      log.error({ event: 'frame-failed', soort: frame.soort, reason: nameOf(error) })
      connection.end(CLOSE.malformed)
    }
  }

  function handle(connection: Connection, frame: Frame) {
    const { room } = connection
    connection.active ||= isGebruik(frame) || room.rechten.stand.overleg.status === 'lopend'
    switch (frame.soort) {
      case 'step1':
        return answer(connection, frame.vector)
      case 'write':
        return writes.receive(connection, frame.update)
      case 'awareness':
        return moveCaret(connection, frame.bytes)
      case 'query-awareness':
        return connection.send(presenceFrames(connection))
    }
  }

  /** Always from the loaded document, so that deleted text does not travel. D4 */
  function answer(connection: Connection, vector: Uint8Array) {
    if (isEmptyVector(vector)) return connection.write(wholeOf(connection.room))
    if (vector.length > LIMITS.vectorBytes) return connection.end(CLOSE.malformed)
    try {
      connection.send([syncFrame('step2', Y.encodeStateAsUpdate(connection.room.doc, vector))])
    } catch {
      connection.end(CLOSE.malformed)
    }
  }

  function leave(connection: Connection) {
    connection.room.connections.delete(connection)
    removeCaret(connection)
    rooms.left(connection.room)
  }

  function sweep(room: Room) {
    for (const connection of room.connections) {
      writes.dropLate(connection)
      connection.ping()
    }
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      accept(request, socket, head).catch((error: unknown) => {
        log.error({
          event: 'upgrade-failed',
          reason: nameOf(error),
        })
        refuseUpgrade(socket, 503)
      })
    },
    async close() {
      closing = true
      clearInterval(sweeps)
      door.close()
      // With the database away there is no end to it; what is not acknowledged is still in the browsers.
      await Promise.race([writes.idle(), wait(LIMITS.closeMs, undefined, { ref: false })])
      for (const room of rooms.loaded()) {
        for (const connection of [...room.connections]) connection.end(CLOSE.restart)
      }
      rights.close()
      rooms.close()
    },
  }
}

/** Somebody wrote something. A browser that comes back by itself sends what is empty too. */
function isGebruik(frame: Frame): boolean {
  return frame.soort === 'write' && frame.update.length > EMPTY_UPDATE_IN_BYTES
}

/** Of who has nothing yet. */
function isEmptyVector(vector: Uint8Array): boolean {
  return vector.length === 1 && vector[0] === 0
}

/** Before 101: no byte of a document has been sent, and none of another answer tells why. */
function refuseUpgrade(socket: Duplex, status: 401 | 403 | 429 | 503) {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function createBudget() {
  let left: number = LIMITS.burst
  let at = performance.now()
  return {
    take(cost: number): boolean {
      const now = performance.now()
      left = Math.min(LIMITS.burst, left + ((now - at) / 1000) * LIMITS.framesPerSecond)
      at = now
      left -= cost
      return left >= 0
    },
  }
}
