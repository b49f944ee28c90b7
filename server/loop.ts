import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Log } from './log.ts'

const RESOLUTION_IN_MS = 20
const LOOK_IN_MS = 1_000
const LONG_IN_MS = 100

/** One process has one thread: what takes long in it keeps everybody waiting, and the log says how long. */
export function watchLoop(log: Log): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_IN_MS })
  delay.enable()
  const timer = setInterval(() => {
    const ms = Math.round(delay.max / 1e6)
    delay.reset()
    if (ms >= LONG_IN_MS) log.warn({ event: 'loop-blocked', ms })
  }, LOOK_IN_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    delay.disable()
  }
}
