import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { createLine, type Line, type Way, type Weather } from './fault-line.ts'

export type { Way }

/** What can be done to one connection, or to all of them and those to come. */
type Faults = {
  /** Forwards nothing that way, or neither way, and keeps the connection: what was sent arrives after `heal`. */
  freeze(way?: Way): void
  /** Every piece arrives so much later, in the order in which it was sent. */
  delay(ms: number, jitter?: number): void
  /** As a network without faults; what was held goes on its way. */
  heal(): void
  /** `fin`: each side hears that the other is done. `rst`: that it is gone. */
  cut(how: 'fin' | 'rst'): void
}

export type FaultProxy = Faults & {
  readonly port: number
  /** A URL of the target, by way of here. */
  through(url: string): string
  /** Those that are open now, the oldest first. */
  connections(): readonly Faults[]
  /** Who comes now is sent away at once. */
  refuse(): void
  accept(): void
  [Symbol.asyncDispose](): Promise<void>
}

type Options = {
  port: number
  host?: string
  /** For the jitter. */
  random?: () => number
}

/**
 * Stands between two that speak TCP and does to them what networks do.
 *
 * `there` is the way from who connected; `back` the other. Frozen one way is half-open. New connections are refused by a
 * reset after they were made: to stop listening would give the port to somebody else on a busy machine.
 */
export async function createFaultProxy(options: Options): Promise<FaultProxy> {
  const { host = '127.0.0.1', random = Math.random } = options
  const open = new Set<ReturnType<typeof join>>()
  let weather: Weather = { frozen: [], ms: 0, jitter: 0 }
  let refuses = false

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (browser) => {
    browser.on('error', () => {})
    if (refuses) return void browser.resetAndDestroy()
    const target = connect({ port: options.port, host, allowHalfOpen: true, noDelay: true })
    const connection = join({ browser, target, random, weather })
    open.add(connection)
    connection.closed.then(() => open.delete(connection))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  function all(change: (faults: Faults) => void) {
    for (const connection of open) change(connection)
  }

  return {
    port,
    through(url) {
      const changed = new URL(url)
      changed.host = `127.0.0.1:${port}`
      return changed.href
    },
    connections: () => [...open],
    freeze(way) {
      weather = freezing(weather, way)
      all((faults) => faults.freeze(way))
    },
    delay(ms, jitter = 0) {
      weather = { ...weather, ms, jitter }
      all((faults) => faults.delay(ms, jitter))
    },
    heal() {
      weather = { frozen: [], ms: 0, jitter: 0 }
      all((faults) => faults.heal())
    },
    cut: (how) => all((faults) => faults.cut(how)),
    refuse() {
      refuses = true
    },
    accept() {
      refuses = false
    },
    async [Symbol.asyncDispose]() {
      refuses = true
      all((faults) => faults.cut('rst'))
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Parts = { browser: Socket; target: Socket; random: () => number; weather: Weather }

function join({ browser, target, random, weather }: Parts): Faults & { closed: Promise<unknown> } {
  target.on('error', () => {})
  const lines: readonly [Way, Line][] = [
    ['there', createLine({ from: browser, to: target, random })],
    ['back', createLine({ from: target, to: browser, random })],
  ]
  let now = weather
  blow(weather)

  function blow(next: Weather) {
    now = next
    for (const [way, line] of lines) line.blow(next, way)
  }

  return {
    closed: Promise.all(
      [browser, target].map((socket) => new Promise((done) => socket.on('close', done))),
    ),
    freeze: (way) => blow(freezing(now, way)),
    delay: (ms, jitter = 0) => blow({ ...now, ms, jitter }),
    heal: () => blow({ frozen: [], ms: 0, jitter: 0 }),
    cut(how) {
      for (const [, line] of lines) line.stop()
      for (const socket of [browser, target]) {
        if (how === 'rst') socket.resetAndDestroy()
        else socket.destroySoon()
      }
    },
  }
}

function freezing(weather: Weather, way: Way | undefined): Weather {
  return { ...weather, frozen: way ? [...weather.frozen, way] : ['there', 'back'] }
}
