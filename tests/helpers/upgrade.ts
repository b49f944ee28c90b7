import { WebSocket } from 'ws'

/** What a websocket at this path is answered with: 101 when it opens. */
export function upgradeStatus(origin: string, path: string, cookie: string): Promise<number> {
  const ws = new WebSocket(origin.replace('http', 'ws') + path, { headers: { cookie, origin } })
  return new Promise((resolve) => {
    ws.on('error', () => {})
    ws.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      ws.terminate()
    })
    ws.on('open', () => {
      resolve(101)
      ws.terminate()
    })
  })
}
