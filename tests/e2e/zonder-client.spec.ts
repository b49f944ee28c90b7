import { seedOverleg } from '../helpers/seed-overleg.ts'
import { addCollega, conceptactie, schrijfActies } from '../helpers/seed-tafel.ts'
import { expect, test } from './fixtures.ts'
import { keur } from './keuring.ts'
import { openAs } from './people.ts'
import { expectDocument, finishFase, followTo, guest, region } from './professional.ts'
import { screenshot } from './screenshot.ts'

const BEGIN = { status: 'lopend', fase: 'oordeelsvorming', tafel: 'vooroverleg' } as const

test('[F6] an overleg without the cliënt ends in besluitvorming with everybody at the table, and nobody is asked to leave', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const plaatsen = ['procesregisseur', 'casushouder', 'partner'] as const
  const scene = await seedOverleg(sql, BEGIN, plaatsen, { client: 'zonder-client' })
  const { overlegId, ids, deelnemerIds } = scene
  await sql`update deelnemer set casushouder_aanvaard_op = now() where id = ${deelnemerIds.casushouder}`
  const acties = [conceptactie({ wat: 'De wijk inlichten', deelnemerId: deelnemerIds.partner })]
  await schrijfActies(sql, { overlegId, gebruikerId: ids.procesregisseur, acties })
  const regie = await openAs(openPage, house, ids.procesregisseur)
  const partner = await openAs(openPage, house, ids.partner)
  for (const page of [regie, partner]) {
    await page.goto(`/overleggen/${overlegId}`)
    await expectDocument(page, 'oordeelsvorming')
  }
  await finishFase(regie, 'oordeelsvorming', 'besluitvorming')
  await followTo(partner, 'besluitvorming')
  await expect(region(regie, 'Aan tafel (2)')).toBeVisible()

  for (const page of [regie, partner]) {
    await expect(page.getByRole('button', { name: 'Cliënt aan tafel' })).toHaveCount(0)
    await expect(page.getByRole('region', { name: /wacht/i })).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^(Blijft|Vertrekt)/ })).toHaveCount(0)
  }
  await expect(guest(regie, 'Joke Veenstra')).not.toContainText(/besloten|blijft|vertrekt/i)
  await regie.goto(`/overleggen/${overlegId}/deelnemers`)
  await expect(regie.getByRole('button', { name: /^Maak brief/ })).toHaveCount(0)

  await regie.goto(`/overleggen/${overlegId}/document/besluitvorming`)
  await region(regie, 'Plan vaststellen')
    .getByRole('button', { name: 'Stel het plan vast' })
    .click()
  await regie.getByRole('dialog').getByRole('button', { name: 'Ja, stel vast' }).click()
  await expect(regie.getByRole('heading', { level: 1, name: 'Plan van aanpak' })).toBeVisible()
  await partner.getByRole('link', { name: 'Naar het plan' }).click()
  await expect(region(partner, 'Acties')).toContainText('De wijk inlichten')
})

test('[F7] without the cliënt is proposed on one screen and confirmed on another; until then the overleg does not begin', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const plaatsen = ['procesregisseur', 'casushouder', 'partner'] as const
  const { overlegId, ids } = await seedOverleg(sql, { status: 'gepland' }, plaatsen)
  const regie = await openAs(openPage, house, ids.procesregisseur)
  const casushouder = await openAs(openPage, house, ids.casushouder)
  const deelnemers = `/overleggen/${overlegId}/deelnemers`

  await regie.goto(deelnemers)
  await regie.getByText('Stel voor om zonder de cliënt te overleggen').click()
  await regie.getByLabel('Risicogesprek').check()
  await keur(regie, 'met of zonder, voor te stellen')
  await regie.getByRole('button', { name: 'Stel voor: zonder de cliënt' }).click()
  const card = region(regie, 'Met of zonder de cliënt')
  await expect(card).toContainText('Het wacht op Ruud Terpstra')
  await regie.setViewportSize({ width: 1440, height: 900 })
  await regie.goto(`/overleggen/${overlegId}`)
  const start = regie.getByRole('button', { name: 'Start het overleg' })
  await expect(start).toHaveAccessibleDescription(/wacht nog op de casushouder/)
  await expect(start).toBeDisabled()
  await screenshot(regie, 'start-nog-niet')
  await keur(regie, 'overleg dat nog niet kan beginnen')
  await regie.setViewportSize({ width: 1440, height: 900 })

  await casushouder.goto('/overleggen')
  await casushouder.getByRole('link', { name: /^Lees en beslis/ }).click()
  await expect(region(casushouder, 'Met of zonder de cliënt')).toContainText(
    'verwachting van geweld',
  )
  await screenshot(casushouder, 'afweging')
  await keur(casushouder, 'met of zonder, te beantwoorden')
  await casushouder.getByRole('button', { name: 'Eens: zonder de cliënt' }).click()
  await expect(casushouder.getByText('Dit overleg is zonder de cliënt').first()).toBeVisible()

  await expect(start).toBeEnabled()
  await start.click()
  await expect(regie.getByRole('button', { name: 'Rond vraagstelling af' })).toBeVisible()
  const [rij] =
    await sql`select status, zonder_client_reden as reden from overleg where id = ${overlegId}`
  expect(rij).toEqual({ status: 'lopend', reden: 'risicogesprek' })
})

test('[F8] without JavaScript a partner says that he does not come, takes it back, and sends a collega', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const plaatsen = ['procesregisseur', 'partner'] as const
  const { overlegId, ids } = await seedOverleg(sql, { status: 'gepland' }, plaatsen)
  await addCollega(sql, ids.partner)
  const zonderJavaScript = () => openPage({ javaScriptEnabled: false })
  const partner = await openAs(zonderJavaScript, house, ids.partner)
  await partner.goto('/overleggen')
  await partner.getByRole('button', { name: /^Ik kom niet/ }).click()
  await expect(partner.getByText('Er wacht niets op u')).toBeVisible()

  const regie = await openAs(openPage, house, ids.procesregisseur)
  await regie.goto(`/overleggen/${overlegId}/deelnemers`)
  await expect(regie.getByText(/^Komt niet, gemeld op/)).toBeVisible()
  await partner.goto(`/overleggen/${overlegId}/deelnemers`)
  await partner.getByRole('button', { name: 'Ik kom', exact: true }).click()
  await expect(partner.getByText(/^U komt op/)).toBeVisible()
  // Whose page is open sees it by itself.
  await expect(regie.getByText('Komt', { exact: true })).toBeVisible()

  await partner.getByText('Een collega komt').click()
  await partner.getByLabel('Wie komt er in uw plaats?').selectOption({ label: 'Sanne de Boer' })
  await partner.getByRole('button', { name: 'Geef mijn plaats aan deze collega' }).click()
  await expect(partner).toHaveURL(/\/overleggen$/)
  await expect(partner.getByText('Er staat geen overleg gepland')).toBeVisible()
  await expect(regie.getByText('In plaats van Joke Veenstra')).toBeVisible()
  await keur(regie, 'deelnemers met antwoorden')
})
