import type { Page } from '@playwright/test'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { createBrief, createClientCookie, openTelefoon } from '../helpers/client-side.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { comeIn, expectWachtkamer } from './client-side.ts'
import { expect, type House, test } from './fixtures.ts'
import { keur, loopOver, steektUit, zetCookie } from './keuring.ts'
import { screenshot } from './screenshot.ts'

test('[K2] without a script: the language is chosen, the wachtkamer left, and the same letter comes back to it', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const { regie, clientPersoonId } = await seedTafel(sql, 'vooroverleg')
  const { token, code } = await createBrief(sql, regie, clientPersoonId)
  const link = `/uitnodiging/${token}`
  const page = await openPage({ javaScriptEnabled: false })

  await page.goto(link)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByLabel('Code in your letter').fill('WRONG-CODE')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.locator('.error-summary')).toContainText('This code is not right')
  await page.getByLabel('Code in your letter').fill(code)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible()
  await expect(page).toHaveTitle('Waiting room')

  await page.getByRole('button', { name: 'I leave for a while' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('U bent niet ingelogd')
  expect(await page.context().cookies()).toEqual([])

  await comeIn(page, { link, code })
  await expectWachtkamer(page)
})

test('[K2] another language comes without a new page, also in what the server says by itself', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const { overlegId, regie, clientPersoonId } = await seedTafel(sql, 'vooroverleg')
  const page = await openPage()
  const brief = await createBrief(sql, regie, clientPersoonId)
  await zetCookie(page, (await openTelefoon(sql, brief)).cookie, house.server.origin)
  await page.goto('/mijn-plan')
  await expectWachtkamer(page)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible()
  await sql`
    update overleg set gepland_op = '2031-03-04T13:00:00Z', verplaatst_op = now() + interval '1 minute'
    where id = ${overlegId}`
  await expect(page.getByText('Tuesday 4 March, 14.00')).toBeVisible()
  await expect(page.getByText('Your appointment has moved.')).toBeVisible()
  await screenshot(page, 'wachtkamer-en')
})

test('[K2] every screen of the client side holds in English, from right to left, with letters of twice the size and in the colours of the reader', async ({
  house,
  openPage,
}) => {
  test.slow()
  const page = await openPage({ forcedColors: 'active' })
  for (const [naam, open] of Object.entries(SCHERMEN)) {
    await open(page, house)
    await screenshot(page, `${naam}-nl`)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    // The others differ from Dutch by their words alone.
    if (naam === 'wachtkamer' || naam === 'plan') await keur(page, `${naam} in English`)

    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    await expectPast(page, `${naam}, right to left`)
    await screenshot(page, `${naam}-rtl`)
    await page.evaluate(() => {
      document.documentElement.setAttribute('dir', 'ltr')
      const groot = new CSSStyleSheet()
      groot.replaceSync('html { font-size: 237.5% !important }')
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, groot]
    })
    await expectPast(page, `${naam}, 200 %`)
    await screenshot(page, `${naam}-200`)
  }
})

async function expectPast(page: Page, staat: string) {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 800 })
    const gevonden = [...(await steektUit(page)), ...(await loopOver(page))]
    expect.soft(gevonden, `${staat}, ${width} px`).toEqual([])
  }
}

const SCHERMEN = {
  uitgelogd: async (page: Page) => {
    await page.context().clearCookies()
    await page.goto('/mijn-plan')
  },
  uitnodiging: async (page: Page) => {
    await page.context().clearCookies()
    await page.goto('/uitnodiging/eerlijkgezegdmaaktniet')
  },
  wachtkamer: (page: Page, house: House) => openAls(page, house, 'wachtkamer'),
  tafel: (page: Page, house: House) => openAls(page, house, 'tafel'),
  plan: (page: Page, house: House) => openAls(page, house, 'plan'),
  'pincode-nodig': (page: Page, house: House) => openAls(page, house, 'pincode'),
}

async function openAls(
  page: Page,
  { database: { sql }, server: { origin } }: House,
  wie: 'wachtkamer' | 'tafel' | 'plan' | 'pincode',
) {
  const { regie, overlegId, clientPersoonId } = await seedTafel(sql, 'vooroverleg')
  const toegelaten = wie === 'tafel' || wie === 'plan'
  const cookie = await createClientCookie(sql, { clientPersoonId, toegelaten })
  if (wie !== 'wachtkamer')
    await sql`update overleg set tafel = 'met-client' where id = ${overlegId}`
  if (wie === 'plan' || wie === 'pincode') {
    await sql`update client_persoon set pin_hash = 'x' where id = ${clientPersoonId}`
    expect((await vaststellenCommand(sql, regie)).ok).toBe(true)
  }
  await zetCookie(page, cookie, origin)
  await page.goto('/mijn-plan')
}
