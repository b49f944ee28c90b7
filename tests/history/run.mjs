import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, seeds: { type: 'string', default: '500' } },
})
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'integration',
    'tests/integration/history.test.ts',
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      HISTORY_SEEDS: values.seeds,
      HISTORY_DISK: 'full',
      ...(values.seed && { HISTORY_SEED: values.seed }),
    },
  },
)
process.exit(status ?? 1)
