const BINARY = 0x82
const LENGTH_IN_16_BITS = 126
const LENGTH_IN_64_BITS = 127

/**
 * Frames as they go over a socket, whole: made once, and written to any number of sockets in one write each.
 *
 * `ws` would make a header for every socket anew, and write that and the frame apart; at a table of ten that is most of
 * what an edit costs. Only for sockets without compression, on which ws itself never leaves a frame half written.
 */
export function wireOf(frames: readonly Uint8Array[]): Buffer {
  return Buffer.concat(frames.flatMap((frame) => [headerOf(frame.length), frame]))
}

function headerOf(length: number): Buffer {
  if (length < LENGTH_IN_16_BITS) return Buffer.from([BINARY, length])
  if (length < 2 ** 16) {
    const header = Buffer.from([BINARY, LENGTH_IN_16_BITS, 0, 0])
    header.writeUInt16BE(length, 2)
    return header
  }
  const header = Buffer.alloc(10)
  header[0] = BINARY
  header[1] = LENGTH_IN_64_BITS
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
