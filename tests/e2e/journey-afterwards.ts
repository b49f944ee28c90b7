import { expect, type Page } from '@playwright/test'
import { comeIn, expectTafel, type Letter, PHONE } from './client-side.ts'
import { type Journey, NAMEN } from './journey.ts'
import { actie, guest, region, signIn } from './professional.ts'
import { screenshot } from './screenshot.ts'

/** Not without a casushouder who accepted, and not with an actie that is half. F4 */
export async function notYetVastgesteld({ regie, casushouder, blijft }: Journey) {
  const card = region(regie, 'Plan vaststellen')
  await expect(card).toContainText('Draag eerst een casushouder voor.')
  await guest(regie, NAMEN.casushouder).locator('summary').filter({ hasText: 'Meer' }).click()
  await guest(regie, NAMEN.casushouder)
    .getByRole('button', { name: 'Draag voor als casushouder' })
    .click()
  await expect(card).toContainText('Vraag de casushouder om eerst te aanvaarden.')
  await expect(blijft.getByRole('button', { name: 'Ik aanvaard' })).toHaveCount(0)
  await casushouder.getByRole('button', { name: 'Ik aanvaard' }).click()
  await expect(guest(regie, NAMEN.casushouder)).toContainText('Heeft aanvaard')

  await expect(card).toContainText('Vul eerst wat, wie en wanneer in bij actie 3.')
  await card.getByRole('button', { name: 'Stel het plan vast' }).press('Enter')
  await expect(regie.getByRole('dialog')).toHaveCount(0)
}

export async function stelVast({ regie, casushouder, blijft, vertrekt, client }: Journey) {
  await actie(casushouder, 'Actie 3').wanneer.fill('2027-03-01')
  const card = region(regie, 'Plan vaststellen')
  await expect(card).not.toContainText('Vul eerst')
  await card.getByRole('button', { name: 'Stel het plan vast' }).click()
  await regie.getByRole('dialog').getByRole('button', { name: 'Ja, stel vast' }).click()
  await expect(regie.getByRole('heading', { level: 1, name: 'Plan van aanpak' })).toBeVisible()
  await expect(region(regie, 'Casushouder')).toContainText(NAMEN.casushouder)
  await expect(region(regie, 'Acties')).toContainText('Samen met haar zus naar het loket')
  await expect(region(regie, 'Hoe gaat het daarna?')).toContainText('Na 1 week')
  // K3
  await expect(regie.getByText('Ik wil een eigen deur.')).toBeVisible()
  await screenshot(regie, '16-plan')

  await blijft.getByRole('link', { name: 'Naar het plan' }).click()
  await expect(region(blijft, 'Samenvatting')).toContainText('U wilt weer een eigen plek.')
  await expect(client.getByText('Dit hebben we samen afgesproken op')).toBeVisible()
  // Who left keeps his own actie, and nothing else.
  await vertrekt.goto('/acties')
  await expect(vertrekt.getByRole('heading', { level: 3 })).toHaveText([
    'Elke week even langskomen',
  ])
}

/** The week after, at another desk. P2, P3 */
export async function casushouderUpdates({ open, emails, casushouder }: Journey) {
  await casushouder.context().close()
  const later = await open({ viewport: { width: 1440, height: 900 } })
  await signIn(later, emails.casushouder)
  await later.getByRole('link', { name: 'Acties' }).click()
  const regel = later.getByRole('article').filter({ hasText: 'naar het loket' })
  await regel.locator('summary').filter({ hasText: 'Notitie' }).click()
  await regel.getByLabel('Notitie').first().fill('De afspraak staat.')
  await regel.getByRole('button', { name: /^Loopt/ }).click()
  await expect(regel.getByText('Loopt', { exact: true }).first()).toBeVisible()
  await regel.locator('summary').filter({ hasText: 'Verloop (2)' }).click()
  await expect(regel).toContainText('De afspraak staat.')
  await screenshot(later, '17-acties-casushouder')
  return later
}

/** At home, on another telephone, with code and PIN. S5, P3 */
export async function clientReadsPlan({ open, client }: Journey, letter: Letter, pin: string) {
  await client.context().close()
  const thuis = await open(PHONE)
  await comeIn(thuis, letter)
  await expect(thuis.getByRole('heading', { level: 1, name: 'Vul uw pincode in' })).toBeVisible()
  await thuis.getByLabel('Pincode', { exact: true }).fill(pin)
  await thuis.getByRole('button', { name: 'Naar mijn plan' }).click()
  await expectTafel(thuis)
  const anderen = region(thuis, /^Dit doen anderen/)
  await expect(anderen.getByRole('listitem').filter({ hasText: 'loket' })).toContainText(
    'Hier zijn we mee bezig.',
  )
  await expect(anderen).not.toContainText('De afspraak staat.')
  await screenshot(thuis, '18-client-plan')

  await thuis.getByRole('button', { name: /^Dit heb ik gedaan ?: Paspoort/ }).click()
  await expect(region(thuis, /^Dit doe ik/)).toContainText('U heeft dit gedaan.')
  await screenshot(thuis, '19-client-gedaan')

  const mis = region(thuis, 'Klopt er iets niet?')
  await mis.locator('summary').click()
  await mis.getByRole('radio').first().check()
  await mis.getByLabel('Wat klopt er niet?').fill('Ik heb al een kamer gezien.')
  await mis.getByRole('button', { name: 'Verstuur' }).click()
  await expect(mis.getByRole('listitem').first()).toContainText(
    `${NAMEN.casushouder} geeft antwoord`,
  )
  return thuis
}

/** K7: what he says, and what he is answered, while he looks. */
export async function casushouderAnswers(later: Page, thuis: Page) {
  await later.goto('/overleggen')
  await later.getByRole('link', { name: /^Lees en antwoord/ }).click()
  const verzoeken = region(later, /^Klopt er iets niet/)
  await expect(verzoeken).toContainText('Ik heb al een kamer gezien.')
  await verzoeken.locator('summary').filter({ hasText: 'Pas het aan' }).click()
  await verzoeken.getByLabel('Zo is het nu').fill('U heeft een kamer gezien.')
  await verzoeken.getByRole('button', { name: 'Zet dit naast de zin' }).click()
  await expect(verzoeken).toContainText('Aangepast.')
  await screenshot(later, '20-verzoek')
  await expect(region(thuis, 'Samenvatting')).toContainText('U heeft een kamer gezien.')
}

export async function casushouderSeesIt(later: Page) {
  await later.reload()
  const regel = later.getByRole('article').filter({ hasText: 'Paspoort aanvragen' })
  await expect(regel.getByText('Gedaan', { exact: true }).first()).toBeVisible()
  await regel.locator('summary').filter({ hasText: 'Verloop (2)' }).click()
  await expect(regel).toContainText('mevrouw K.')
}
