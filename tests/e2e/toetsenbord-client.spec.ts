import type { Page } from '@playwright/test'
import { askInbrengCommand } from '#app/commands/ask-inbreng.server.ts'
import { giveBeslotenTijdCommand } from '#app/commands/give-besloten-tijd.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { createBrief } from '../helpers/client-side.ts'
import { addClient } from '../helpers/clienten.ts'
import { seedTafel, type Tafel } from '../helpers/seed-tafel.ts'
import { expect, type House, test } from './fixtures.ts'
import { region } from './professional.ts'
import { druk, skip, tabNaar } from './toetsen.ts'

test('the cliënt does all that he can do by keyboard alone, and no answer takes the keyboard away', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, tafel.regie, tafel.clientPersoonId)
  const page = await openPage()
  await page.goto(`/uitnodiging/${brief.token}`)
  await skip(page)
  await tabNaar(page, page.getByLabel('Code uit uw brief'))
  await page.keyboard.type(brief.code)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('wachtkamer')
  await druk(page, knop(page, 'Ik wil stoppen'))
  await expect(knop(page, 'Ik wil toch verder')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(knop(page, 'Ik wil stoppen')).toBeFocused()

  await addClient(sql, tafel, 'steunpersoon')
  const sessies = await sql<{ id: string }[]>`
    select id from client_sessie where client_persoon_id = ${tafel.clientPersoonId}
    order by created_at desc limit 1`
  await seatClientCommand(sql, { ...tafel.regie, sessieIds: sessies.map(({ id }) => id) })
  await expect(kop(page)).toBeFocused()
  await aanTafel(page, house, tafel)

  expect((await vaststellenCommand(sql, tafel.regie)).ok).toBe(true)
  await expect(kop(page)).toBeFocused()
  await naHetGesprek(page)
  await druk(page, knop(page, 'Klaar? Sluit deze pagina veilig af'))
  await expect(page.getByRole('heading', { name: 'U bent niet ingelogd' })).toBeVisible()
})

/** K3, K4, K5, K6 */
async function aanTafel(page: Page, { database: { sql } }: House, tafel: Tafel) {
  const { overlegId, ids, inbrengId, regie } = tafel
  for (const signaal of ['Ik wil iets zeggen', 'Ik wil even pauze', 'Ik wil stoppen']) {
    await druk(page, knop(page, signaal))
    await expect(knop(page, 'Het hoeft niet meer')).toBeFocused()
    await page.keyboard.press('Space')
    await expect(knop(page, 'Ik wil iets zeggen')).toBeFocused()
  }

  await tabNaar(page, page.getByLabel('Wat ik wil'))
  await page.keyboard.type('Een eigen voordeur.')
  await druk(page, page.locator('#vak-wil').getByRole('button', { name: 'Opslaan' }))
  await expect(page.locator('#vak-wil').getByText('Opgeslagen')).toBeVisible()
  await expect(page.locator('#vak-wil').getByRole('button', { name: 'Opslaan' })).toBeFocused()

  const zin = page.getByRole('group', { name: 'We spraken over uw woning.' })
  await antwoord(page, zin.getByRole('button', { name: 'Klopt niet' }))
  await antwoord(page, region(page, 'Dit doe ik').getByRole('button', { name: 'Nee' }))
  const praten = knop(region(page, 'Dit doen anderen'), 'Ik wil er nog over praten').first()
  await antwoord(page, praten)

  await druk(page, knop(page, 'Ik wil even zonder steun verder'))
  await expect(knop(page, 'Mijn steun mag er weer bij')).toBeFocused()

  const vraag = { overlegId, gebruikerId: ids.blijft, inbrengId }
  expect((await askInbrengCommand(sql, vraag)).ok).toBe(true)
  await druk(page, knop(region(page, 'Iemand vraagt u iets'), 'Ja'))
  await expect(page.getByText('De buren helpen graag.')).toBeVisible()
  await expect(kop(page)).toBeFocused()

  expect((await giveBeslotenTijdCommand(sql, regie)).ok).toBe(true)
  await druk(page, knop(region(page, 'U heeft nu tijd voor uzelf'), 'Ik ben klaar'))
  await expect(page.getByText('We zijn er weer.')).toBeVisible()
  await expect(kop(page)).toBeFocused()

  // What announces it is there before there is anything to announce.
  const melding = await region(page, 'Uw pincode').getByRole('status').elementHandle()
  const andere = page.locator('summary', { hasText: 'Andere pincode kiezen' })
  for (const pin of ['48261', '90375']) {
    await tabNaar(page, page.getByRole('textbox', { name: 'Pincode' }))
    await page.keyboard.type(pin)
    await page.keyboard.press('Enter')
    await expect(andere).toBeFocused()
    await expect(page.getByText('Uw pincode is opgeslagen')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Pincode' })).toBeHidden()
    expect(await melding?.textContent()).toContain('Uw pincode is opgeslagen')
    await page.keyboard.press('Enter')
  }
}

/** P3, K7, K9, K10 */
async function naHetGesprek(page: Page) {
  await druk(page, page.getByRole('link', { name: 'Naar de vragen' }))
  await expect(kop(page)).toBeFocused()
  await tabNaar(page, page.getByRole('radio', { name: 'Ja' }).first())
  await page.keyboard.press('Space')
  await druk(page, page.getByRole('button', { name: 'Klaar', exact: true }))
  await expect(page.getByText('Dank u wel')).toBeVisible()
  await druk(page, page.getByRole('link', { name: 'Terug naar mijn plan' }))
  await expect(kop(page)).toHaveText('Mijn plan')

  await druk(page, page.locator('summary', { hasText: 'Wilt u er iets bij zeggen?' }))
  await page.keyboard.press('Tab')
  await page.keyboard.type('Het ging goed.')
  await druk(page, page.getByRole('button', { name: /Dit heb ik gedaan.*Iedere week bellen/ }))
  await expect(page.getByText('Het ging goed.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Toch nog niet klaar/ })).toBeFocused()

  const schrijf = page.locator('summary', { hasText: 'Schrijf op wat niet klopt' })
  await druk(page, schrijf)
  await tabNaar(page, page.getByRole('radio').first())
  await page.keyboard.press('Space')
  await tabNaar(page, page.getByLabel('Wat klopt er niet?'))
  await page.keyboard.type('We spraken ook over mijn werk.')
  await druk(page, page.getByRole('button', { name: 'Verstuur' }))
  await expect(page.getByText('We spraken ook over mijn werk.')).toBeVisible()
  await expect(schrijf).toBeFocused()

  await druk(page, page.getByRole('button', { name: 'English' }))
  await expect(kop(page)).toHaveText('My plan')
  await druk(page, page.getByRole('button', { name: 'Nederlands' }))
  await expect(page.getByRole('button', { name: 'English' })).toBeFocused()
}

/** One tap, which stays where it is. */
async function antwoord(page: Page, knop: ReturnType<Page['getByRole']>) {
  await druk(page, knop, 'Space')
  await expect(knop).toHaveAttribute('aria-pressed', 'true')
  await expect(knop).toBeFocused()
}

function knop(binnen: Pick<Page, 'getByRole'>, name: string) {
  return binnen.getByRole('button', { name, exact: true })
}

function kop(page: Page) {
  return page.getByRole('heading', { level: 1 })
}
