import type { Frame } from './opslag.ts'
import { MESSAGE } from './protocol.ts'

const SYNC_FRAME: Readonly<Record<number, Frame>> = { 1: 'stap-2', 2: 'wijziging' }

/** A WebSocket that tells of every frame with edits that it sends: the server acknowledges by counting the same ones. */
export function createCountingSocket(onFrame: (frame: Frame) => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]) {
      const frame = frameOf(data)
      if (frame) onFrame(frame)
      super.send(data)
    }
  }
}

export function frameOf(data: unknown): Frame | null {
  if (!(data instanceof Uint8Array) || data[0] !== MESSAGE.sync) return null
  return SYNC_FRAME[data[1] ?? 0] ?? null
}
