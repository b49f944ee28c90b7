import { submitVerzoekCommand } from '#app/commands/submit-verzoek.server.ts'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { countAntwoorden } from '#db/evaluaties.ts'
import { parseDatum } from '#domain/datum.ts'
import { zinVan } from '#domain/verzoek.ts'
import { createBrief } from '../helpers/client-side.ts'
import { addClient } from '../helpers/clienten.ts'
import {
  actieIdsOf,
  addCollega,
  conceptactie,
  schrijfActies,
  seedTafel,
} from '../helpers/seed-tafel.ts'
import { expect, type House, test } from './fixtures.ts'
import { keur, meldAan, openAlles } from './keuring.ts'
import { screenshot } from './screenshot.ts'

test('whoever is not signed in meets no barrier, also when something is wrong', async ({
  house,
  openPage,
}) => {
  const page = await openPage()
  await page.goto('/inloggen')
  await keur(page, 'inloggen')
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await keur(page, 'inloggen met fouten')
  await page.goto('/dit/bestaat/niet')
  await keur(page, 'niet gevonden')
  await page.goto('/mijn-plan')
  await keur(page, 'cliëntzijde zonder sessie')

  const { sql } = house.database
  const { regie, clientPersoonId } = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, regie, clientPersoonId)
  await page.goto(`/uitnodiging/${brief.token}`)
  await keur(page, 'uitnodiging')
  await page.getByLabel('Code uit uw brief').fill('WRONG-CODE')
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await keur(page, 'uitnodiging met verkeerde code')
  await page.getByRole('textbox', { name: /Pincode/ }).fill('12')
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect(page.locator('.error-summary')).toContainText('pincode')
  await keur(page, 'uitnodiging met verkeerde pincode')
})

test('the lists and forms of a professional have no barrier in any state', async ({
  house,
  openPage,
}) => {
  test.slow()
  const { sql } = house.database
  const page = await openPage()
  const tafel = await seedTafel(sql, 'gepland')
  const { overlegId, regie, ids } = tafel

  await meldAan(page, house, await addCollega(sql, ids.procesregisseur))
  await page.goto('/overleggen')
  await keur(page, 'overleggen, leeg')
  await page.goto('/acties')
  await keur(page, 'acties, leeg')

  await meldAan(page, house, regie.gebruikerId)
  await addOverleggen(house, regie.gebruikerId)
  await page.goto('/overleggen')
  await keur(page, 'overleggen, vol')
  await page.goto('/overleggen/nieuw')
  await keur(page, 'nieuw overleg')
  await page
    .getByLabel(/Ruud Terpstra/)
    .first()
    .check()
  await page.getByRole('button', { name: 'Overleg maken' }).click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await keur(page, 'nieuw overleg met fouten')

  await page.goto(`/overleggen/${overlegId}/deelnemers`)
  await keur(page, 'deelnemers')
  await openAlles(page)
  await keur(page, 'deelnemers, alles uitgeklapt')
  await page.getByRole('button', { name: /^Maak brief/ }).click()
  await expect(page.locator('.brief')).toBeVisible()
  await keur(page, 'deelnemers met een brief')
  await page.goto(`/overleggen/${overlegId}/meekijken`)
  await keur(page, 'meekijken, nog niets')

  await meldAan(page, house, ids['zonder-convenant'])
  await page.goto(`/overleggen/${overlegId}`)
  await expect(page).toHaveURL(/verklaring/)
  await keur(page, 'verklaring')
  await meldAan(page, house, ids.blijft)
  await page.goto(`/overleggen/${overlegId}/deelnemers`)
  await keur(page, 'deelnemers voor een partner')
  await page.goto(`/overleggen/${overlegId}/plan`)
  await keur(page, 'plan, nog niet vastgesteld')
})

test('what comes after the overleg has no barrier for a professional', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const page = await openPage()
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { overlegId, regie, ids, deelnemerIds, clientPersoonId } = tafel
  const teLaat = conceptactie({
    wat: 'Het loket bellen',
    wanneer: parseDatum('2026-01-15'),
    deelnemerId: deelnemerIds.casushouder,
  })
  await schrijfActies(sql, { ...regie, acties: [teLaat] })
  expect((await vaststellenCommand(sql, regie)).ok).toBe(true)
  const actieIds = await actieIdsOf(sql, overlegId)
  const [actieId = ''] = actieIds
  for (const status of ['loopt', 'gedaan'] as const) {
    await updateActieCommand(sql, {
      overlegId,
      actieId,
      status,
      notitie: 'Formulier ingeleverd bij het loket.',
      gebruikerId: ids.casushouder,
    })
  }

  await meldAan(page, house, ids.casushouder)
  await page.goto('/acties')
  await keur(page, 'acties')
  await openAlles(page)
  await keur(page, 'acties, alles uitgeklapt')
  const { browser } = await addClient(sql, { overlegId, clientPersoonId }, 'client')
  const { sleutel } = zinVan('We spraken over uw woning.')
  const verzoek = { browser, sleutel, tekst: 'Ik heb al een woning.' }
  expect((await submitVerzoekCommand(sql, verzoek)).ok).toBe(true)
  await page.goto(`/overleggen/${overlegId}/plan`)
  await keur(page, 'plan, met een vraag van de cliënt', openAlles)
  await sql`
    insert into audit (event, overleg_id, client_persoon_id)
    select 'tafel-read', overleg_id, id from client_persoon where overleg_id = ${overlegId}`
  await page.goto('/overleggen')
  await expect(page.getByText('Hoe was het met de cliënt aan tafel?')).toBeVisible()
  await keur(page, 'overleggen, met vragen')
  await page.goto(`/overleggen/${overlegId}/plan`)
  await page.getByRole('link', { name: 'Beantwoord' }).click()
  await expect(page.getByRole('group', { name: /waardevol/ })).toBeVisible()
  await keur(page, 'twee vragen aan de casushouder', async (page, { breed }) =>
    screenshot(page, `keek-casushouder-${breed}`),
  )
  for (let n = 0; n < 7; n++) {
    await countAntwoorden(sql, '2025-4', {
      'client-prettig': 'ja',
      'client-zinvol': n > 4 ? 'nee' : 'ja',
      'casushouder-waardevol': 'ja',
    })
  }
  await meldAan(page, house, ids.procesregisseur)
  await page.goto('/evaluatie')
  await expect(page.getByText('vonden het prettig')).toBeVisible()
  await keur(page, 'cijfers van de evaluatie', async (page, { breed }) =>
    screenshot(page, `keek-cijfers-${breed}`),
  )
  await page.goto(`/overleggen/${overlegId}/plan`)
  await openAlles(page)
  await keur(page, 'plan, alles uitgeklapt')
  await page.goto(`/overleggen/${overlegId}/meekijken`)
  await keur(page, 'meekijken na het overleg')

  const bezig = await seedTafel(sql, 'met cliënt')
  await meldAan(page, house, bezig.ids.procesregisseur)
  await page.goto(`/overleggen/${bezig.overlegId}/meekijken`)
  await keur(page, 'meekijken aan tafel')
})

/** Overleggen in every state, so that a list has all that it can have. */
async function addOverleggen({ database: { sql } }: House, gebruikerId: string) {
  for (const moment of [
    'vooroverleg',
    'met cliënt',
    'dicht',
    'vastgesteld',
    'afgebroken',
  ] as const) {
    const { overlegId } = await seedTafel(sql, moment)
    await sql`
      update deelnemer set gebruiker_id = ${gebruikerId}
      where overleg_id = ${overlegId} and rol = 'procesregisseur'`
  }
}
