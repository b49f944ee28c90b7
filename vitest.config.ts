import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

const shared = {
  setupFiles: ['tests/helpers/setup.ts'],
  restoreMocks: true,
  unstubGlobals: true,
  // No module is mocked, and none keeps anything: files share what they load. What is measured of a process is
  // measured of one of its own.
  isolate: false,
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{app,db,server}/**/*.test.ts', 'tests/*.test.ts', 'tests/history/*.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/helpers/global-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
