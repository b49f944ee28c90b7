import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** First byte of a message. 0 to 3 are y-websocket's; 4 and 8 hocuspocus's; 100 and 101 ours. */
const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  syncReply: 4,
  syncStatus: 8,
  saved: 100,
  refused: 101,
}
const SYNC = { step1: 0, step2: 1, update: 2 } as const
const TOKEN = 0

type Received =
  | { kind: 'step1' | 'step2' | 'update'; bytes: Uint8Array }
  | { kind: 'awareness' | 'other' }
  /** The first `count` writes of this connection, or one more of them, the server says to have. */
  | { kind: 'saved'; count: number }
  | { kind: 'one-saved' }
  | { kind: 'refused' }

const AWARENESS: Received = { kind: 'awareness' }
const OTHER: Received = { kind: 'other' }

/** Reads one message, whose address is `skip` bytes long; no further than asked for. */
export function readMessage(data: Buffer, start: number, end: number): Received {
  const type = data[start]
  if (type === MESSAGE.awareness) return AWARENESS
  if (type === MESSAGE.sync || type === MESSAGE.syncReply) return readSync(data, start + 1, end)
  const decoder = decoding.createDecoder(data.subarray(start + 1, end))
  if (type === MESSAGE.saved) return { kind: 'saved', count: decoding.readVarUint(decoder) }
  if (type === MESSAGE.syncStatus)
    return { kind: decoding.readVarUint(decoder) === 1 ? 'one-saved' : 'refused' }
  return type === MESSAGE.refused ? { kind: 'refused' } : OTHER
}

function readSync(data: Buffer, start: number, end: number): Received {
  const decoder = decoding.createDecoder(data.subarray(start + 1, end))
  const bytes = decoding.readVarUint8Array(decoder)
  const kind = data[start]
  if (kind === SYNC.step1) return { kind: 'step1', bytes }
  return { kind: kind === SYNC.step2 ? 'step2' : 'update', bytes }
}

export function syncMessage(kind: keyof typeof SYNC, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, SYNC[kind])
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

export function awarenessMessage(yjsClient: number, clock: number, state: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    const inner = encoding.encode((entries) => {
      encoding.writeVarUint(entries, 1)
      encoding.writeVarUint(entries, yjsClient)
      encoding.writeVarUint(entries, clock)
      encoding.writeVarString(entries, state)
    })
    encoding.writeVarUint8Array(encoder, inner)
  })
}

/** What hocuspocus's provider says first; the server of the bench lets everybody in. */
export function authMessage(): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.auth)
    encoding.writeVarUint(encoder, TOKEN)
    encoding.writeVarString(encoder, 'bench')
  })
}

export function addressOf(name: string | null): Uint8Array {
  if (name === null) return new Uint8Array(0)
  return encoding.encode((encoder) => encoding.writeVarString(encoder, name))
}
