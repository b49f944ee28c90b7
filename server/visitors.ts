import type { IncomingMessage } from 'node:http'
import type { Server } from 'socket.io'
import { addressOf } from './address.ts'
import type { Env } from './env.ts'

/** Of one address, of whom it is not known who they are: ten offices that come back at once, and 50 MB at most. */
const MAX_PER_ADDRESS = 2_500
/** A browser of ours says one thing, and then only that it is still there. */
const MAX_PACKETS = 100
export const KNOWN_WITHIN_MS = 10_000

type Connection = {
  request: IncomingMessage
  on: (event: string, listener: () => void) => unknown
  close: () => void
}

/**
 * Bounds what a connection of socket.io may cost before it is known whose it is, and how much it may say.
 *
 * By address only for so long: an office behind one address is many people, and after the door each session has its
 * own limit. Answers whether one more may come in from where this request comes from.
 */
export function limitVisitors(io: Server, env: Pick<Env, 'proxyHops'>) {
  const waiting = new Map<string, Set<unknown>>()

  function leave(address: string, connection: unknown) {
    const there = waiting.get(address)
    there?.delete(connection)
    if (there?.size === 0) waiting.delete(address)
  }

  io.engine.on('connection', (connection: Connection) => {
    const address = addressOf(connection.request, env)
    waiting.set(address, (waiting.get(address) ?? new Set()).add(connection))
    let packets = 0
    connection.on('packet', () => {
      packets += 1
      if (packets > MAX_PACKETS) connection.close()
    })
    const calm = setInterval(() => {
      packets = 0
    }, KNOWN_WITHIN_MS)
    calm.unref()
    connection.on('close', () => {
      clearInterval(calm)
      leave(address, connection)
    })
  })
  io.on('new_namespace', (namespace) => {
    namespace.on('connection', ({ conn }) => leave(addressOf(conn.request, env), conn))
  })

  return {
    mayEnter: (request: IncomingMessage) =>
      (waiting.get(addressOf(request, env))?.size ?? 0) < MAX_PER_ADDRESS,
  }
}
