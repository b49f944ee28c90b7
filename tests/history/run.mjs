import { parseArgs } from 'node:util'
import { buildPages, installPackages, runNode } from '../../server/run/steps.mjs'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, seeds: { type: 'string', default: '500' } },
})
try {
  await installPackages()
  await buildPages()
  process.env.HISTORY_SEEDS = values.seeds
  process.env.HISTORY_DISK = 'full'
  if (values.seed) process.env.HISTORY_SEED = values.seed
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integration']
  process.exitCode = await runNode([...vitest, 'tests/integration/history.test.ts'])
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
