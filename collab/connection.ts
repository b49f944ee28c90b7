import type { Writable } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Geweigerd } from '#app/realtime/protocol.ts'
import { CLOSE } from '#app/realtime/protocol.ts'
import type { Toegang } from '#domain/toegang.ts'
import { awarenessFrame, type Persoon, type Presence } from './awareness.ts'
import { geweigerdFrame, opgeslagenFrame } from './frames.ts'
import { LIMITS } from './limits.ts'
import type { Room } from './room.ts'
import { wireOf } from './wire.ts'

export type Parked = { nr: number; bytes: Uint8Array; since: number }

/** One browser that has one document open. */
export type Connection = {
  readonly room: Room
  readonly persoon: Persoon
  readonly sessieHash: string
  /** A browser with an older editor only reads. S6 */
  readonly verouderd: boolean
  /** By the rights of now: set anew at every change of them, and asked again when an edit is written. S3 */
  toegang: Toegang
  /** Who is here now is for those who sit together, and a document outlives the table. Set anew with `toegang`. T2 */
  aanTafel: boolean
  presence: Presence | null
  /** Writes received so far, and those that are not dealt with yet. */
  writes: number
  readonly open: Set<number>
  /** The last edit that is on its way to the database, and the version of rights that it was judged by. */
  waiting: { readonly versie: string } | null
  parked: Parked[]
  /** Yjs client ids that this connection was the first to use. */
  claims: number
  active: boolean
  /** When an edit of it was last put in the record; null: not yet. */
  recordedAt: number | null
  /** For which reasons the record says already that edits of it were refused. */
  readonly recordedRefusals: Set<Geweigerd>
  send(frames: readonly Uint8Array[]): void
  /** The same, as `wireOf` makes it: for what goes to many. */
  write(wire: Buffer): void
  /** Tells the browser how far its writes are dealt with. */
  acknowledge(): void
  refuse(nr: number, reden: Geweigerd): void
  end(code: number): void
  /** What came is no frame, or too large a one: ws has said so. */
  fail(): void
  /** The browser said something, if only that it is there. */
  hear(): void
  /** Asks a browser that is silent whether it is there; one that does not answer is gone. To be called each second. */
  ping(): void
}

type Start = Pick<
  Connection,
  'room' | 'persoon' | 'sessieHash' | 'verouderd' | 'toegang' | 'aanTafel'
>

/** `socket` is the one below `ws`. */
type Sockets = {
  ws: Pick<WebSocket, 'close' | 'terminate' | 'ping' | 'readyState' | 'OPEN'>
  socket: Pick<Writable, 'write' | 'writableLength'>
}

// How long a browser gets to answer a close before its socket is cut.
const CLOSE_MS = 1000
// Who is still sending what is too large hears why, if the rest of it is read; a socket that is cut tells him nothing.
const FAIL_MS = 10_000

// The stock provider sees no pings, and leaves a server that says nothing for thirty seconds.
const NO_CARETS = wireOf([awarenessFrame([])])

export function createConnection({ ws, socket }: Sockets, start: Start): Connection {
  let told = 0
  let ended = false
  let silence = 0
  let quiet = 0

  const connection: Connection = {
    ...start,
    presence: null,
    writes: 0,
    open: new Set(),
    waiting: null,
    parked: [],
    claims: 0,
    active: false,
    recordedAt: null,
    recordedRefusals: new Set(),

    send(frames) {
      if (frames.length > 0) connection.write(wireOf(frames))
    },

    write(wire) {
      if (ended || ws.readyState !== ws.OPEN) return
      if (socket.writableLength > LIMITS.bufferedBytes) return connection.end(CLOSE.slowReader)
      quiet = 0
      socket.write(wire)
    },

    acknowledge() {
      const [first] = connection.open
      const done = (first ?? connection.writes + 1) - 1
      if (done <= told) return
      told = done
      connection.send([opgeslagenFrame(done)])
    },

    refuse(nr, reden) {
      connection.open.delete(nr)
      connection.send([geweigerdFrame(nr, reden)])
    },

    // From here on nothing is sent, whatever the browser does with the close frame. T2
    end(code) {
      if (ended) return
      ended = true
      connection.room.connections.delete(connection)
      ws.close(code)
      setTimeout(() => ws.terminate(), CLOSE_MS).unref()
    },

    fail() {
      ended = true
      connection.room.connections.delete(connection)
      setTimeout(() => ws.terminate(), FAIL_MS).unref()
    },

    hear() {
      silence = 0
    },

    ping() {
      silence += 1
      if (silence >= 2 * LIMITS.pingSeconds) return ws.terminate()
      if (silence === LIMITS.pingSeconds && ws.readyState === ws.OPEN) ws.ping()
      quiet += 1
      if (quiet >= LIMITS.pingSeconds) connection.write(NO_CARETS)
    },
  }
  return connection
}
