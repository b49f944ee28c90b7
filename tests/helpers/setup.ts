import { afterEach, beforeEach, expect, vi } from 'vitest'

const PATIENCE_IN_MS = 10_000

// A second, vitest's own, is short on a busy machine. A test that promises a time says it.
const waitFor = vi.waitFor
vi.waitFor = (callback, options = PATIENCE_IN_MS) => waitFor(callback, options)

// What nobody expected is a failure. A test that expects one calls `vi.mocked(console.error).mockClear()` at its end.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

// Files may share a process.
afterEach(() => {
  vi.useRealTimers()
  expect(vi.mocked(console.error).mock.calls, 'unexpected console.error').toEqual([])
})
