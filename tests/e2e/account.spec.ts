import type { CDPSession, Page } from '@playwright/test'
import { Secret } from 'otpauth'
import { createKluis } from '#app/auth/kluis.server.ts'
import { totpVan } from '#app/auth/totp.server.ts'
import { saveTotp } from '#db/totps.ts'
import { copyTemplate } from '../helpers/copy-template.ts'
import { codeOf, GEHEIM_VAN_HUIS } from '../helpers/second-factor.ts'
import { seedOverleg, WACHTWOORD } from '../helpers/seed-overleg.ts'
import { findFreePort, startTestServer } from '../helpers/server.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { test as base, expect, type House } from './fixtures.ts'
import { keur, zetCookie } from './keuring.ts'
import { screenshot } from './screenshot.ts'

const LOPEND = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const

/** Where a second step is needed; and by name, for a passkey belongs to no number. */
const test = base.extend<object, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameters of a fixture
    async ({}, use) => {
      await using database = await copyTemplate({
        url: process.env.FOCUSTAFEL_TEST_POSTGRES ?? '',
        appUrl: process.env.FOCUSTAFEL_TEST_POSTGRES_APP ?? '',
      })
      const port = await findFreePort()
      const origin = `http://localhost:${port}`
      const env = {
        SECOND_FACTOR: 'required',
        SESSION_SECRET: GEHEIM_VAN_HUIS,
        PUBLIC_ORIGIN: origin,
      }
      await using server = await startTestServer({ databaseUrl: database.url, port, env })
      await use({ server: { ...server, origin }, database })
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

/** A telephone or key that is touched by itself, when the page asks. */
async function addAuthenticator(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return cdp
}

async function geefWachtwoord(page: Page, email: string) {
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(WACHTWOORD)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
}

const titel = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test('a professional without a second step is led to one, adds a passkey, and signs in with that alone', async ({
  house,
  openPage,
}) => {
  test.slow()
  const { sql } = house.database
  const { emails } = await seedOverleg(sql, LOPEND, ['partner'])
  const page = await openPage({ viewport: { width: 390, height: 844 } })
  await addAuthenticator(page)
  await page.goto(`/inloggen?naar=${encodeURIComponent('/acties')}`)
  await screenshot(page, 'inloggen-390')
  const wachtwoord = page.getByLabel('Wachtwoord', { exact: true })
  await wachtwoord.fill('zichtbaar')
  await page.getByRole('button', { name: 'Toon wachtwoord' }).click()
  await expect(wachtwoord).toHaveAttribute('type', 'text')
  await geefWachtwoord(page, emails.partner)

  await expect(titel(page, 'Stel een tweede stap in')).toBeVisible()
  await keur(page, 'tweede stap instellen')
  await screenshot(page, 'instellen-390')
  const geheim = (await page.locator('.geheim code').textContent()) ?? ''
  await page.getByLabel('Vul de zes cijfers in').fill('12')
  await page.getByRole('button', { name: 'Bevestigen' }).click()
  await expect(page.locator('.error-summary')).toBeVisible()
  // The same picture: who mistyped does not scan again.
  await expect(page.locator('.geheim code')).toHaveText(geheim)
  await page.getByLabel('Vul de zes cijfers in').fill(codeOf(geheim))
  await page.getByRole('button', { name: 'Bevestigen' }).click()
  await expect(titel(page, 'Uw tweede stap is ingesteld')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Herstelcodes' }).getByRole('listitem')).toHaveCount(
    10,
  )
  await keur(page, 'herstelcodes')
  await screenshot(page, 'herstelcodes-390')
  await page.getByRole('button', { name: 'Ik heb de codes bewaard' }).click()
  await expect(titel(page, 'Acties')).toBeVisible()

  await page.goto('/account')
  await keur(page, 'uw account')
  await screenshot(page, 'account-390')
  await page.getByRole('link', { name: 'Passkey toevoegen' }).click()
  await page.getByLabel('Naam van deze passkey').fill('Laptop van het werk')
  await keur(page, 'passkey toevoegen')
  await page.getByRole('button', { name: 'Maak de passkey' }).click()
  await expect(titel(page, 'Uw passkey is toegevoegd')).toBeVisible()
  await page.getByRole('link', { name: 'Verder' }).click()
  await expect(page.getByText('Passkey: Laptop van het werk')).toBeVisible()

  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await expect(titel(page, 'Inloggen')).toBeVisible()
  await page.getByRole('button', { name: 'Gebruik een passkey' }).click()
  await expect(titel(page, 'Overleggen')).toBeVisible()

  // As the second step, after a password.
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await expect(titel(page, 'Inloggen')).toBeVisible()
  await geefWachtwoord(page, emails.partner)
  await expect(titel(page, 'Tweede stap')).toBeVisible()
  await keur(page, 'tweede stap')
  await screenshot(page, 'tweede-stap-390')
  await page.getByRole('button', { name: 'Gebruik uw passkey' }).click()
  await expect(titel(page, 'Overleggen')).toBeVisible()

  // And to prove again, later, that it is still he.
  await sql`update sessie set bevestigd_op = null`
  await page.goto('/account/herstelcodes')
  await expect(titel(page, 'Bent u het nog?')).toBeVisible()
  await keur(page, 'bevestigen')
  await page.getByRole('button', { name: 'Gebruik uw passkey' }).click()
  await expect(titel(page, 'Nieuwe herstelcodes')).toBeVisible()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Verwijder de passkey Laptop van het werk' }).click()
  await expect(page.getByText('De passkey is verwijderd.')).toBeVisible()
  await page.getByRole('button', { name: 'Verwijder de app' }).click()
  await expect(page.locator('.error-summary')).toContainText('niet zonder tweede stap')
})

test('[check 42] a session that is ended in one browser closes the meeting in another within a second', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const { overlegId, ids, emails } = await seedOverleg(sql, LOPEND, ['blijft'])
  const geheim = new Secret({ size: 20 }).base32
  const gesloten = createKluis(GEHEIM_VAN_HUIS).sluit(geheim, totpVan(ids.blijft))
  await saveTotp(sql, { gebruikerId: ids.blijft, geheim: gesloten, stap: 0 })

  const vergadering = await openPage({ viewport: { width: 1440, height: 900 } })
  const thuis = await openPage({ viewport: { width: 1440, height: 900 } })
  for (const [page, stap] of [
    [vergadering, 0],
    [thuis, 1],
  ] as const) {
    await page.goto(`/inloggen?naar=${encodeURIComponent(`/overleggen/${overlegId}`)}`)
    await geefWachtwoord(page, emails.blijft)
    await page.getByLabel('Code').fill(codeOf(geheim, stap))
    await page.getByRole('button', { name: 'Verder' }).click()
    await expect(page.getByRole('textbox', { name: 'Tekst van beeldvorming' })).toBeVisible({
      timeout: 40_000,
    })
  }
  await thuis.getByRole('link', { name: /uw account/ }).click()
  await expect(titel(thuis, 'Uw account')).toBeVisible()
  await expect(thuis.getByText('Deze sessie')).toHaveCount(1)
  await screenshot(thuis, 'account-1440')

  await thuis.getByRole('button', { name: /^Beëindig de sessie in Chrome op Linux/ }).click()
  await expect(thuis.getByText('De sessie is beëindigd.')).toBeVisible()
  const tekst = vergadering.getByRole('textbox', { name: 'Tekst van beeldvorming' })
  await expect(tekst).toBeHidden({ timeout: 1000 })
  await expect(titel(vergadering, 'Inloggen')).toBeVisible()
  await expect(thuis.getByText('Deze sessie')).toBeVisible()
})

test('the page of the meeting loads nothing of passkeys, and that of signing in only when it is asked', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const { overlegId, ids } = await seedOverleg(sql, LOPEND, ['partner'])
  const page = await openPage()
  const scripts = new Set<string>()
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.add(request.url())
  })
  const heeftPasskeys = async () => {
    const texts = await Promise.all([...scripts].map(async (url) => (await fetch(url)).text()))
    return texts.some((text) => text.includes('navigator.credentials'))
  }
  await page.goto('/inloggen')
  expect(await heeftPasskeys()).toBe(false)
  await zetCookie(page, await createCookie(sql, ids.partner), house.server.origin)
  await page.goto(`/overleggen/${overlegId}`)
  await expect(page.getByRole('textbox', { name: 'Tekst van beeldvorming' })).toBeVisible()
  expect(await heeftPasskeys()).toBe(false)
  expect(scripts.size).toBeGreaterThan(5)

  await addAuthenticator(page)
  await page.goto('/account/passkey')
  await page.getByLabel('Uw wachtwoord').fill(WACHTWOORD)
  await page.getByRole('button', { name: 'Bevestig met wachtwoord' }).click()
  await page.getByLabel('Naam van deze passkey').fill('Telefoon')
  await page.getByRole('button', { name: 'Maak de passkey' }).click()
  await expect(titel(page, 'Uw passkey is toegevoegd')).toBeVisible()
  expect(await heeftPasskeys()).toBe(true)
})
