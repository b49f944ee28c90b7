import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Geweigerd, MESSAGE } from '#app/realtime/protocol.ts'

/** The three kinds of sync message of y-protocols. */
const SYNC = { step1: 0, step2: 1, update: 2 } as const

export type Frame =
  | { soort: 'step1'; vector: Uint8Array }
  | { soort: 'write'; update: Uint8Array }
  | { soort: 'awareness'; bytes: Uint8Array }
  | { soort: 'query-awareness' }

/** Null for whatever is not a frame of this protocol. */
export function parseFrame(data: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(data)
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        return parseSync(decoder)
      case MESSAGE.awareness:
        return { soort: 'awareness', bytes: decoding.readVarUint8Array(decoder) }
      case MESSAGE.queryAwareness:
        return { soort: 'query-awareness' }
      default:
        return null
    }
  } catch {
    return null
  }
}

export function syncFrame(kind: keyof typeof SYNC, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
  encoding.writeVarUint(encoder, SYNC[kind])
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** The first `n` writes of this connection are dealt with: each is written, or was refused before this frame. */
export function opgeslagenFrame(n: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.opgeslagen)
  encoding.writeVarUint(encoder, n)
  return encoding.toUint8Array(encoder)
}

export function geweigerdFrame(n: number, reden: Geweigerd): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.geweigerd)
  encoding.writeVarUint(encoder, n)
  encoding.writeVarString(encoder, reden)
  return encoding.toUint8Array(encoder)
}

function parseSync(decoder: decoding.Decoder): Frame | null {
  const kind = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (kind === SYNC.step1) return { soort: 'step1', vector: bytes }
  return kind === SYNC.step2 || kind === SYNC.update ? { soort: 'write', update: bytes } : null
}
