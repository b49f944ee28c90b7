import { createServer } from 'node:net'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { createClientCookie } from '../helpers/client-side.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { expect, type House, test } from './fixtures.ts'

// 1.2 to 1.3 s on two cores; a script that is asked for before the page is drawn costs a second.
const MAX_IN_MS = 2_000
const MAX_RUNS = 4

// Lighthouse counts with the network and the processor of a telephone; what it loads from is the production build.
test('the largest words of wachtkamer and plan are there soon on a slow telephone', async ({
  house,
}) => {
  test.slow()
  const port = await freePort()
  const { executablePath, args } = test.info().project.use.launchOptions ?? {}
  const browser = await chromium.launch({
    executablePath,
    args: [...(args ?? []), `--remote-debugging-port=${port}`],
  })
  for (const screen of ['wachtkamer', 'plan'] as const) {
    const cookie = await openScreen(house, screen)
    const ms = await measure({ url: `${house.server.origin}/mijn-plan`, cookie, port })
    test
      .info()
      .annotations.push({ type: 'largest contentful paint', description: `${screen}: ${ms} ms` })
    process.stdout.write(`largest contentful paint of ${screen}: ${ms} ms\n`)
    expect(ms, screen).toBeLessThan(MAX_IN_MS)
  }
  await browser.close()
})

type Question = { url: string; cookie: string; port: number }

/** The fastest of a few: a machine with other work makes a page later, never sooner. */
async function measure(question: Question): Promise<number> {
  // A server that answers its first page is not the one that people meet.
  for (let keer = 0; keer < 3; keer++) {
    await (await fetch(question.url, { headers: { cookie: question.cookie } })).text()
  }
  let fastest = Number.POSITIVE_INFINITY
  for (let run = 0; run < MAX_RUNS && fastest >= MAX_IN_MS; run++) {
    fastest = Math.min(fastest, await runLighthouse(question))
  }
  return fastest
}

async function runLighthouse({ url, cookie, port }: Question): Promise<number> {
  const result = await lighthouse(url, {
    port,
    onlyAudits: ['largest-contentful-paint'],
    extraHeaders: { Cookie: cookie },
    logLevel: 'error',
  })
  const { finalDisplayedUrl, runtimeError, audits } = result?.lhr ?? {}
  expect([finalDisplayedUrl, runtimeError]).toEqual([url, undefined])
  // Not a number: the trace has no paint in it.
  return Math.round(audits?.['largest-contentful-paint']?.numericValue || Number.POSITIVE_INFINITY)
}

async function openScreen({ database: { sql } }: House, screen: 'wachtkamer' | 'plan') {
  const { regie, overlegId, clientPersoonId } = await seedTafel(sql, 'vooroverleg')
  if (screen === 'wachtkamer') return createClientCookie(sql, { clientPersoonId })
  await sql`update overleg set tafel = 'met-client' where id = ${overlegId}`
  expect((await vaststellenCommand(sql, regie)).ok).toBe(true)
  return createClientCookie(sql, { clientPersoonId, metPin: true })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
