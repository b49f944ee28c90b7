import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import { TEKST } from '#domain/document.ts'
import { openDocument } from '../helpers/collab.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { expect, test } from './fixtures.ts'
import { openAs } from './people.ts'
import { editor, paragraphBelow } from './professional.ts'

const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const
const KOPPEN = ['Identiteitsbewijs', 'Inkomen en werk', 'Schulden', 'Zorg', 'Wat gaat goed?']

test('a click puts the caret where it was, while others are typing', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const plaatsen = ['procesregisseur', 'casushouder', 'partner'] as const
  const { overlegId, ids } = await seedOverleg(sql, BEELDVORMING, plaatsen)
  const page = await openAs(openPage, house, ids.procesregisseur)
  await page.goto(`/overleggen/${overlegId}/document/beeldvorming`)
  await expect(editor(page, 'beeldvorming')).toBeVisible()

  const url = `${house.server.origin.replace(/^http/, 'ws')}/collab`
  const key = { overlegId, document: 'beeldvorming' } as const
  using een = openDocument({ url, cookie: await createCookie(sql, ids.casushouder), key })
  using ander = openDocument({ url, cookie: await createCookie(sql, ids.partner), key })
  await expect.poll(() => een.provider.synced && ander.provider.synced).toBe(true)
  const stop = [keepTyping(een.doc, 3), keepTyping(ander.doc, 11)]

  const landed: string[] = []
  for (let keer = 0; keer < 20; keer++) {
    await paragraphBelow(page, 'beeldvorming', KOPPEN[keer % KOPPEN.length] ?? '').click()
    landed.push(await headingAboveCaret(page))
  }
  for (const stopTyping of stop) stopTyping()
  expect(landed).toEqual(landed.map((_, keer) => KOPPEN[keer % KOPPEN.length]))
})

/** Letter after letter in one paragraph, faster than anybody types. */
function keepTyping(doc: Y.Doc, paragraph: number): () => void {
  const text = new Y.XmlText()
  const node = doc.getXmlFragment(TEKST).get(paragraph)
  if (!(node instanceof Y.XmlElement)) throw new Error('A paragraph below each heading')
  node.insert(0, [text])
  const timer = setInterval(() => {
    if (text.length > 60) text.delete(0, 60)
    text.insert(text.length, 'x')
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
