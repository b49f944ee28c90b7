import type { Page } from '@playwright/test'
import { submitVerzoekCommand } from '#app/commands/submit-verzoek.server.ts'
import { zinVan } from '#domain/verzoek.ts'
import { addClient } from '../helpers/clienten.ts'
import { WACHTWOORD } from '../helpers/seed-overleg.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { expect, test } from './fixtures.ts'
import { meldAan } from './keuring.ts'
import { druk, rondgang, skip, tabNaar } from './toetsen.ts'

test('a procesregisseur leads a meeting by keyboard alone, from signing in to signing out', async ({
  house,
  openPage,
}) => {
  test.slow()
  const { sql } = house.database
  const { overlegId, ids, emails } = await seedTafel(sql, 'vraagstelling')
  await sql`update overleg set fase = 'beeldvorming' where id = ${overlegId}`
  const page = await openPage({ viewport: { width: 1440, height: 900 } })
  const ander = await openPage()
  await meldAan(ander, house, ids.blijft)
  await ander.goto(`/overleggen/${overlegId}/document/beeldvorming`)

  await page.goto('/inloggen')
  await tabNaar(page, page.getByLabel('E-mailadres'))
  await page.keyboard.type(emails.procesregisseur)
  await page.keyboard.press('Tab')
  await page.keyboard.type(WACHTWOORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Overleggen', level: 1 })).toBeVisible()
  await skip(page)
  await druk(page, page.getByRole('link', { name: /Ga naar de tafel/ }))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  const tekst = page.getByRole('textbox', { name: 'Tekst van beeldvorming' })
  await tabNaar(page, tekst)
  await page.keyboard.type('Hij werkt ')
  await page.keyboard.press('Alt+F10')
  const opmaak = page.getByRole('toolbar', { name: 'Opmaak' })
  await pijlNaar(page, 'Vet')
  await expect(opmaak.getByRole('button', { name: 'Vet' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(tekst).toBeFocused()
  await page.keyboard.type('graag')
  await expect(tekst.locator('strong')).toHaveText('graag')

  await page.keyboard.press('Alt+F10')
  await pijlNaar(page, 'Tabel invoegen')
  await page.keyboard.press('Enter')
  await expect(tekst.locator('tr')).toHaveCount(3)
  for (let cel = 0; cel < 9; cel += 1) {
    await expect(tekst).toBeFocused()
    await page.keyboard.press('Tab')
  }
  await expect(tekst).not.toBeFocused()
  await expect(tekst.locator('tr')).toHaveCount(3)
  await page.keyboard.press('Shift+Tab')
  await expect(tekst).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(tekst).not.toBeFocused()
  await expect(page.getByText('verlaat het tekstvak')).toBeFocused()

  const hand = page.getByRole('button', { name: 'Hand opsteken' })
  await tabNaar(page, hand, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Hand omlaag' })).toBeFocused()

  await druk(page, page.getByRole('button', { name: 'Dicht nu' }))
  await binnenDialoog(page, page.getByRole('dialog', { name: 'Dit overleg nu sluiten?' }))
  await expect(page.getByRole('button', { name: 'Dicht nu' })).toBeFocused()

  const keuze = page.locator('.gast', { hasText: 'Mehmet Aydin' }).locator('summary').first()
  await druk(page, keuze)
  await druk(page, page.getByRole('button', { name: 'Vertrekt: niet direct betrokken' }))
  await expect(keuze).toContainText('Vertrekt')
  await expect(keuze).toBeFocused()
  await druk(page, keuze)
  await druk(page, page.getByRole('button', { name: 'Blijft', exact: true }))
  await expect(keuze).toContainText('Blijft')

  const afronden = page.getByRole('button', { name: 'Rond beeldvorming af' })
  await tabNaar(page, afronden, 'Shift+Tab')
  await ander.locator('.editor .prose').click()
  await ander.keyboard.type('Hij slaapt bij een vriend.')
  await expect(tekst).toContainText('bij een vriend')
  await page.keyboard.press('Enter')
  await binnenDialoog(page, page.getByRole('dialog', { name: 'Er wordt nog geschreven' }))
  await expect(afronden).toBeFocused()
  await ander.keyboard.type(' Die vriend verhuist.')
  await expect(tekst).toContainText('Die vriend verhuist')
  await page.keyboard.press('Enter')
  await druk(page, page.getByRole('button', { name: 'Toch afronden' }))
  await expect(page.getByRole('heading', { level: 1, name: /Oordeelsvorming/ })).toBeFocused()
  await druk(page, page.getByRole('button', { name: 'Rond oordeelsvorming af' }))
  await expect(page.getByRole('heading', { level: 1, name: /Besluitvorming/ })).toBeFocused()

  await druk(page, page.getByRole('button', { name: 'Nieuwe actie' }))
  const actie = page.getByRole('group', { name: 'Nieuwe actie' })
  await expect(actie.getByLabel('Wat')).toBeFocused()
  await page.keyboard.type('Samen naar het loket')
  const vierde = page.getByRole('group', { name: 'Actie 4' })
  await tabNaar(page, vierde.getByLabel('Wie'))
  await page.keyboard.type('De cl')
  await tabNaar(page, vierde.getByLabel('Wanneer klaar'))
  await page.keyboard.type('01152027')
  await expect(vierde).toContainText('Volledig ingevuld.')

  await tabNaar(page, page.getByRole('button', { name: 'Uitloggen' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
})

test('no answer by form takes the keyboard from a professional', async ({ house, openPage }) => {
  const { sql } = house.database
  const page = await openPage({ viewport: { width: 1440, height: 900 } })
  const kop = (name: string) => page.getByRole('heading', { name, exact: true })

  const gepland = await seedTafel(sql, 'gepland')
  await meldAan(page, house, gepland.ids.blijft)
  await page.goto('/overleggen')
  await druk(page, page.getByRole('button', { name: /^Ik kom:/ }))
  await expect(page.getByText('Er wacht niets op u')).toBeVisible()
  await expect(kop('Wacht op u')).toBeFocused()

  await meldAan(page, house, gepland.ids.procesregisseur)
  await page.goto(`/overleggen/${gepland.overlegId}/deelnemers`)
  await druk(page, page.locator('summary', { hasText: 'Wijzig Mehmet Aydin' }))
  await druk(page, page.getByRole('button', { name: 'Haal uit dit overleg' }))
  await expect(page.getByText('Wijzig Mehmet Aydin')).toHaveCount(0)
  await expect(page.getByRole('heading').and(page.locator(':focus'))).toHaveCount(1)

  const tafel = await seedTafel(sql, 'vastgesteld')
  const { browser } = await addClient(sql, tafel, 'client')
  const { sleutel } = zinVan('We spraken over uw woning.')
  const verzoek = { browser, sleutel, tekst: 'Ik heb al een woning.' }
  expect((await submitVerzoekCommand(sql, verzoek)).ok).toBe(true)
  await meldAan(page, house, tafel.ids.casushouder)
  await page.goto(`/overleggen/${tafel.overlegId}/plan`)
  await druk(page, page.locator('summary', { hasText: 'Pas het aan…' }))
  await tabNaar(page, page.getByLabel('Zo is het nu'))
  await page.keyboard.type('U heeft een woning.')
  await druk(page, page.getByRole('button', { name: 'Zet dit naast de zin' }))
  await expect(page.getByText('Aangepast. Zo is het nu:').first()).toBeVisible()
  await expect(kop('Klopt er iets niet? De cliënt vraagt')).toBeFocused()
})

test('the page of the meeting lets the keyboard go all the way round, both ways', async ({
  house,
  openPage,
}) => {
  const { overlegId, ids } = await seedTafel(house.database.sql, 'met cliënt')
  const page = await openPage({ viewport: { width: 1440, height: 900 } })
  await meldAan(page, house, ids.procesregisseur)
  await page.goto(`/overleggen/${overlegId}/document/besluitvorming`)
  await expect(page.getByRole('group', { name: 'Actie 3' })).toBeVisible()

  const heen = await rondgang(page, 'Tab')
  expect(heen.join('\n')).toContain('Tekst van besluitvorming')
  expect(heen.join('\n')).toContain('Stel het plan vast')
  const terug = await rondgang(page, 'Shift+Tab')
  expect(terug.toReversed()).toEqual(heen)
})

test('a dialog that a turned tablet has no room for does not hold the page', async ({
  house,
  openPage,
}) => {
  const { overlegId, ids } = await seedTafel(house.database.sql, 'vraagstelling')
  const page = await openPage({ viewport: { width: 1440, height: 900 } })
  await meldAan(page, house, ids.procesregisseur)
  await page.goto(`/overleggen/${overlegId}/document/vraagstelling`)
  await page.getByRole('button', { name: 'Dicht nu' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.setViewportSize({ width: 800, height: 1100 })
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect(page.getByRole('heading', { name: 'Fasen' })).toBeVisible()
})

async function pijlNaar(page: Page, naam: string) {
  for (let keer = 0; keer < 10; keer += 1) {
    const hier = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    if (hier === naam) return
    await page.keyboard.press('ArrowRight')
  }
}

/** Focus goes in, stays in, and Escape closes it. */
async function binnenDialoog(page: Page, dialoog: ReturnType<Page['getByRole']>) {
  await expect(dialoog).toBeVisible()
  await expect(dialoog.locator(':focus')).toHaveCount(1)
  const knoppen = await dialoog.getByRole('button').all()
  for (const knop of [...knoppen, ...knoppen]) await tabNaar(page, knop)
  await page.keyboard.press('Escape')
  await expect(dialoog).toBeHidden()
}
