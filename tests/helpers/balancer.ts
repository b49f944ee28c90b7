import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'

/** What browsers speak to when there are several processes. */
export type Front = { origin: string; [Symbol.asyncDispose](): Promise<void> }

/** Starts one on the port `own`, in front of servers that are there already. */
export type FrontStart<F extends Front = Front> = (ports: {
  own: number
  ports: readonly [number, number]
}) => Promise<F>

type Balancer = Front & {
  /** The ports that it leads to, one connection each in turn; whoever is gone is passed over. */
  ports: number[]
}

/** A connection here, a connection there, whoever it is: nobody stays with one process. */
export const startBalancer: FrontStart<Balancer> = async ({ own, ports }) => {
  const open = new Set<Socket>()
  let turn = 0

  const server = createServer({ noDelay: true }, (near) => {
    keep(near)
    near.pause()
    turn += 1
    void join(near, [...balancer.ports.slice(turn % balancer.ports.length), ...balancer.ports])
  })

  async function join(near: Socket, [port, ...others]: readonly number[]): Promise<void> {
    if (port === undefined || near.destroyed) return void near.destroy()
    const far = dial({ port, host: '127.0.0.1', noDelay: true })
    keep(far)
    const reached = await Promise.race([
      once(far, 'connect').then(() => true),
      once(far, 'close').then(() => false),
    ]).catch(() => false)
    if (!reached) return join(near, others)
    near.pipe(far).pipe(near)
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
  }

  function keep(socket: Socket) {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
  }

  await once(server.listen(own, '127.0.0.1'), 'listening')
  const balancer: Balancer = {
    origin: `http://127.0.0.1:${own}`,
    ports: [...ports],
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return balancer
}
