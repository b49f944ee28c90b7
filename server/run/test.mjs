import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { buildPages, installPackages, ROOT, readJson, runNode, say } from './steps.mjs'

const RESULTS = 'test-results/runs'
const VITEST = 'node_modules/vitest/vitest.mjs'

// A word that is in the texts of this run, and may be in nothing that a process prints.
const CANARY = { FOCUSTAFEL_KANARIE: `Kanarie${randomBytes(5).toString('hex')}` }

const totals = { passed: 0, failed: 0 }

try {
  await testAll()
} catch (error) {
  totals.failed += 1
  say(error.message)
}
say(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1)

async function testAll() {
  await installPackages()
  rmSync(join(ROOT, RESULTS), { recursive: true, force: true })
  mkdirSync(join(ROOT, RESULTS), { recursive: true })

  // What follows leaves much of the machine to it, and needs nothing of it.
  const building = buildPages().then(
    () => null,
    (error) => error,
  )
  await check('types', async () => {
    const generated = await runNode(['node_modules/@react-router/dev/bin.cjs', 'typegen'])
    return generated || runNode(['node_modules/typescript/bin/tsc', '-p', '.'])
  })
  await check('lint', () => runNode(['node_modules/@biomejs/biome/bin/biome', 'check', '.']))
  await suite('unit', () => vitest('unit'))
  const isBuilt = await check('build, the rest of it', async () => {
    const error = await building
    if (error) throw error
    return 0
  })
  if (!isBuilt) return

  await suite('integration', () => vitest('integration'))
  await suite('end-to-end, one by one', () => playwright('alone', 1))
  await suite('end-to-end, two side by side', () => playwright('side-by-side', 2))
  await check('nothing of anybody in what was printed', () =>
    runNode(['tests/search-kanaries.ts'], { env: CANARY }),
  )
}

/** A step that is right or wrong. */
async function check(name, work) {
  const code = await timed(name, work)
  if (code !== 0) totals.failed += 1
  return code === 0
}

/** A step that counts tests. One that ran none, or ended badly without saying why, is a failure too. */
async function suite(name, work) {
  let counted = { passed: 0, failed: 0 }
  const code = await timed(name, async () => {
    const result = await work()
    counted = result.counted
    return result.code
  })
  const isSilent = counted.failed === 0 && (code !== 0 || counted.passed === 0)
  if (isSilent) say(`${name}: no test failed, and yet it went wrong (${counted.passed} passed)`)
  totals.passed += counted.passed
  totals.failed += counted.failed + (isSilent ? 1 : 0)
}

async function timed(name, work) {
  say(`\n== ${name}`)
  const started = Date.now()
  const code = await work().catch((error) => {
    say(error.message)
    return 1
  })
  say(`== ${name}: ${code === 0 ? 'ok' : 'WRONG'}, ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return code
}

async function vitest(project) {
  const file = `${RESULTS}/${project}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await runNode([VITEST, 'run', '--project', project, ...reporters], {
    env: { NODE_ENV: 'test', ...CANARY },
  })
  const { numPassedTests = 0, numFailedTests = 0 } = readJson(file) ?? {}
  return { code, counted: { passed: numPassedTests, failed: numFailedTests } }
}

async function playwright(project, workers) {
  const browser = await findBrowser()
  if (!browser || !existsSync(browser)) throw new Error('There is no Chromium to test with.')
  const file = `${RESULTS}/e2e-${project}.json`
  const which = [`--project=${project}`, `--workers=${workers}`]
  const code = await runNode(
    ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...which],
    { env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...CANARY } },
  )
  const { expected = 0, unexpected = 0, flaky = 0 } = readJson(file)?.stats ?? {}
  return { code, counted: { passed: expected, failed: unexpected + flaky } }
}
