import { devices, expect, type Page } from '@playwright/test'
import { rememberSecret } from '../helpers/kanaries.ts'

/** 390 px wide, with a touch screen. */
export const PHONE = { ...devices['iPhone 13'], defaultBrowserType: undefined }

export type Letter = { link: string; code: string }

/** As it is on the screen of the procesregisseur, once. */
export async function readLetter(page: Page): Promise<Letter> {
  const letter = page.getByRole('article').filter({ hasText: 'Uitnodiging voor een gesprek' })
  await expect(letter).toBeVisible()
  const link = /https?:\/\/\S+/.exec(await letter.innerText())?.[0] ?? ''
  const code = await letter.getByRole('strong').innerText()
  for (const secret of [link.split('/').at(-1) ?? '', code.trim()]) rememberSecret(secret)
  return { link, code: code.trim() }
}

export async function comeIn(page: Page, { link, code }: Letter, pin = '') {
  await page.goto(link)
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
