import { seedOverleg } from '../helpers/seed-overleg.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { comeIn, expectWachtkamer, PHONE, readLetter } from './client-side.ts'
import { expect, test } from './fixtures.ts'
import { keur, zetCookie } from './keuring.ts'
import { screenshot } from './screenshot.ts'

const PLAATSEN = ['procesregisseur', 'casushouder', 'blijft', 'vertrekt'] as const

test('[K1] a letter is worded, made, looked at, typed over, sent, and outdated when the overleg moves', async ({
  house,
  page,
  openPage,
}) => {
  const { sql } = house.database
  const { overlegId, ids } = await seedOverleg(sql, { status: 'gepland' }, PLAATSEN)
  await sql`update overleg set link_tafel = null where id = ${overlegId}`
  await zetCookie(page, await createCookie(sql, ids.procesregisseur), house.server.origin)
  const deelnemers = `/overleggen/${overlegId}/deelnemers`

  await page.goto(deelnemers)
  await page.getByText('Wat staat er in de brief?').click()
  await page.getByLabel('Waar komt de cliënt naartoe?').fill('Stadhuis, kamer 4\nMarkt 1, Zwaluwe')
  await page
    .getByLabel('Waarom dit gesprek?')
    .fill('Wij kijken samen hoe u in uw huis kunt blijven wonen.')
  await screenshot(page, 'brief-gegevens')
  await page.getByRole('button', { name: 'Bewaar voor de brieven' }).click()
  await expect(page.getByText('Opgeslagen.')).toBeAttached()

  await page
    .getByRole('button', { name: /^Maak brief/ })
    .first()
    .click()
  const letter = await readLetter(page)
  await expect(page.getByText('Markt 1, Zwaluwe')).toBeVisible()
  await keur(page, 'een brief')
  for (const breed of [390, 1440]) {
    await page.setViewportSize({ width: breed, height: 900 })
    await screenshot(page, `brief-${breed}`, { fullPage: true })
  }

  const telefoon = await openPage(PHONE)
  await telefoon.goto(letter.link)
  await keur(telefoon, 'nummer van de brief')
  await screenshot(telefoon, 'brief-nummer')
  await telefoon.getByLabel('Nummer van uw brief').fill('AAAA-AAAA')
  await telefoon.getByRole('button', { name: 'Verder' }).click()
  await expect(telefoon.getByText('Vul de code uit uw brief in.').first()).toBeVisible()
  await comeIn(telefoon, letter)
  await expectWachtkamer(telefoon)

  await page.getByText('Verstuur de link per e-mail').click()
  await page.getByLabel('E-mailadres').fill('iemand@voorbeeld.nl')
  await page.getByRole('button', { name: 'Verstuur de link' }).click()
  await expect(page.getByText(/^De link is gemaild op/)).toBeVisible()
  await page.getByRole('button', { name: 'Vastleggen en code wissen' }).click()
  await expect(page.getByText(/^Verstuurd per post op/)).toBeVisible()
  await expect(page.getByText(letter.code)).toHaveCount(0)

  await sql`update overleg set gepland_op = gepland_op + interval '1 day' where id = ${overlegId}`
  await page.goto(deelnemers)
  await expect(page.getByText('De brief klopt niet meer: het gesprek is verplaatst.')).toBeVisible()
  await keur(page, 'een brief die niet meer klopt')
  for (const breed of [390, 1440]) {
    await page.setViewportSize({ width: breed, height: 900 })
    await screenshot(page, `brief-verouderd-${breed}`, { fullPage: true })
  }
})
