import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Front, type FrontStart, startBalancer } from './balancer.ts'

const EXAMPLES = join(import.meta.dirname, '../../server/proxy')
const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin']
const START_IN_MS = 10_000

type Frontkind = { name: string; start: FrontStart; skip: boolean }

/** Those of the machine only where they are installed; with the configuration of the README, and other ports. */
export const FRONTS: readonly Frontkind[] = [
  { name: 'a balancer without memory', start: startBalancer, skip: false },
  { name: 'haproxy', start: startHaproxy, skip: programOf('haproxy') === null },
  { name: 'nginx', start: startNginx, skip: programOf('nginx') === null },
]

async function startHaproxy({ ports, own }: Parameters<FrontStart>[0]): Promise<Front> {
  const example = await readFile(join(EXAMPLES, 'haproxy.cfg.example'), 'utf8')
  const config = replaceAll(example, [
    [/bind :443 .*/, `bind 127.0.0.1:${own}`],
    ['127.0.0.1:3001', `127.0.0.1:${ports[0]}`],
    ['127.0.0.1:3002', `127.0.0.1:${ports[1]}`],
  ])
  return run({ program: 'haproxy', own, config, args: (file) => ['-db', '-f', file] })
}

async function startNginx({ ports, own }: Parameters<FrontStart>[0]): Promise<Front> {
  const example = await readFile(join(EXAMPLES, 'nginx.conf.example'), 'utf8')
  const site = replaceAll(example, [
    ['listen 443 ssl', `listen 127.0.0.1:${own}`],
    [/ssl_certificate .*\n/, '\n'],
    [/ssl_certificate_key .*\n/, '\n'],
    [/ssl_protocols .*\n/, '\n'],
    ['127.0.0.1:3001', `127.0.0.1:${ports[0]}`],
    ['127.0.0.1:3002', `127.0.0.1:${ports[1]}`],
  ])
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const config = `
    daemon off; pid nginx.pid; worker_processes 1; error_log stderr warn;
    events { worker_connections 4096; }
    http { access_log off; ${paths.map((name) => `${name}_temp_path tmp;`).join(' ')}
    ${site} }`
  return run({
    program: 'nginx',
    own,
    config,
    args: (file, folder) => ['-e', 'stderr', '-p', folder, '-c', file],
  })
}

type Run = {
  program: string
  own: number
  config: string
  args: (file: string, folder: string) => string[]
}

async function run({ program, own, config, args }: Run): Promise<Front> {
  const folder = await mkdtemp(join(tmpdir(), `focustafel-${program}-`))
  await mkdir(join(folder, 'tmp'))
  const file = join(folder, 'proxy.conf')
  await writeFile(file, config)
  const child = spawn(programOf(program) ?? '', args(file, folder), {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  const origin = `http://127.0.0.1:${own}`
  await untilAnswering(origin, child, () => said)
  return {
    origin,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function untilAnswering(origin: string, child: ChildProcess, said: () => string) {
  const deadline = Date.now() + START_IN_MS
  while (child.exitCode === null && Date.now() < deadline) {
    if (await fetch(origin).catch(() => null)) return
    await wait(50)
  }
  child.kill('SIGKILL')
  throw new Error(`The proxy did not start:\n${said()}`)
}

function replaceAll(text: string, changes: readonly (readonly [string | RegExp, string])[]) {
  return changes.reduce((now, [from, to]) => {
    if (now.replace(from, to) === now) throw new Error(`Not in the example: ${from}`)
    return now.replace(from, to)
  }, text)
}

function programOf(name: string): string | null {
  const path = FOLDERS.map((folder) => join(folder, name)).find(existsSync)
  return path && spawnSync(path, ['-v']).status === 0 ? path : null
}
