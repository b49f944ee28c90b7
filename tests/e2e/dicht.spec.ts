import type { Page } from '@playwright/test'
import { closeNowCommand } from '#app/commands/close-now.server.ts'
import { schrijf, seedTafel } from '../helpers/seed-tafel.ts'
import { expect, test } from './fixtures.ts'
import { openAs } from './people.ts'
import { editor, expectDocument, expectSaved } from './professional.ts'

/** The connection of the text alone, which can be held up: nothing goes in or out, and nothing says so. */
async function holdCollab(page: Page): Promise<{ hold(): void }> {
  let held = false
  await page.routeWebSocket(/\/collab\//, (near) => {
    const far = near.connectToServer()
    near.onMessage((message) => held || far.send(message))
    far.onMessage((message) => held || near.send(message))
    near.onClose(() => far.close())
    far.onClose((code, reason) => held || near.close({ code, reason }))
  })
  return {
    hold() {
      held = true
    },
  }
}

test('[D3] [T8] Dicht nu takes the page before the text hears of it: the words that were nowhere else are kept, and nothing of another', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const tafel = await seedTafel(sql, 'vooroverleg')
  await schrijf(sql, { ...tafel.regie, document: 'besluitvorming', tekst: 'Van een ander.' })
  const page = await openAs(openPage, house, tafel.ids.blijft)
  const collab = await holdCollab(page)
  await page.goto(`/overleggen/${tafel.overlegId}/document/besluitvorming`)
  await expectDocument(page, 'besluitvorming')
  await expect(page.getByRole('region', { name: 'Aan tafel (1)' })).toBeVisible()
  await editor(page, 'besluitvorming').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Opgeslagen woorden. ')
  await expectSaved(page)

  collab.hold()
  await page.keyboard.type('Nergens anders dan hier.')
  expect((await closeNowCommand(sql, tafel.regie)).ok).toBe(true)
  await expect(page.getByText('Dit bestaat niet, of het is niet voor u')).toBeVisible()
  const kept = page.getByLabel('Uw eigen tekst. Zij staat nu alleen hier.')
  await expect(kept).toHaveValue(/Nergens anders dan hier\.$/)
  await expect(page.locator('body')).not.toContainText('Van een ander.')

  await page.getByRole('link', { name: 'Naar uw overleggen' }).click()
  await page.getByRole('button', { name: 'Blijf hier' }).click()
  await page.getByRole('button', { name: 'Weggooien' }).click()
  await expect(kept).toHaveCount(0)
  await page.getByRole('link', { name: 'Naar uw overleggen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overleggen' })).toBeVisible()
})
