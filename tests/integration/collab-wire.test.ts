import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { wireOf } from '#collab/wire.ts'

// Around each place where the header of a websocket frame changes its form.
const LENGTHS = [0, 1, 125, 126, 127, 65_535, 65_536, 70_000]

test('frames that are written to the socket itself arrive whole, in order, and between those of ws', async () => {
  const http = createServer()
  const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  http.on('upgrade', (request, socket, head) => {
    wss.handleUpgrade(request, socket, head, (ws) => {
      for (const length of LENGTHS) {
        ws.send(Buffer.from([length % 251]))
        socket.write(wireOf([new Uint8Array(length).fill(7), new Uint8Array([length % 249])]))
      }
      ws.close(1000)
    })
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  const port = typeof address === 'object' ? address?.port : 0

  const browser = new WebSocket(`ws://127.0.0.1:${port}`)
  const got: number[][] = []
  browser.on('message', (data, isBinary) => {
    if (isBinary && Buffer.isBuffer(data)) got.push([data.length, data.at(0) ?? -1])
  })
  const [code] = await once(browser, 'close')
  http.close()

  expect(code).toBe(1000)
  expect(got).toEqual(
    LENGTHS.flatMap((length) => [
      [1, length % 251],
      [length, length > 0 ? 7 : -1],
      [1, length % 249],
    ]),
  )
})
