import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPages, findNode, installPackages, ROOT, say } from './steps.mjs'

const LOOPBACK = ['localhost', '127.0.0.1', '::1', '[::1]']
const isDevelopment = process.argv.includes('--dev')

try {
  refuseElsewhere()
  await installPackages()
  if (!isDevelopment) await buildPages()
  startServer()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

/** Said again by the server itself; here before anything is installed. */
function refuseElsewhere() {
  const { NODE_ENV, HOST } = process.env
  if (NODE_ENV === 'production') {
    throw new Error('The demo does not start with NODE_ENV=production: its passwords are known.')
  }
  if (HOST && !LOOPBACK.includes(HOST)) {
    throw new Error(`The demo does not start on ${HOST}, only on this machine itself.`)
  }
}

function startServer() {
  const child = spawn(findNode(), ['server/main.ts'], {
    cwd: ROOT,
    // The channel tells the server when we are gone, however we went.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      FOCUSTAFEL_MODE: isDevelopment ? 'development' : 'demo',
      // The second start need not compile anything again.
      NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/focustafel'),
    },
  })
  child.on('exit', (code) => process.exit(code ?? 1))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill('SIGTERM'))
  }
  stopWithNpm(child)
}

/** When npm is killed we hear nothing: only our parents are others. There may be a shell between npm and us. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const parents = listParents()
  setInterval(() => {
    if (listParents() === parents) return
    say('npm is gone; stopping.')
    child.kill('SIGTERM')
  }, 500).unref()
}

function listParents() {
  const [, grandparent = ''] = readStatus(process.ppid).match(/^PPid:\s*(\d+)/m) ?? []
  return `${process.ppid} ${grandparent}`
}

function readStatus(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}
