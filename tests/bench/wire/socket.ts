import { connect, type Socket } from 'node:net'
import { maskedFrame, OPCODE, type ServerFrame, takeFrames } from './websocket.ts'

/** One person's place at one document of one server. */
export type Seat = {
  port: number
  path: string
  headers: Readonly<Record<string, string>>
  /** Hocuspocus puts the name of the document in front of every message; the others have it in the path. */
  address: string | null
}

export type RawSocket = {
  readonly socket: Socket
  /** Once: accepted, or the status with which it was refused. */
  readonly opened: Promise<number>
  send(payload: Uint8Array): void
  /** Bytes that are no websocket frame of ours. */
  sendRaw(bytes: Uint8Array): void
  destroy(): void
}

type Handlers = {
  onMessage: (data: Buffer, start: number, end: number) => void
  onClose?: (code: number) => void
}

const ABNORMAL = 1006
const READ_BYTES = 256 * 1024
const KEY = Buffer.alloc(16, 7).toString('base64')

// One for all sockets: what is read is dealt with before anything else is read.
const shared = Buffer.allocUnsafe(READ_BYTES)

/**
 * The least that is a websocket: it must cost the generator much less than it costs the server.
 *
 * It copies nothing, waits for nothing, and looks at a frame only as far as its header.
 */
export function openRaw(seat: Seat, { onMessage, onClose }: Handlers): RawSocket {
  let status = 0
  let rest: Buffer | null = null
  let closed = 0
  let settle: (status: number) => void = () => {}
  const opened = new Promise<number>((resolve) => {
    settle = resolve
  })

  const socket = connect({
    port: seat.port,
    host: '127.0.0.1',
    noDelay: true,
    onread: {
      buffer: shared,
      callback(count) {
        receive(shared.subarray(0, count))
        return true
      },
    },
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    settle(status || ABNORMAL)
    onClose?.(closed || ABNORMAL)
  })
  socket.write(request(seat))

  function receive(chunk: Buffer) {
    const data = rest ? Buffer.concat([rest, chunk]) : chunk
    const start = status === 101 ? 0 : readAnswer(data)
    const used = start < 0 ? 0 : takeFrames(data, start, handle)
    rest = used < data.length ? Buffer.from(data.subarray(used)) : null
  }

  function readAnswer(data: Buffer): number {
    const end = data.indexOf('\r\n\r\n')
    if (end < 0) return -1
    status = Number(data.toString('latin1', 9, 12))
    settle(status)
    return status === 101 ? end + 4 : data.length
  }

  function handle({ opcode, data, start, end }: ServerFrame) {
    if (opcode === OPCODE.binary) return onMessage(data, start, end)
    if (opcode === OPCODE.ping) socket.write(maskedFrame(OPCODE.pong, data.subarray(start, end)))
    if (opcode !== OPCODE.close) return
    closed = end - start >= 2 ? data.readUInt16BE(start) : ABNORMAL
    socket.end(maskedFrame(OPCODE.close, data.subarray(start, end)))
  }

  return {
    socket,
    opened,
    send: (payload) => socket.write(maskedFrame(OPCODE.binary, payload)),
    sendRaw: (bytes) => socket.write(bytes),
    destroy: () => socket.destroy(),
  }
}

function request({ port, path, headers }: Seat): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return (
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${KEY}\r\n${lines.join('')}\r\n`
  )
}
