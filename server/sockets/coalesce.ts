import { setTimeout as wait } from 'node:timers/promises'

type Options = {
  ms: number
  run: (key: string) => Promise<void>
  failed: (error: unknown) => void
}

const RETRY_IN_MS = 1_000

/**
 * Runs for one key at most once in `ms`, never twice at the same time, and always once more after the last ask.
 *
 * A run that failed is tried again: what it had to say is still unsaid.
 */
export function createCoalescer({ ms, run, failed }: Options): (key: string) => void {
  const asked = new Map<string, { again: boolean }>()

  async function cycle(key: string, state: { again: boolean }) {
    do {
      state.again = false
      const pause = await attempt(key, state)
      await wait(pause, undefined, { ref: false })
    } while (state.again)
    asked.delete(key)
  }

  async function attempt(key: string, state: { again: boolean }): Promise<number> {
    try {
      await run(key)
      return ms
    } catch (error) {
      failed(error)
      state.again = true
      return RETRY_IN_MS
    }
  }

  return (key) => {
    const state = asked.get(key)
    if (state) {
      state.again = true
      return
    }
    const fresh = { again: false }
    asked.set(key, fresh)
    void cycle(key, fresh)
  }
}
