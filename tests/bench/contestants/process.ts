import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const PROBE = join(import.meta.dirname, '../comparators/probe.mjs')
const START_IN_MS = 60_000
const STOP_IN_MS = 15_000

type Options = {
  args: string[]
  cwd: string
  env: Record<string, string>
  folder: string
  name: string
  /** Chosen here, when nobody needs to know it before. */
  port?: number
  /** What it answers when it can work. */
  url: (port: number) => string
}

/** One server process, started as often as is asked, always on the same port. */
export function createProcess({ args, cwd, env, folder, name, url, ...rest }: Options) {
  let child: ChildProcess | null = null
  let port = rest.port ?? 0
  let socket = ''

  async function start() {
    port ||= await findFreePort()
    socket = join(folder, `${name}-${randomBytes(4).toString('hex')}.sock`)
    const started = spawn(process.execPath, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        ...env,
        BENCH_PROBE: socket,
        NODE_OPTIONS: `--import=${pathToFileURL(PROBE).href}`,
      },
    })
    child = started
    const log = createWriteStream(join(folder, `${name}.log`), { flags: 'a' })
    started.stdout?.pipe(log)
    started.stderr?.pipe(log)
    started.channel?.unref()
    const deadline = Date.now() + START_IN_MS
    while (started.exitCode === null && Date.now() < deadline) {
      const response = await fetch(url(port)).catch(() => null)
      if (response?.ok) return
      await wait(20)
    }
    throw new Error(`${name} did not start; see ${join(folder, `${name}.log`)}`)
  }

  async function end(signal: NodeJS.Signals) {
    const ending = child
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = once(ending, 'exit')
    ending.kill(signal)
    const late = setTimeout(() => ending.kill('SIGKILL'), STOP_IN_MS)
    await gone
    clearTimeout(late)
  }

  return {
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    isAlive: () => child !== null && child.exitCode === null && child.signalCode === null,
    pid: () => child?.pid ?? 0,
    port: () => port,
    async probe(command: string): Promise<unknown> {
      const question = connect(socket)
      await once(question, 'connect')
      question.write(command)
      return JSON.parse(await text(question))
    },
  }
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer().listen(0, '127.0.0.1', () => {
      const address = listener.address()
      const port = typeof address === 'object' ? address?.port : undefined
      listener.close(() => (port ? resolve(port) : reject(new Error('No port is free'))))
    })
  })
}
