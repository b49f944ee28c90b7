import { expect, type Locator, type Page } from '@playwright/test'
import { DOCUMENT_TEKST, FASE_TEKST } from '#app/tekst.ts'
import type { Document } from '#domain/document.ts'
import type { Fase } from '#domain/fase.ts'
import { WACHTWOORD } from './people.ts'

// As somebody who types well; a whole word at once would hide what happens between two letters.
const PER_LETTER_IN_MS = 12

export async function signIn(page: Page, email: string) {
  await page.goto('/inloggen')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord').fill(WACHTWOORD)
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overleggen' })).toBeVisible()
}

/** From the list of one's overleggen to its table. */
export async function goToOverleg(page: Page, casus: string) {
  await page.goto('/overleggen')
  await page.getByRole('link', { name: casus, exact: false }).last().click()
  await expect(page.getByRole('navigation', { name: 'Dit overleg' })).toBeVisible()
}

export async function expectDocument(page: Page, document: Document) {
  const name = DOCUMENT_TEKST[document]
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** By the row of fasen at the left. */
export async function goToDocument(page: Page, document: Document) {
  await region(page, 'Fasen').getByRole('link', { name: DOCUMENT_TEKST[document] }).click()
  await expectDocument(page, document)
}

/** Along with the others, by the notice that the fase is over. */
export async function followTo(page: Page, fase: Fase) {
  await page.getByRole('link', { name: `Ga naar ${FASE_TEKST[fase].toLowerCase()}` }).click()
  await expectDocument(page, fase)
}

export function region(page: Page, name: string | RegExp): Locator {
  return page.getByRole('region', { name })
}

/** The live text that this person can write in. */
export function editor(page: Page, document: Document): Locator {
  const name = `Tekst van ${DOCUMENT_TEKST[document].toLowerCase()}`
  return page.getByRole('textbox', { name })
}

export function paragraphBelow(page: Page, document: Document, kop: string): Locator {
  const heading = editor(page, document).getByRole('heading', { name: kop, exact: true })
  return heading.locator('xpath=following-sibling::*[1][self::p]')
}

/** What it says, without the carets that stand in it. */
export function textOf(page: Page, document: Document): Promise<string> {
  return editor(page, document).evaluate((element) => {
    const copy = element.cloneNode(true)
    if (!(copy instanceof Element)) return ''
    for (const caret of copy.querySelectorAll('.caret')) caret.remove()
    return [...copy.children].map((child) => child.textContent).join('\n')
  })
}

/** At a place of the screen, as a hand does: an element of the text may be another paragraph a moment later. */
export async function clickBelow(page: Page, document: Document, kop: string) {
  const paragraph = paragraphBelow(page, document, kop)
  // Not at the edge: there the toolbar, which stays on screen, would get the click.
  await paragraph.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await paragraph.boundingBox()
  if (!box) throw new Error(`Nothing below ${kop}`)
  await page.mouse.click(box.x + 5, box.y + box.height / 2)
}

/** Types below a heading, letter by letter. */
export async function writeBelow(page: Page, document: Document, kop: string, tekst: string) {
  await clickBelow(page, document, kop)
  await page.keyboard.press('End')
  await page.keyboard.type(tekst, { delay: PER_LETTER_IN_MS })
}

/** Somebody else's caret, with the name that the server gave it. */
export function caretOf(page: Page, naam: string): Locator {
  return page.locator('.caret__naam').filter({ hasText: naam })
}

export async function expectSaved(page: Page, timeout?: number) {
  await expect(page.getByText(/^Opgeslagen( om \d\d\.\d\d)?$/)).toBeVisible({ timeout })
}

export async function finishFase(page: Page, fase: Fase, next: Fase) {
  await page.getByRole('button', { name: `Rond ${FASE_TEKST[fase].toLowerCase()} af` }).click()
  const title = page.getByRole('heading', { level: 1, name: FASE_TEKST[next] })
  // Asked once, when somebody wrote a moment ago.
  const sure = page.getByRole('button', { name: 'Toch afronden' })
  await expect(title.or(sure)).toBeVisible()
  if (await sure.isVisible()) await sure.click()
  await expect(title).toBeVisible()
}

/** In the list of people at the table. */
export function guest(page: Page, naam: string): Locator {
  return page
    .getByRole('region', { name: /^Aan tafel/ })
    .getByRole('listitem')
    .filter({ hasText: naam })
}

export async function choose(page: Page, naam: string, keuze: string) {
  const row = guest(page, naam)
  await row.locator('summary').filter({ hasText: 'voor' }).click()
  await row.getByRole('button', { name: keuze }).click()
}

/** The fields of one actie that is written together. */
export function actie(page: Page, naam: string) {
  const group = page.getByRole('group', { name: naam, exact: true })
  return {
    group,
    wat: group.getByLabel('Wat', { exact: true }),
    wie: group.getByLabel('Wie', { exact: true }),
    wanneer: group.getByLabel('Wanneer klaar'),
    leefgebied: group.getByLabel('Leefgebied'),
    waarom: group.getByLabel('Waarom'),
  }
}

export async function typeIn(field: Locator, tekst: string, at: 'Home' | 'End' = 'End') {
  await field.press(at)
  await field.pressSequentially(tekst, { delay: PER_LETTER_IN_MS })
}
