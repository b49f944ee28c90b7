import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { copyTemplate, type TestDatabase } from '../helpers/copy-template.ts'
import { startTestServer, type TestServer } from '../helpers/server.ts'

export { expect }

export type House = { server: TestServer; database: TestDatabase }

type PerTest = {
  /** A browser of its own: other cookies, another person. */
  openPage: (options?: BrowserContextOptions) => Promise<Page>
  /** What browsers complained about; a test that provokes something empties it. */
  faults: string[]
}

const BROKEN_OFF = /^AbortError: signal is aborted without reason/
const FAULT = /content security policy|hydrat|did not match|minified react error/i

/** `house`: the production build on a database of its own, for this worker. Pages go to it by themselves. */
export const test = base.extend<PerTest, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameters of a fixture
    async ({}, use) => {
      await using database = await copyTemplate({
        url: process.env.FOCUSTAFEL_TEST_POSTGRES ?? '',
        appUrl: process.env.FOCUSTAFEL_TEST_POSTGRES_APP ?? '',
      })
      await using server = await startTestServer({ databaseUrl: database.url })
      await use({ server, database })
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ house }, use) => use(house.server.origin),
  faults: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameters of a fixture
    async ({}, use) => {
      const faults: string[] = []
      await use(faults)
      expect(faults, 'what browsers complained about').toEqual([])
    },
    { auto: true },
  ],
  context: async ({ context, faults, baseURL }, use) => {
    await watch(context, { faults, home: baseURL ?? '' })
    await use(context)
  },
  openPage: async ({ browser, baseURL, faults }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, ...options })
      contexts.push(context)
      await watch(context, { faults, home: baseURL ?? '' })
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

type Watch = { faults: string[]; home: string }

/** Whatever a browser complains of, and whatever it asks of anybody else than us. Checks 53 and 57 */
async function watch(context: BrowserContext, { faults, home }: Watch) {
  context.on('weberror', (error) => {
    // The router breaks off what it was asking for when a page is left: nobody sees that.
    if (!BROKEN_OFF.test(String(error.error()))) faults.push(String(error.error()))
  })
  context.on('console', (message) => {
    if (message.type() === 'error' && FAULT.test(message.text())) faults.push(message.text())
  })
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    const isElsewhere = protocol.startsWith('http') && host !== new URL(home).host
    if (isElsewhere) faults.push(`asked of another: ${request.url()}`)
  })
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      reportError(new Error(`security policy: ${event.violatedDirective} ${event.blockedURI}`)),
    ),
  )
}
