import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildPages, installPackages, ROOT, readJson, runNode, say } from './steps.mjs'

const COMPARATORS = 'tests/bench/comparators'

try {
  await installPackages()
  installComparators()
  await buildPages()
  process.exitCode = await runNode(['tests/bench/run.ts', ...process.argv.slice(2)])
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

/** The other servers have packages of their own, so that this house has Yjs exactly once. */
function installComparators() {
  const wanted = readJson(`${COMPARATORS}/package-lock.json`)?.packages ?? {}
  const there = readJson(`${COMPARATORS}/node_modules/.package-lock.json`)?.packages ?? {}
  const isThere = Object.entries(wanted).every(
    ([path, { version }]) => path === '' || there[path]?.version === version,
  )
  if (isThere) return
  say('Installing the servers to compare with.')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: join(ROOT, COMPARATORS),
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('npm ci failed.')
}
