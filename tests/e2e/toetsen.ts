import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

const MEESTE = 80

/** Tab until this is where the keyboard is; whatever one passes shows that one is there. */
export async function tabNaar(page: Page, doel: Locator, toets = 'Tab'): Promise<void> {
  await expect(doel).toBeVisible()
  for (let keer = 0; keer < MEESTE; keer += 1) {
    if (await heeftFocus(doel)) return
    await page.keyboard.press(toets)
    expect(await onzichtbareFocus(page)).toBeNull()
  }
  throw new Error(`Not reached in ${MEESTE} times ${toets}: ${doel}`)
}

/** To a button, and presses it. */
export async function druk(page: Page, doel: Locator, toets = 'Enter'): Promise<void> {
  await tabNaar(page, doel)
  await page.keyboard.press(toets)
}

/** The skip link is the first stop, and what follows it is on the page itself. */
export async function skip(page: Page) {
  const link = page.locator('.skip-link')
  await page.locator('h1').first().waitFor()
  await page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  )
  await page.keyboard.press('Home')
  await tabNaar(page, link)
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('main :focus')).toHaveCount(1)
}

/** What the keyboard passes from here, until it is back where it began. */
export async function rondgang(page: Page, toets: 'Tab' | 'Shift+Tab'): Promise<string[]> {
  const gezien: string[] = []
  for (let keer = 0; keer < MEESTE; keer += 1) {
    await page.keyboard.press(toets)
    expect(await onzichtbareFocus(page)).toBeNull()
    const hier = await naamVanFocus(page)
    if (hier === null || hier === gezien[0]) return gezien
    gezien.push(hier)
  }
  throw new Error(`${toets} never came round: ${gezien.slice(-4).join(' | ')}`)
}

function heeftFocus(doel: Locator): Promise<boolean> {
  return doel.evaluate((element) => element === document.activeElement)
}

/** Null at the end of the page, where the keyboard goes to the browser itself. */
function naamVanFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const hier = document.activeElement
    if (!hier || hier === document.body) return null
    return `${hier.tagName} ${hier.getAttribute('aria-label') ?? hier.textContent?.trim()}`
  })
}

/** WCAG 2.4.7 and 2.4.11: has an outline, and is not altogether behind something else. Null when it is well. */
function onzichtbareFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const hier = document.activeElement
    if (!hier || hier === document.body || hier.matches('h1, main')) return null
    const kader = hier.closest('.editor:has(.prose:focus)') ?? hier
    const { outlineStyle, outlineWidth } = getComputedStyle(kader)
    if (outlineStyle === 'none' || outlineWidth === '0px') return `no outline: ${hier.outerHTML}`

    const { left, top, right, bottom } = hier.getBoundingClientRect()
    const midden = [(left + right) / 2, (top + bottom) / 2] as const
    const punten = [midden, [left + 4, top + 4], [right - 4, bottom - 4]] as const
    const isTeZien = punten.some(([x, y]) => hier.contains(document.elementFromPoint(x, y)))
    return isTeZien ? null : `covered: ${hier.outerHTML}`
  })
}
