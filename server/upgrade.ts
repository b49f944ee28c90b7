import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { COLLAB_PATH } from '#app/realtime/protocol.ts'
import type { Env } from './env.ts'
import { isUpgradeFromOurPages } from './origin.ts'

const DOCUMENT = new RegExp(`^${COLLAB_PATH}/[a-z0-9/-]+$`)

type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** One port for three kinds of websocket: socket.io looks after its own, collab gets its own, and there are no others. */
export function handleUpgrades(http: Server, env: Env, collab: HandleUpgrade) {
  // From the first moment: one malformed frame on a socket that nobody listens to ends the process.
  http.on('connection', (socket) => socket.on('error', () => socket.destroy()))

  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    if (path.startsWith('/socket.io/')) return
    if (env.mode === 'development' && isVite(request)) return

    // Letter by letter: an address with dots or escapes in it would be another one after it is read.
    if (!DOCUMENT.test(path)) return refuse(socket, '404 Not Found')
    if (!isUpgradeFromOurPages(request, env)) return refuse(socket, '403 Forbidden')
    collab(request, socket, head)
  })
}

function isVite(request: IncomingMessage): boolean {
  const protocol = request.headers['sec-websocket-protocol'] ?? ''
  return protocol === 'vite-hmr' || protocol === 'vite-ping'
}

function refuse(socket: Duplex, status: string) {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
