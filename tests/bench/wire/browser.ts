import { addressOf, authMessage, awarenessMessage, readMessage, syncMessage } from './protocol.ts'
import { openRaw, type RawSocket, type Seat } from './socket.ts'

type Options = {
  onUpdate?: (bytes: Uint8Array) => void
  onClose?: (code: number) => void
}

export type Browser = {
  readonly raw: RawSocket
  /** Resolves with what the server says is the whole document. */
  readonly synced: Promise<Uint8Array>
  send(message: Uint8Array): void
  sendUpdate(bytes: Uint8Array): void
  /** Asks once more for the whole document. */
  askAll(): void
  /** How many of the updates it sent the server says to have kept, and how many it refused. */
  saved(): number
  refused(): number
  received(): number
  close(): void
}

const EMPTY_VECTOR = new Uint8Array([0])
const EMPTY_UPDATE = new Uint8Array([0, 0])
const STEP1 = syncMessage('step1', EMPTY_VECTOR)

/** What the provider of each server does on the wire, and no more: no Y.Doc of its own. */
export function openBrowser(seat: Seat, { onUpdate, onClose }: Options = {}): Browser {
  const address = addressOf(seat.address)
  const skip = address.length
  let step2s = 0
  let told = 0
  let refused = 0
  let received = 0
  let settle: (whole: Uint8Array) => void = () => {}
  let fail: (error: Error) => void = () => {}
  const synced = new Promise<Uint8Array>((resolve, reject) => {
    settle = resolve
    fail = reject
  })
  synced.catch(() => {})

  const raw = openRaw(seat, {
    onMessage(data, start, end) {
      received += end - start
      const message = readMessage(data, start + skip, end)
      if (message.kind === 'update') return onUpdate?.(message.bytes)
      if (message.kind === 'step2') return settle(Uint8Array.from(message.bytes))
      if (message.kind === 'saved') told = message.count
      if (message.kind === 'one-saved') told += 1
      if (message.kind === 'refused') refused += 1
      if (message.kind !== 'step1') return
      step2s += 1
      send(syncMessage('step2', EMPTY_UPDATE))
    },
    onClose(code) {
      fail(new Error(`Closed with ${code} before it was in step`))
      onClose?.(code)
    },
  })
  void raw.opened.then((status) => {
    if (status !== 101) return fail(new Error(`Refused with ${status}`))
    if (seat.address !== null) send(authMessage())
    send(STEP1)
  })

  function send(message: Uint8Array) {
    raw.send(skip === 0 ? message : Buffer.concat([address, message]))
  }

  return {
    raw,
    synced,
    send,
    sendUpdate: (bytes) => send(syncMessage('update', bytes)),
    askAll: () => send(STEP1),
    saved: () => Math.max(0, told - step2s),
    refused: () => refused,
    received: () => received,
    close: () => raw.destroy(),
  }
}

/** The first thing that a browser says about itself: somebody is here, and has no caret yet. */
export function arrivalMessage(yjsClient: number): Uint8Array {
  return awarenessMessage(yjsClient, 1, JSON.stringify({ user: USER }))
}

export const USER = { name: 'Joke Veenstra', color: '#1f6f8b' }
