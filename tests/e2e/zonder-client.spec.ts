import { seedOverleg } from '../helpers/seed-overleg.ts'
import { conceptactie, schrijfActies } from '../helpers/seed-tafel.ts'
import { expect, test } from './fixtures.ts'
import { openAs } from './people.ts'
import { expectDocument, finishFase, followTo, guest, region } from './professional.ts'

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
