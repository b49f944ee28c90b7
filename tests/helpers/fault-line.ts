import type { Socket } from 'node:net'

export type Way = 'there' | 'back'
export type Weather = { frozen: readonly Way[]; ms: number; jitter: number }

export type Line = {
  blow(weather: Weather, way: Way): void
  /** Forgets what it holds, and hears nothing any more. */
  stop(): void
}

type Piece = { due: number; what: Buffer | 'fin' | 'rst' }
type Parts = { from: Socket; to: Socket; random: () => number }

// As much as the buffers of a kernel: who sends more has to wait.
const MAX_HELD = 256 * 1024

/** One direction of a connection: what comes in goes out, later, or not now. */
export function createLine({ from, to, random }: Parts): Line {
  let queue: Piece[] = []
  let held = 0
  let isFrozen = false
  let delay = { ms: 0, jitter: 0 }
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  from.on('data', (chunk) => push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)))
  from.on('end', () => push('fin'))
  from.on('error', () => push('rst'))
  to.on('drain', flow)
  to.on('close', stop)

  function push(what: Piece['what']) {
    if (stopped) return
    const due = performance.now() + delay.ms + random() * delay.jitter
    queue.push({ what, due: Math.max(due, queue.at(-1)?.due ?? 0) })
    held += sizeOf(what)
    if (held > MAX_HELD) from.pause()
    flow()
  }

  function flow() {
    clearTimeout(timer)
    while (!stopped && !isFrozen) {
      const [next] = queue
      if (!next || to.connecting || to.writableNeedDrain) break
      const wait = next.due - performance.now()
      if (wait > 0) {
        timer = setTimeout(flow, wait)
        break
      }
      queue.shift()
      held -= sizeOf(next.what)
      pass(next.what)
    }
    if (held <= MAX_HELD && from.isPaused()) from.resume()
  }

  function pass(what: Piece['what']) {
    if (what === 'rst') to.resetAndDestroy()
    else if (what === 'fin') to.end()
    else to.write(what)
  }

  function stop() {
    stopped = true
    queue = []
    held = 0
    clearTimeout(timer)
    // What still comes is read and forgotten, so that its end is heard.
    from.resume()
  }

  to.on('connect', flow)
  return {
    blow({ frozen, ms, jitter }, way) {
      isFrozen = frozen.includes(way)
      delay = { ms, jitter }
      // Healed: what was on its way is there now.
      if (ms === 0) for (const piece of queue) piece.due = 0
      flow()
    },
    stop,
  }
}

function sizeOf(what: Piece['what']): number {
  return typeof what === 'string' ? 0 : what.length
}
