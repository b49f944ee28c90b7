import { Socket } from 'node:net'
import type { SilenceWatch } from './silence.ts'

/** What postgres.js hands to who makes its sockets: its own settings, which it reads after this. */
export type Settings = {
  host: readonly string[]
  port: readonly number[]
  path?: string | false
  fetch_types: boolean
  shared: { typeArrayMap: Record<string, unknown> }
}

/** A first message of this length is sent at once, and not a tick later: see below. */
export const AT_ONCE_IN_BYTES = 1024

/**
 * A socket for postgres.js that says first what went wrong, and only a moment later that it is closed.
 *
 * postgres.js writes a tick after it was asked to. When a connection closes in between, it writes to nothing and ends the
 * process (the rollback of the transaction that was cut), or keeps a place in the pool of which nothing is sent any more
 * but what is long (so `createSql` makes the first message long), or leaves a question without an answer.
 */
export function createPatientSocket(settings: Settings, watch?: SilenceWatch): Socket {
  const { host, port, path } = settings
  // The types of arrays are asked for at each connection, and nobody catches it when that is cut. Once is enough.
  if (Object.keys(settings.shared.typeArrayMap).length > 0) settings.fetch_types = false
  const socket = new Socket()
  const emit = socket.emit.bind(socket)
  const write = socket.write.bind(socket)
  const ear = watch?.(socket)

  function fail() {
    if (socket.listenerCount('error') > 0) emit('error', lost())
  }

  function close(hadError: unknown) {
    // Who waits for an answer hears it now, while there is a socket still: what he says after it goes nowhere.
    fail()
    setImmediate(() =>
      setImmediate(() => {
        // And who was given this connection meanwhile.
        fail()
        // To lose one that worked is no failed attempt, after which there would be a pause.
        emit('close', hadError === true && socket.bytesRead === 0)
      }),
    )
  }

  Object.assign(socket, {
    emit(name: string, ...args: unknown[]) {
      // Not by a listener: postgres.js takes all listeners away.
      if (name === 'data') ear?.heard()
      if (name !== 'close') return Reflect.apply(emit, socket, [name, ...args])
      close(args[0])
      return true
    },
  })
  if (path) socket.connect(path)
  else socket.connect({ host: host[0], port: port[0] ?? 5432 })
  // Not before: connect() puts the socket's own write back.
  return Object.assign(socket, {
    write(...args: unknown[]) {
      ear?.asked()
      return Reflect.apply(write, socket, args)
    },
  })
}

/** As postgres.js says of a connection that is gone. */
export function lost(): Error {
  const code = 'CONNECTION_CLOSED'
  return Object.assign(new Error(`write ${code}`), { code, errno: code })
}
