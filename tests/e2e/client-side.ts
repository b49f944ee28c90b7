import { devices, expect, type Page } from '@playwright/test'
import { rememberSecret } from '../helpers/kanaries.ts'

/** 390 px wide, with a touch screen. */
export const PHONE = { ...devices['iPhone 13'], defaultBrowserType: undefined }

/** With a number: as somebody types it. Without: as its square does. */
export type Letter = { link: string; nummer?: string; code: string }

/** As it is on the screen of the procesregisseur, and on paper. */
export async function readLetter(page: Page): Promise<Letter> {
  const letter = page.getByRole('article').filter({ hasText: 'Uitnodiging voor een gesprek' })
  await expect(letter).toBeVisible()
  const [adres = '', nummer = '', code = ''] = await letter.getByRole('definition').allInnerTexts()
  for (const secret of [nummer, code]) rememberSecret(secret)
  return { link: `http://${adres}`, nummer, code }
}

export async function comeIn(page: Page, { link, nummer, code }: Letter, pin = '') {
  await page.goto(link)
  if (nummer) await page.getByLabel('Nummer van uw brief').fill(nummer)
  await page.getByLabel('Code uit uw brief').fill(code)
  if (pin) await page.getByLabel('Pincode').fill(pin)
  await page.getByRole('button', { name: 'Verder' }).click()
}

export async function expectWachtkamer(page: Page) {
  const name = 'U bent in de wachtkamer'
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

export async function expectTafel(page: Page) {
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn plan' })).toBeVisible()
}

/** Nothing that anybody else wrote, and nobody's name but that of whom to call. T3 */
export async function expectNothingAbout(page: Page, words: readonly string[]) {
  const html = await page.content()
  expect(words.filter((word) => html.includes(word))).toEqual([])
}
