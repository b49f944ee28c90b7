import { connect } from 'node:net'

const PATIENCE_IN_MS = 10_000

/** What comes back on a bare socket, until it closes or nothing more comes. */
export function rawAnswer(
  origin: string,
  sent: string | Uint8Array,
  patience = PATIENCE_IN_MS,
): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(sent))
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      answer += chunk
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
    socket.setTimeout(patience, () => socket.destroy())
  })
}

export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
}

export function bodyOf(answer: string): string {
  return Buffer.from(answer.split('\r\n\r\n').slice(1).join('\r\n\r\n'), 'latin1').toString()
}

/** Mulberry32: the same seed gives the same attack. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}
