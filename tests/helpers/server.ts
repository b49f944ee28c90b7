import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { keepOutput } from './kanaries.ts'

const ROOT = join(import.meta.dirname, '../..')
const START_IN_MS = 60_000

export type TestServer = {
  origin: string
  pid: number
  /** What it logged so far, a JSON line per event. */
  log: () => string
  /** After which it ends. Answers with the exit code. */
  signal(name: NodeJS.Signals): Promise<number | null>
  /** As an administrator would: SIGTERM. Answers with the exit code. */
  stop(): Promise<number | null>
  /** As a power cut would: SIGKILL. */
  kill(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

type Options = { databaseUrl: string; port?: number; env?: Record<string, string> }

/** The real server, in a process of its own, with the production build: `npm run build` comes first. */
export async function startTestServer({ databaseUrl, port, env }: Options): Promise<TestServer> {
  if (!existsSync(join(ROOT, 'build/server/index.js'))) {
    throw new Error('There is no build to test: npm run build')
  }
  const chosen = port ?? (await findFreePort())
  const origin = `http://127.0.0.1:${chosen}`
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    // The channel ends the server when the test that started it is gone, however it went.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      FOCUSTAFEL_MODE: 'production',
      DATABASE_URL: databaseUrl,
      AUDIT_ANCHOR_DIR: anchorFolder(databaseUrl),
      PUBLIC_ORIGIN: origin,
      SESSION_SECRET: randomBytes(32).toString('hex'),
      // Most tests are about what comes after signing in.
      SECOND_FACTOR: 'optional',
      HOST: '127.0.0.1',
      PORT: String(chosen),
      NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/focustafel'),
      ...env,
    },
  })
  const log = collect(child)
  child.channel?.unref()
  const end = once(child, 'exit')
  await untilHealthy(child, origin, log)

  const signal = async (name: NodeJS.Signals) => {
    child.kill(name)
    await end
    return child.exitCode
  }
  const kill = async () => void (await signal('SIGKILL'))
  return {
    origin,
    pid: child.pid ?? 0,
    log,
    signal,
    stop: () => signal('SIGTERM'),
    kill,
    [Symbol.asyncDispose]: kill,
  }
}

/** Outside the database, and as long-lived: of all servers that run on it. */
export function anchorFolder(databaseUrl: string): string {
  return join(tmpdir(), `focustafel-anker-${new URL(databaseUrl).pathname.slice(1)}`)
}

function collect(child: ChildProcess): () => string {
  let text = ''
  const keep = keepOutput()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      keep(chunk)
    })
  }
  return () => text
}

async function untilHealthy(child: ChildProcess, origin: string, log: () => string) {
  const deadline = Date.now() + START_IN_MS
  while (child.exitCode === null && Date.now() < deadline) {
    // On a port that two chose at once somebody else may answer.
    if (log().includes('"event":"server-started"')) {
      const response = await fetch(`${origin}/gezond`).catch(() => null)
      if (response?.ok) return
    }
    await wait(50)
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not start:\n${log()}`)
}

/** Of all that there are: the one that the system would give, it gives to two who ask at once. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const port = randomInt(20_000, 32_000)
    const probe = createServer()
    probe.once('error', () => resolve(findFreePort()))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)))
  })
}
