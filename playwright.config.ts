import { defineConfig } from '@playwright/test'

const executablePath = process.env.CHROMIUM_PATH

// Without these Chromium knocks at Google's doors at every start; a closed network then slows it down.
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

// Those that promise a time, or paste a megabyte, have the machine for themselves.
const ALONE = ['**/rights.spec.ts', '**/lighthouse.spec.ts', '**/faults.spec.ts']

export default defineConfig({
  testDir: 'tests/e2e',
  // Not the folder above it, in which this run keeps more.
  outputDir: 'test-results/e2e',
  globalSetup: './tests/e2e/global-setup.ts',
  // Each has a server and a database of its own: `npm test` runs two side by side, but for those that promise a time.
  workers: 1,
  projects: [
    { name: 'alone', testMatch: ALONE },
    { name: 'side-by-side', testMatch: '**/*.spec.ts', testIgnore: ALONE },
  ],
  fullyParallel: false,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // Pictures of every step cost more than the steps themselves.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    launchOptions: { args: QUIET, ...(executablePath && { executablePath }) },
  },
})
