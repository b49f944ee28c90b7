export const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const

export type ServerFrame = { opcode: number; data: Buffer; start: number; end: number }

const FIN = 0x80
const MASKED = 0x80
const SHORT = 126
const LONG = 127
// Not zero: a server may leave out the work when there is nothing to unmask.
const MASK = [0x37, 0xfa, 0x21, 0x3d] as const

/** A whole frame as a browser sends it: masked. */
export function maskedFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload
  const head = length < SHORT ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + 4 + length)
  frame[0] = FIN | opcode
  if (head === 2) frame[1] = MASKED | length
  if (head === 4) {
    frame[1] = MASKED | SHORT
    frame.writeUInt16BE(length, 2)
  }
  if (head === 10) {
    frame[1] = MASKED | LONG
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  for (let index = 0; index < 4; index++) frame[head + index] = MASK[index] ?? 0
  const start = head + 4
  for (let index = 0; index < length; index++) {
    frame[start + index] = (payload[index] ?? 0) ^ (MASK[index & 3] ?? 0)
  }
  return frame
}

/** Hands out the whole frames of a server, and answers how far that came. None of these servers fragments. */
export function takeFrames(data: Buffer, from: number, take: (frame: ServerFrame) => void): number {
  let at = from
  while (at + 2 <= data.length) {
    const opcode = (data[at] ?? 0) & 0x0f
    const short = (data[at + 1] ?? 0) & 0x7f
    const head = short < SHORT ? 2 : short === SHORT ? 4 : 10
    if (at + head > data.length) return at
    const start = at + head
    const length =
      head === 2
        ? short
        : head === 4
          ? data.readUInt16BE(at + 2)
          : Number(data.readBigUInt64BE(at + 2))
    if (start + length > data.length) return at
    take({ opcode, data, start, end: start + length })
    at = start + length
  }
  return at
}
