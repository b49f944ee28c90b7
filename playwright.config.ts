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

export default defineConfig({
  testDir: 'tests/e2e',
  // Not the folder above it, in which this run keeps more.
  outputDir: 'test-results/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/global-setup.ts',
  // Two cores have to carry the server, five browsers and this.
  workers: 1,
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
