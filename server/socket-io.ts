import type { Server as HttpServer, ServerResponse } from 'node:http'
import { Server } from 'socket.io'
import type { Env } from './env.ts'
import { securityHeaders } from './headers.ts'
import { isFromOurPages, isUpgradeFromOurPages } from './origin.ts'
import { KNOWN_WITHIN_MS, limitVisitors } from './visitors.ts'

const MAX_MESSAGE_IN_BYTES = 16_384

/** No browser has anything to send here that is longer than a few words. */
export function createSocketIo(http: HttpServer, env: Env): Server {
  const io = new Server(http, {
    serveClient: false,
    // Long polling would want every request of a browser to reach the same process.
    transports: ['websocket'],
    // Otherwise engine.io closes every upgrade that is not its own, after one second.
    destroyUpgrade: false,
    maxHttpBufferSize: MAX_MESSAGE_IN_BYTES,
    pingInterval: 20_000,
    pingTimeout: 10_000,
    connectTimeout: KNOWN_WITHIN_MS,
    // Its own check of origins does not stop a websocket from another site.
    allowRequest(request, answer) {
      const isOurs = request.headers.upgrade
        ? isUpgradeFromOurPages(request, env)
        : isFromOurPages(request, env)
      answer(null, isOurs && visitors.mayEnter(request))
    },
  })
  const visitors = limitVisitors(io, env)
  // Before it judges the request: a refusal carries them too.
  const headers = Object.entries(securityHeaders(env))
  io.engine.use((_request: unknown, response: ServerResponse, next: () => void) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    next()
  })
  // The namespace that everybody gets unasked has nothing in it.
  io.use((_socket, next) => next(new Error('niet-gevonden')))
  return io
}
