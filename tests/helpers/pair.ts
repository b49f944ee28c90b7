import { randomBytes } from 'node:crypto'
import type { Front, FrontStart } from './balancer.ts'
import { findFreePort, startTestServer } from './server.ts'

type Options<F extends Front> = {
  databaseUrl: string
  front: FrontStart<F>
  /** Of the second, when it has another way to the same database. */
  secondUrl?: string
  env?: Record<string, string>
}

/** Two processes on one database, behind one address. */
export async function startPair<F extends Front>(options: Options<F>) {
  const { databaseUrl, secondUrl = databaseUrl } = options
  const ports = [await findFreePort(), await findFreePort()] as const
  const own = await findFreePort()
  const env = {
    PUBLIC_ORIGIN: `http://127.0.0.1:${own}`,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    PROXY_HOPS: '1',
    ...options.env,
  }
  const start = (port: number, url = databaseUrl) =>
    startTestServer({ databaseUrl: url, port, env })
  const een = await start(ports[0])
  const twee = await start(ports[1], secondUrl)
  const front = await options.front({ ports, own })

  return {
    een,
    twee,
    ports,
    front,
    origin: front.origin,
    url: `${front.origin.replace(/^http/, 'ws')}/collab`,
    /** One more, such as the next version. */
    start,
    async [Symbol.asyncDispose]() {
      await een[Symbol.asyncDispose]()
      await twee[Symbol.asyncDispose]()
      await front[Symbol.asyncDispose]()
    },
  }
}
