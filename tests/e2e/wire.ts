import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'

export type Wire = {
  /** For a context of Playwright: everything of that browser, its sockets too, goes over this wire. */
  proxy: { server: string; bypass: string }
  /** As when the network drops: what is open breaks, and nothing new gets through. */
  cut(): void
  mend(): void
  [Symbol.asyncDispose](): Promise<void>
}

const WELCOME = Buffer.from([5, 0])
const CONNECTED = Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])

/**
 * A SOCKS proxy that leads to one server, and can be cut.
 *
 * Playwright's own setOffline leaves sockets that are open as they are.
 */
export async function createWire(origin: string): Promise<Wire> {
  const { hostname, port } = new URL(origin)
  const open = new Set<Socket>()
  let isCut = false

  const server = createServer(async (near) => {
    keep(near)
    if (isCut) return near.destroy()
    await once(near, 'data')
    near.write(WELCOME)
    await once(near, 'data')
    const far = dial(Number(port), hostname)
    keep(far)
    far.once('connect', () => {
      near.write(CONNECTED)
      near.pipe(far).pipe(near)
    })
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
  })

  function keep(socket: Socket) {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const own = typeof address === 'object' ? address?.port : undefined
  const breakAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    proxy: { server: `socks5://127.0.0.1:${own}`, bypass: '<-loopback>' },
    cut() {
      isCut = true
      breakAll()
    },
    mend() {
      isCut = false
    },
    async [Symbol.asyncDispose]() {
      breakAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
