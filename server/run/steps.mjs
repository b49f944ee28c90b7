// Plain JavaScript without packages: this runs before anything is installed, on any Node from 20.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const NODE_NEEDED = 24
const BIN = join(ROOT, 'node_modules', '.bin')
const SCRIPTS_STAMP = join(ROOT, 'node_modules', '.install-scripts')
const BUILD_STAMP = join(ROOT, 'build', '.sources')
const BUILD_SOURCES = [
  'app',
  'db',
  'public',
  'package-lock.json',
  'package.json',
  'react-router.config.ts',
  'tsconfig.json',
  'vite.config.ts',
]

/** Installs the packages of the lock file, unless they are there. Of their scripts, only those that package.json allows run. */
export async function installPackages() {
  const isInStep = packagesInStep()
  if (isInStep && scriptsRan()) return
  say('Installing packages; this happens once and takes about half a minute.')
  // Under the Node that is to be replaced npm warns of every package that wants a newer one; errors still show.
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  if (!isInStep) {
    await npm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', ...quiet])
  }
  const allowed = Object.keys(readJson('package.json').allowScripts)
  const present = allowed.filter((name) => existsSync(join(ROOT, 'node_modules', name)))
  if (present.length > 0) await npm(['rebuild', '--ignore-scripts=false', ...present, ...quiet])
  writeFileSync(SCRIPTS_STAMP, hashOf(['package-lock.json']))
}

function scriptsRan() {
  return (
    existsSync(SCRIPTS_STAMP) &&
    readFileSync(SCRIPTS_STAMP, 'utf8') === hashOf(['package-lock.json'])
  )
}

async function npm(args) {
  const path = process.env.npm_execpath
  // Not the Node among the packages, which may be about to be replaced.
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== BIN)
  const env = { ...process.env, PATH: folders.join(delimiter) }
  const code = path?.endsWith('.js')
    ? await run(process.env.npm_node_execpath ?? process.execPath, [path, ...args], {
        env,
        dots: true,
      })
    : await run('npm', args, { env, dots: true })
  if (code !== 0) throw new Error(`npm ${args[0]} failed.`)
}

/** Whether what is installed is what the lock file says. npm writes its own list last, after all packages are there. */
function packagesInStep() {
  const wanted = readJson('package-lock.json')?.packages
  const installed = readJson('node_modules/.package-lock.json')?.packages
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([path, { version, integrity, optional, link }]) => {
    if (path === '' || link) return true
    const there = installed[path]
    // An optional package may be for another kind of machine.
    if (!there) return optional === true
    return there.version === version && there.integrity === integrity
  })
}

/** Builds the pages, unless that was done from exactly these sources. */
export async function buildPages() {
  const sources = hashOf(BUILD_SOURCES)
  const isFresh = existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === sources
  if (isFresh && existsSync(join(ROOT, 'build/server/index.js'))) return
  say('Building the pages.')
  const code = await runNode(['node_modules/@react-router/dev/bin.cjs', 'build'], { quiet: true })
  if (code !== 0) throw new Error('The build failed.')
  writeFileSync(BUILD_STAMP, sources)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => listFiles(join(ROOT, path)))) {
    hash.update(`${file.slice(ROOT.length)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function listFiles(path) {
  if (!existsSync(path)) return []
  try {
    const names = readdirSync(path).sort()
    return names.flatMap((name) => listFiles(join(path, name)))
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
}

/** Node 24: this one, or the one among the packages. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_NEEDED) return process.execPath
  const own = join(ROOT, `node_modules/node-linux-${process.arch}/bin/node`)
  if (existsSync(own)) return own
  throw new Error(
    `This needs Node ${NODE_NEEDED}, and there is none among the packages for ${process.platform} ${process.arch}.`,
  )
}

export function runNode(args, options = {}) {
  const env = { ...process.env, ...options.env }
  env.PATH = [BIN, env.PATH].join(delimiter)
  return run(findNode(), args, { ...options, env })
}

/** Answers with the exit code. `quiet` keeps what is printed until it matters: when it failed. */
export function run(command, args, { env = process.env, quiet = false, dots = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
    const child = spawn(command, args, { cwd: ROOT, env, stdio })
    const kept = []
    child.stdout?.on('data', (chunk) => kept.push(chunk))
    child.stderr?.on('data', (chunk) => kept.push(chunk))
    const timer = dots ? setInterval(() => process.stdout.write('.'), 2000) : null
    child.on('error', reject)
    child.on('close', (code) => {
      if (timer) {
        clearInterval(timer)
        process.stdout.write('\n')
      }
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(kept))
      resolve(code ?? 1)
    })
  })
}

export function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
  } catch {
    return null
  }
}

export function say(text) {
  process.stdout.write(`${text}\n`)
}
