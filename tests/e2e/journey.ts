import type { BrowserContextOptions, Page } from '@playwright/test'
import { PHONE } from './client-side.ts'
import type { House } from './fixtures.ts'
import { createAccounts, MENSEN, type Plek } from './people.ts'
import { signIn } from './professional.ts'
import { createWire, type Wire } from './wire.ts'

export const VRAAG = 'Hoe krijgt mevrouw K. weer een eigen plek, zonder nieuwe schulden?'
export const NAMEN = {
  regie: MENSEN.regie.naam,
  casushouder: MENSEN.casushouder.naam,
  blijft: MENSEN.blijft.naam,
  vertrekt: MENSEN.vertrekt.naam,
}

/** Five browsers in one overleg, and the wires that the test can cut. */
export type Journey = Record<Plek, Page> & {
  casus: string
  emails: Record<Plek, string>
  client: Page
  wires: { blijft: Wire; client: Wire }
  open: (options?: BrowserContextOptions) => Promise<Page>
  [Symbol.asyncDispose](): Promise<void>
}

type OpenPage = Journey['open']

export async function beginJourney(house: House, openPage: OpenPage): Promise<Journey> {
  const open: OpenPage = async (options) => {
    const page = await openPage(options)
    // What is not there is said long before the journey is over.
    page.setDefaultTimeout(20_000)
    return page
  }
  const emails = await createAccounts(house.database.sql)
  const blijft = await createWire(house.server.origin)
  const client = await createWire(house.server.origin)
  const desk = { viewport: { width: 1440, height: 900 } }
  return {
    // Another number in every run against the same database.
    casus: `2026-${String(Date.now()).slice(-4)}`,
    emails,
    wires: { blijft, client },
    open,
    regie: await open(desk),
    casushouder: await open(desk),
    blijft: await open({ ...desk, proxy: blijft.proxy }),
    vertrekt: await open(desk),
    client: await open({ ...PHONE, proxy: client.proxy }),
    async [Symbol.asyncDispose]() {
      await Promise.all([blijft, client].map((wire) => wire[Symbol.asyncDispose]()))
    },
  }
}

export async function everybodySignsIn({ emails, ...pages }: Journey) {
  await Promise.all([
    signIn(pages.regie, emails.regie),
    signIn(pages.casushouder, emails.casushouder),
    signIn(pages.blijft, emails.blijft),
    signIn(pages.vertrekt, emails.vertrekt),
  ])
}
