import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { createCookie } from '../helpers/sign-in.ts'
import { expect, type House } from './fixtures.ts'

const REGELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const TELEFOON = 390
const SCHERMEN = [
  { breed: 1440, hoog: 900 },
  { breed: TELEFOON, hoog: 844 },
]
const SMALST = 320

type Zetten = (page: Page, scherm: { breed: number }) => Promise<unknown>

/**
 * One state of one screen: axe finds nothing on a desk and on a phone, nothing scrolls sideways on the narrowest,
 * nowhere do words stick out of their button (on the narrowest, and for the cliënt, also with letters of twice the size),
 * and in the colours of the reader every button keeps its edge and its state.
 *
 * `zet` brings it into that state again at every width: what is open closes when the width changes.
 */
export async function keur(page: Page, staat: string, zet: Zetten = async () => {}): Promise<void> {
  for (const { breed, hoog } of SCHERMEN) {
    await page.setViewportSize({ width: breed, height: hoog })
    await zet(page, { breed })
    const gevonden = [
      ...(await klachten(page)),
      ...(await loopOver(page)),
      ...(await nietIngevuld(page)),
      ...(breed === TELEFOON ? await opTelefoon(page) : await afgekapt(page)),
    ]
    expect.soft(gevonden, `${staat}, ${breed} px`).toEqual([])
    await sluit(page)
  }
  await page.setViewportSize({ width: SMALST, height: 720 })
  await zet(page, { breed: SMALST })
  const gevonden = [
    ...(await steektUit(page)),
    ...(await loopOver(page)),
    ...(await metGroteLetters(page)),
  ]
  expect.soft(gevonden, `${staat}, ${SMALST} px`).toEqual([])
  await sluit(page)
}

/** A `zet` for what is folded away. */
export async function openAlles(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

/** A dialog, and the drawer from which it was opened. */
async function sluit(page: Page) {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
}

async function klachten(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(REGELS).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

/** Sentences of the dictionary of which a place was left open. K2 */
async function nietIngevuld(page: Page): Promise<string[]> {
  return (await page.locator('body').innerText()).match(/\{\w+\}/g) ?? []
}

/** Empty when the page is no wider than the window; otherwise, what makes it so. */
export function steektUit(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const kaders = [document.documentElement, ...document.querySelectorAll('.lade, .dialog')]
    return kaders.flatMap((kader) => {
      const { scrollWidth, clientWidth } = kader
      if (!kader.checkVisibility() || scrollWidth <= clientWidth) return []
      const wie = [...kader.querySelectorAll('*')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      )
      const namen = wie.map(({ tagName, className }) => `${tagName}.${className}`)
      return [`${kader.className} ${scrollWidth} px`, ...namen]
    })
  })
}

/** On a desk: lists in which what is chosen is longer than the list is wide. */
function afgekapt(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lijsten = [...document.body.querySelectorAll('select')]
    return lijsten.filter(isTeSmal).map((lijst) => `afgekapt: ${lijst.selectedOptions[0]?.text}`)

    function isTeSmal(lijst: HTMLSelectElement): boolean {
      if (!lijst.checkVisibility()) return false
      const vrij = lijst.cloneNode(true)
      if (!(vrij instanceof HTMLSelectElement)) return false
      const keuze = document.createElement('option')
      keuze.text = lijst.selectedOptions[0]?.text ?? ''
      vrij.replaceChildren(keuze)
      vrij.style.setProperty('inline-size', 'max-content')
      vrij.style.setProperty('max-inline-size', 'none')
      lijst.after(vrij)
      const nodig = vrij.getBoundingClientRect().width
      vrij.remove()
      return nodig > lijst.getBoundingClientRect().width + 1
    }
  })
}

/** What is too large for the button, the tag or the summary that it is in. */
export function loopOver(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const knoppen = document.body.querySelectorAll('button, .button, .tag, summary, .notice')
    return [...knoppen].filter(steektUitZichzelf).map(({ outerHTML }) => `te krap: ${outerHTML}`)

    function steektUitZichzelf(knop: Element): boolean {
      if (!knop.checkVisibility()) return false
      const kader = knop.getBoundingClientRect()
      const walker = document.createTreeWalker(knop, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      while (walker.nextNode()) {
        if (walker.currentNode.parentElement?.closest('.visually-hidden, select')) continue
        range.selectNodeContents(walker.currentNode)
        for (const deel of range.getClientRects()) {
          if (deel.left < kader.left - 1 || deel.right > kader.right + 1) return true
          if (deel.top < kader.top - 3 || deel.bottom > kader.bottom + 3) return true
        }
      }
      return false
    }
  })
}

async function opTelefoon(page: Page): Promise<string[]> {
  return [
    ...(await inKleurenVanLezer(page)),
    ...((await isClientzijde(page)) ? await metGroteLetters(page) : []),
  ]
}

async function isClientzijde(page: Page) {
  return (await page.locator('header.huis').count()) > 0
}

/**
 * WCAG 1.4.4: with letters of twice the size nothing sticks out, of the page or of its button: on the narrowest screen,
 * and for the cliënt on every telephone.
 *
 * On a wider one a browser then chooses the layout of a narrower one, which only its own settings can do.
 */
async function metGroteLetters(page: Page): Promise<string[]> {
  const zet = (factor: number) =>
    page.evaluate((factor) => {
      const nu = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      document.documentElement.style.setProperty('font-size', `${nu * factor}px`, 'important')
    }, factor)
  await zet(2)
  const gevonden = [...(await steektUit(page)), ...(await loopOver(page))]
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  return gevonden.map((klacht) => `200 %: ${klacht}`)
}

/** WCAG 1.4.11: where colours of a page do not count, a button has an edge, and what is pressed is not like the rest. */
async function inKleurenVanLezer(page: Page): Promise<string[]> {
  const was = await page.evaluate(() => matchMedia('(forced-colors: active)').matches)
  if (!was) await page.emulateMedia({ forcedColors: 'active' })
  const gevonden = await page.evaluate(() => {
    const zichtbaar = (wat: string) =>
      [...document.querySelectorAll(wat)].filter((e) => e.checkVisibility())
    const kaal = zichtbaar('button, .button, .input').filter((knop) => {
      const { borderBlockEndStyle, borderBlockEndWidth, textDecorationLine } =
        getComputedStyle(knop)
      const zonderRand = borderBlockEndStyle === 'none' || borderBlockEndWidth === '0px'
      return zonderRand && textDecorationLine === 'none'
    })
    const gelijk = zichtbaar('[aria-pressed="true"], [aria-current]').filter((knop) => {
      const ander = [...(knop.closest('ul, ol, nav, [role]')?.querySelectorAll(knop.tagName) ?? [])]
        .filter((e) => e.checkVisibility() && e.getAttribute('aria-pressed') !== 'true')
        .find((e) => !e.hasAttribute('aria-current'))
      return ander !== undefined && uiterlijk(knop) === uiterlijk(ander)
    })
    return [
      ...kaal.map(({ outerHTML }) => `zonder rand: ${outerHTML.slice(0, 200)}`),
      ...gelijk.map(({ outerHTML }) => `niet te onderscheiden: ${outerHTML.slice(0, 200)}`),
    ]

    function uiterlijk(element: Element): string {
      const s = getComputedStyle(element)
      return [s.backgroundColor, s.color, s.border, s.fontWeight, s.textDecorationLine].join()
    }
  })
  if (!was) await page.emulateMedia({ forcedColors: 'none' })
  return gevonden
}

/** WCAG 1.4.12: a reader may set the text wider; nothing may get lost by it. */
export function zetRuim(page: Page): Promise<void> {
  return page.evaluate(() => {
    const ruim = new CSSStyleSheet()
    ruim.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, ruim]
  })
}

/** Text that is cut off by its own box, or by one around it. */
export function afgesneden(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const dozen = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      return /hidden|clip/.test(`${overflowX} ${overflowY}`) && !element.matches('.visually-hidden')
    })
    return dozen
      .filter((e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
      .map(({ outerHTML }) => `afgesneden: ${outerHTML.slice(0, 200)}`)
  })
}

/** This browser, with the cookie of another person. */
export async function meldAan(page: Page, { server, database }: House, gebruikerId: string) {
  await zetCookie(page, await createCookie(database.sql, gebruikerId), server.origin)
}

/** `cookie` as a browser sends it. */
export async function zetCookie(page: Page, cookie: string, url: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await page.context().clearCookies()
  await page.context().addCookies([{ name, value, url }])
}
