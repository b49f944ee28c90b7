import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import { TEKST } from '#domain/document.ts'
import { openDocument } from '../helpers/collab.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { expect, type House, test } from './fixtures.ts'
import { openAs } from './people.ts'
import { clickBelow, editor, paragraphBelow } from './professional.ts'

const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const
type Open = ReturnType<typeof openDocument>

const KOPPEN = ['Identiteitsbewijs', 'Inkomen en werk', 'Schulden', 'Zorg', 'Wat gaat goed?']

test('a click puts the caret where it was, while others are typing', async ({
  house,
  openPage,
}) => {
  const scene = await openScene(house, openPage)
  const { page } = scene
  using een = scene.open('casushouder')
  using ander = scene.open('partner')
  await expect.poll(() => een.provider.synced && ander.provider.synced).toBe(true)
  const stop = [keepTyping(een, 3), keepTyping(ander, 11)]

  const landed: string[] = []
  for (let keer = 0; keer < 20; keer++) {
    // Coming into the text is a moment of its own: then one's own caret appears to the others.
    if (keer % 2) await page.getByRole('heading', { level: 1 }).click()
    await clickBelow(page, 'beeldvorming', KOPPEN[keer % KOPPEN.length] ?? '')
    landed.push(await headingAboveCaret(page))
  }
  for (const stopTyping of stop) stopTyping()
  expect(landed).toEqual(landed.map((_, keer) => KOPPEN[keer % KOPPEN.length]))
})

test('who is about to write in an empty paragraph stays in it when another begins in one above', async ({
  house,
  openPage,
}) => {
  const { page, open } = await openScene(house, openPage)
  using ander = open('casushouder')
  await expect.poll(() => ander.provider.synced).toBe(true)

  await clickBelow(page, 'beeldvorming', 'Overig')
  await expect(page.getByRole('textbox')).toBeFocused()
  ander.write('Slaapt bij haar zus.', 'Huisvesting')
  await expect(paragraphBelow(page, 'beeldvorming', 'Huisvesting')).toHaveText(
    'Slaapt bij haar zus.',
  )
  await page.keyboard.type('Twee meldingen.')
  await expect(paragraphBelow(page, 'beeldvorming', 'Overig')).toHaveText('Twee meldingen.')
})

/** A text that is being written, before the eyes of the procesregisseur. */
async function openScene(house: House, openPage: () => Promise<Page>) {
  const { sql } = house.database
  const plaatsen = ['procesregisseur', 'casushouder', 'partner'] as const
  const { overlegId, ids } = await seedOverleg(sql, BEELDVORMING, plaatsen)
  const page = await openAs(openPage, house, ids.procesregisseur)
  await page.goto(`/overleggen/${overlegId}/document/beeldvorming`)
  await expect(editor(page, 'beeldvorming')).toBeVisible()

  const url = `${house.server.origin.replace(/^http/, 'ws')}/collab`
  const key = { overlegId, document: 'beeldvorming' } as const
  const cookies = {
    casushouder: await createCookie(sql, ids.casushouder),
    partner: await createCookie(sql, ids.partner),
  }
  const open = (wie: keyof typeof cookies) => openDocument({ url, cookie: cookies[wie], key })
  return { page, open }
}

/** Letter after letter in one paragraph, with the caret behind it, faster than anybody types. */
function keepTyping({ doc, provider }: Open, paragraph: number): () => void {
  const text = new Y.XmlText()
  const node = doc.getXmlFragment(TEKST).get(paragraph)
  if (!(node instanceof Y.XmlElement)) throw new Error('A paragraph below each heading')
  node.insert(0, [text])
  const timer = setInterval(() => {
    if (text.length > 60) text.delete(0, 60)
    text.insert(text.length, 'x')
    const place = Y.createRelativePositionFromTypeIndex(text, text.length)
    provider.awareness.setLocalStateField('cursor', { anchor: place, head: place })
  }, 40)
  return () => clearInterval(timer)
}

/** Once a few edits of the others have come in. */
function headingAboveCaret(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const tekst = document.querySelector('.ProseMirror')
    await new Promise<void>((resolve) => {
      let seen = 0
      const observer = new MutationObserver(() => {
        seen += 1
        if (seen < 3) return
        observer.disconnect()
        resolve()
      })
      if (tekst) observer.observe(tekst, { subtree: true, childList: true, characterData: true })
    })
    const node = getSelection()?.anchorNode
    const element = node instanceof Element ? node : node?.parentElement
    return element?.closest('p')?.previousElementSibling?.textContent ?? ''
  })
}
