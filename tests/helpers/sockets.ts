import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { io, type Socket } from 'socket.io-client'
import type { Clientbeeld } from '#app/components/client/clientbeeld.ts'
import type { Sql } from '#db/connection.ts'
import { listenNotices, type Notices } from '#db/notices.ts'
import { saveProces } from '#db/processen.ts'
import { createSockets } from '#server/sockets/index.ts'

const silent = { info() {}, warn() {}, error() {} }

/** Nothing ever arrives: what is left is polling. */
export const DEAF: Notices = { subscribe: () => () => {}, close: async () => {} }

/** The sockets of one server process. Two of them on one database are two processes. */
export async function createTestSockets(sql: Sql, given?: Notices) {
  const notices = given ?? (await listenNotices(sql))
  const procesId = randomUUID()
  await saveProces(sql, procesId)
  const http = createServer()
  const server = new Server(http, { transports: ['websocket'] })
  server.use((_socket, next) => next(new Error('niet-gevonden')))
  const sockets = createSockets({ io: server, sql, notices, procesId, log: silent })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      sockets.close()
      await server.close()
      await notices.close()
    },
  }
}

/** `taal`: that of the page of the client side which opens it. */
type Open = { cookie: string; overlegId?: string; namespace?: string; taal?: string }
export type TestSocket = {
  socket: Socket
  /** Every event with its payload, as it came. */
  events: [string, unknown][]
  beelden: () => Clientbeeld[]
  /** `open`, or the word that the server refused with. */
  answer: Promise<string>
  /** Why it closed. */
  closed: Promise<string>
  [Symbol.dispose](): void
}

export function openSocket(url: string, { cookie, overlegId, taal, namespace = '/overleg' }: Open) {
  const socket = io(`${url}${namespace}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie, origin: url },
    auth: { overlegId, taal },
  })
  const events: [string, unknown][] = []
  socket.onAny((name: string, payload: unknown) => events.push([name, payload]))
  const test: TestSocket = {
    socket,
    events,
    beelden: () => events.flatMap(([, payload]) => (isBeeld(payload) ? [payload] : [])),
    answer: new Promise((resolve) => {
      socket.on('connect', () => resolve('open'))
      socket.on('connect_error', (error) => resolve(error.message))
    }),
    closed: new Promise((resolve) => socket.on('disconnect', resolve)),
    [Symbol.dispose]: () => socket.disconnect(),
  }
  return test
}

function isBeeld(payload: unknown): payload is Clientbeeld {
  return typeof payload === 'object' && payload !== null && 'weergave' in payload
}
