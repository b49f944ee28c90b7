import { afterEach, beforeEach, expect, vi } from 'vitest'

// What nobody expected is a failure. A test that expects one calls `vi.mocked(console.error).mockClear()` at its end.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls, 'unexpected console.error').toEqual([])
})
