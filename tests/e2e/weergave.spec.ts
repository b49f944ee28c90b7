import type { Page } from '@playwright/test'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { createBrief, openTelefoon } from '../helpers/client-side.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { expect, type House, test } from './fixtures.ts'
import { afgesneden, loopOver, meldAan, steektUit, zetCookie, zetRuim } from './keuring.ts'

test('with the spacing of WCAG 1.4.12 nothing is lost, at the table and in the plan of the cliënt', async ({
  house,
  openPage,
}) => {
  const page = await openPage()
  for (const open of [openTafel, openPlan]) {
    await open(page, house)
    await zetRuim(page)
    for (const width of [1440, 1024, 390, 320]) {
      await page.setViewportSize({ width, height: 900 })
      const gevonden = await Promise.all([steektUit(page), loopOver(page), afgesneden(page)])
      expect.soft(gevonden.flat(), `${open.name}, ${width} px`).toEqual([])
    }
  }
})

test('in the colours of the reader buttons keep their edge, and the keyboard its place', async ({
  house,
  openPage,
}) => {
  const page = await openPage({ forcedColors: 'active', reducedMotion: 'reduce' })
  await openTafel(page, house)
  const naam = page.getByRole('button', { name: 'Stel het plan vast' })
  await expect(naam).not.toHaveCSS('border-top-style', 'none')
  await naam.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(naam).toBeFocused()
  await expect(naam).not.toHaveCSS('outline-style', 'none')
  const bewegend = await page.evaluate(() => document.getAnimations().length)
  expect(bewegend).toBe(0)
})

async function openTafel(page: Page, house: House) {
  const { overlegId, ids } = await seedTafel(house.database.sql, 'met cliënt')
  await meldAan(page, house, ids.procesregisseur)
  await page.goto(`/overleggen/${overlegId}/document/besluitvorming`)
  await expect(page.getByRole('group', { name: 'Actie 3' })).toBeVisible()
}

async function openPlan(page: Page, house: House) {
  const { sql } = house.database
  const { regie, clientPersoonId } = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, regie, clientPersoonId)
  const { cookie, sessieId } = await openTelefoon(sql, brief)
  await sql`
    update overleg set tafel = 'met-client' where id = ${regie.overlegId}`
  await sql`update client_sessie set toegelaten_op = now() where id = ${sessieId}`
  expect((await vaststellenCommand(sql, regie)).ok).toBe(true)
  await zetCookie(page, cookie, house.server.origin)
  await page.goto('/mijn-plan')
  await expect(page.getByRole('heading', { name: 'Dit doen anderen' })).toBeVisible()
}
