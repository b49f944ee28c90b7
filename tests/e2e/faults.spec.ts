import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import { changeDocument } from '#db/documenten.ts'
import { TEKST } from '#domain/document.ts'
import { openDocument, storedText } from '../helpers/collab.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { startTestServer } from '../helpers/server.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { expect, type House, test } from './fixtures.ts'
import { openAs } from './people.ts'
import { clickBelow, editor, expectSaved, writeBelow } from './professional.ts'

const BESLUITVORMING = { status: 'lopend', fase: 'besluitvorming', tafel: 'vooroverleg' } as const
const DAY_IN_MS = 24 * 3600 * 1000

async function createScene({ server, database: { sql } }: House) {
  const plaatsen = ['procesregisseur', 'casushouder', 'vertrekt'] as const
  const { overlegId, ids } = await seedOverleg(sql, BESLUITVORMING, plaatsen)
  const key = { overlegId, document: 'besluitvorming' } as const
  const url = `${server.origin.replace(/^http/, 'ws')}/collab`
  return {
    sql,
    ids,
    overlegId,
    path: `/overleggen/${overlegId}/document/besluitvorming`,
    stored: () => storedText(sql, key),
    open: async (gebruikerId: string) =>
      openDocument({ url, key, cookie: await createCookie(sql, gebruikerId) }),
    write: (change: (doc: Y.Doc) => void) =>
      changeDocument(sql, { ...key, gebruikerId: ids.casushouder }, change),
  }
}

async function openText(page: Page, path: string) {
  await page.goto(path)
  await expect(editor(page, 'besluitvorming')).toBeVisible()
  await expectSaved(page)
}

/** As from the clipboard. */
async function paste(page: Page, tekst: string) {
  await editor(page, 'besluitvorming').evaluate((element, tekst) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', tekst)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, tekst)
}

function countSockets(page: Page): () => number {
  let count = 0
  page.on('websocket', (socket) => {
    if (socket.url().includes('/collab/')) count += 1
  })
  return () => count
}

test('[check 12] a paste of 1 MB is saved; one of 4.5 MB is refused in plain words, kept for its author, and nobody is sent round', async ({
  house,
  openPage,
}) => {
  test.setTimeout(240_000)
  const scene = await createScene(house)
  const page = await openAs(openPage, house, scene.ids.casushouder)
  const sockets = countSockets(page)
  await openText(page, scene.path)
  using ander = await scene.open(scene.ids.procesregisseur)
  await clickBelow(page, 'besluitvorming', 'Wat wilt u bereiken?')
  await paste(page, `Een-megabyte ${'woord '.repeat(170_000)}`)
  await expect.poll(() => ander.text().length, { timeout: 30_000 }).toBeGreaterThan(1_000_000)
  await expectSaved(page, 30_000)
  expect(sockets()).toBe(1)

  await paste(page, `Veel-te-veel ${'tekst '.repeat(750_000)}`)
  const notice = page.getByRole('alert').filter({ hasText: 'Deze tekst is te lang' })
  await expect(notice).toBeVisible({ timeout: 60_000 })
  await expect(notice.getByRole('textbox')).toHaveValue(/^Veel-te-veel tekst/)
  // The megabyte is opened anew.
  await expectSaved(page, 30_000)
  await writeBelow(page, 'besluitvorming', 'Wanneer zijn we tevreden?', 'Gewoon verder.')
  await expect.poll(() => ander.text().includes('Gewoon verder.')).toBe(true)
  expect(ander.text().includes('Veel-te-veel')).toBe(false)
  expect(sockets()).toBe(2)
})

test('[T2] two tabs of one person: one presence, no word twice, and what ends for him ends in both', async ({
  house,
  openPage,
}) => {
  const scene = await createScene(house)
  const een = await openAs(openPage, house, scene.ids.vertrekt)
  const twee = await een.context().newPage()
  for (const page of [een, twee]) {
    await openText(page, scene.path)
    await expect(page.getByRole('region', { name: 'Aan tafel (1)' })).toBeVisible()
  }
  await writeBelow(een, 'besluitvorming', 'Wat wilt u bereiken?', 'uit-een.')
  await writeBelow(twee, 'besluitvorming', 'Wat wilt u bereiken?', 'uit-twee.')
  await expectSaved(twee)
  const text = await scene.stored()
  for (const woord of ['uit-een.', 'uit-twee.']) expect(text.split(woord)).toHaveLength(2)

  await scene.sql`update overleg set tafel = 'met-client' where id = ${scene.overlegId}`
  for (const page of [een, twee]) {
    await expect(editor(page, 'besluitvorming')).toBeHidden({ timeout: 5000 })
    await expect(page.getByText('uit-een.')).toBeHidden()
  }
})

for (const [naam, verschil] of [
  ['behind', -DAY_IN_MS],
  ['ahead', DAY_IN_MS],
] as const) {
  test(`a browser of which the clock is a day ${naam} works as any other`, async ({
    house,
    openPage,
  }) => {
    const scene = await createScene(house)
    const page = await openAs(openPage, house, scene.ids.casushouder)
    await page.addInitScript((verschil) => {
      const now = Date.now
      const Real = Date
      Date.now = () => now() + verschil
      globalThis.Date = new Proxy(Real, {
        construct: (target, args) =>
          args.length > 0 ? Reflect.construct(target, args) : new target(Date.now()),
      })
    }, verschil)
    await openText(page, scene.path)
    using ander = await scene.open(scene.ids.procesregisseur)
    await writeBelow(page, 'besluitvorming', 'Wat wilt u bereiken?', 'Met een klok die niet klopt.')
    await expect.poll(() => ander.text()).toContain('Met een klok die niet klopt.')
    await expectSaved(page)
    ander.write('En de ander ook.')
    await expect(editor(page, 'besluitvorming')).toContainText('En de ander ook.')
    await page.reload()
    await expect(editor(page, 'besluitvorming')).toContainText('Met een klok die niet klopt.')
    await expectSaved(page)
  })
}

test('[S6] a tab from before a new version of the editor deletes nothing that it does not know, and asks to be reloaded', async ({
  house,
  openPage,
}) => {
  const scene = await createScene(house)
  await scene.write((doc) => {
    const nieuw = new Y.XmlElement('kader')
    nieuw.insert(0, [new Y.XmlText('Iets van de volgende versie.')])
    doc.getXmlFragment(TEKST).push([nieuw])
  })
  const page = await openAs(openPage, house, scene.ids.casushouder)
  await page.addInitScript(() => {
    const Real = WebSocket
    globalThis.WebSocket = class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(String(url).replace(/editor=\d+/, 'editor=0'), protocols)
      }
    }
  })
  using ander = await scene.open(scene.ids.procesregisseur)
  await page.goto(scene.path)
  await expect(page.getByText('Deze pagina is verouderd').first()).toBeVisible()
  await expect.poll(() => ander.text()).toContain('Iets van de volgende versie.')
  ander.write('Na het oude scherm.')
  await expect(page.getByText('Na het oude scherm.')).toBeVisible()
  expect(ander.text()).toContain('Iets van de volgende versie.')
})

test('[D2] a restart of the only process under typing: the window stays as it is, and no letter is lost', async ({
  house,
  browser,
}) => {
  let server = await startTestServer({ databaseUrl: house.database.url })
  const scene = await createScene({ ...house, server })
  const context = await browser.newContext({ baseURL: server.origin })
  const page = await context.newPage()
  const [name = '', value = ''] = (await createCookie(scene.sql, scene.ids.casushouder)).split('=')
  await context.addCookies([{ name, value, url: server.origin }])
  await openText(page, scene.path)
  await page.evaluate(() => Object.assign(window, { zelfde: true }))
  await clickBelow(page, 'besluitvorming', 'Wat wilt u bereiken?')

  const letters = 'Deze zin gaat door terwijl de server wordt vervangen door een nieuwe.'
  const typing = page.keyboard.type(letters, { delay: 60 })
  await expect(editor(page, 'besluitvorming')).toContainText('Deze zin')
  expect(await server.stop()).toBe(0)
  server = await startTestServer({
    databaseUrl: house.database.url,
    port: Number(new URL(server.origin).port),
  })
  await typing
  await expectSaved(page)
  await expect.poll(scene.stored).toContain(letters)
  expect(await page.evaluate(() => 'zelfde' in window)).toBe(true)
  await expect(page.getByRole('region', { name: 'Aan tafel (1)' })).toBeVisible()
  await context.close()
  await server.kill()
})
