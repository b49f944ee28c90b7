import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findNode, ROOT, run, runNode, say } from './steps.mjs'

// The first has the same engine, and no window that nobody sees: it works a third less for the same pages.
const SHELL = 'chromium-headless-shell'
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
// Not the script around it, which stays between us and what we end.
const OF_DEBIAN = `/usr/lib/chromium/${SHELL}`

/** A Chromium to test with: one that is here, or else one that is fetched. Null: none can be had. */
export async function findBrowser() {
  return findInstalled() ?? (await fetchFromDebian()) ?? (await fetchFromPlaywright())
}

function findInstalled() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [process.env.CHROMIUM_PATH, OF_DEBIAN, ...paths, findOfPlaywright()].find(
    (path) => path && existsSync(path),
  )
}

function findOfPlaywright() {
  const script = "process.stdout.write(require('playwright-core').chromium.executablePath())"
  return spawnSync(findNode(), ['-e', script], { cwd: ROOT, encoding: 'utf8' }).stdout
}

async function fetchFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('Installing Chromium from the packages of this system, for the tests in a browser.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, quiet: true, dots: true })
  const install = (name) =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
      env,
      quiet: true,
      dots: true,
    })
  // Older systems have it not apart.
  if ((await install(SHELL)) !== 0) await install('chromium')
  return findInstalled()
}

async function fetchFromPlaywright() {
  say('Installing Chromium with Playwright, for the tests in a browser.')
  await runNode(['node_modules/playwright-core/cli.js', 'install', 'chromium'], { dots: true })
  return findInstalled() ?? null
}
