import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

class SilentSocket {
  send() {}
  close() {}
}

test('a document that was closed leaves nothing behind that goes on', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', SilentSocket)
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('window', { location: { protocol: 'http:', host: 'hier' } })
  const { openDocument } = await import('./open-document.ts')
  const handlers = { onVerlies() {}, onDicht() {}, onAfgemeld() {}, onMislukt() {} }
  const open = openDocument({ overlegId: 'een', document: 'beeldvorming' }, handlers)
  expect(vi.getTimerCount()).toBeGreaterThan(0)
  open.close()
  // What was waiting to connect again looks once more, and leaves it.
  await vi.advanceTimersByTimeAsync(60_000)
  expect(vi.getTimerCount()).toBe(0)
})
