import type { Page } from '@playwright/test'
import { findClientByCookie } from '#app/auth/client-side.server.ts'
import { choosePinCommand } from '#app/commands/choose-pin.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { countAntwoorden } from '#db/evaluaties.ts'
import { parseDatum } from '#domain/datum.ts'
import { createBrief, openTelefoon } from '../helpers/client-side.ts'
import {
  actieIdsOf,
  addCollega,
  conceptactie,
  schrijfActies,
  seedTafel,
} from '../helpers/seed-tafel.ts'
import { expect, type House, test } from './fixtures.ts'
import { keur, meldAan, zetCookie } from './keuring.ts'
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
  const { overlegId, regie, ids, deelnemerIds } = await seedTafel(sql, 'vooroverleg')
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
  await page.goto(`/overleggen/${overlegId}/plan`)
  await keur(page, 'plan')
  await sql`
    insert into audit (event, overleg_id, client_persoon_id)
    select 'tafel-read', overleg_id, id from client_persoon where overleg_id = ${overlegId}`
  await page.goto('/overleggen')
  await expect(page.getByText('Hoe was het met de cliënt aan tafel?')).toBeVisible()
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

test('the client side has no barrier from the wachtkamer to the plan', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const { origin } = house.server
  const page = await openPage()
  const { overlegId, regie, clientPersoonId } = await seedTafel(sql, 'vooroverleg')
  const brief = await createBrief(sql, regie, clientPersoonId)
  const telefoon = await openTelefoon(sql, brief)
  await zetCookie(page, telefoon.cookie, origin)

  await page.goto('/mijn-plan')
  await keur(page, 'wachtkamer')
  await page.getByRole('button', { name: 'Ik wil stoppen' }).click()
  await expect(page.getByText('Dat mag')).toBeVisible()
  await keur(page, 'wachtkamer, wil stoppen')

  await sql`update overleg set link_tafel = 'https://video.voorbeeld.nl/tafel' where id = ${overlegId}`
  const aanTafel = await seatClientCommand(sql, { ...regie, sessieIds: [telefoon.sessieId] })
  expect(aanTafel.ok).toBe(true)
  await expect(page.getByRole('heading', { name: 'Mijn plan' })).toBeVisible()
  await keur(page, 'tafel, met signaal')
  await page.getByRole('button', { name: 'Het hoeft niet meer' }).click()
  await page.getByRole('textbox', { name: 'Pincode' }).fill('12345')
  await page.getByRole('button', { name: 'Pincode opslaan' }).click()
  await expect(page.locator('.field__error')).toBeVisible()
  await keur(page, 'tafel, pincode te makkelijk')

  const browser = await findClientByCookie(sql, telefoon.cookie, { secure: false })
  if (!browser) throw new Error('Still signed in')
  expect((await choosePinCommand(sql, { browser, pin: '48261' })).ok).toBe(true)
  await page.reload()
  await keur(page, 'tafel, met pincode')
  expect((await vaststellenCommand(sql, regie)).ok).toBe(true)
  await expect(page.getByRole('button', { name: /Dit heb ik gedaan/ }).first()).toBeVisible()
  await keur(page, 'plan van de cliënt')
  await evaluatieEnInzage(page, house, overlegId)

  const zonderPin = await openTelefoon(sql, brief)
  await zetCookie(page, zonderPin.cookie, origin)
  await page.goto('/mijn-plan')
  await keur(page, 'pincode nodig')
  await page.getByRole('textbox', { name: 'Pincode' }).fill('00001')
  await page.getByRole('button', { name: 'Naar mijn plan' }).click()
  await expect(page.locator('.field__error')).toBeVisible()
  await keur(page, 'pincode klopt niet')

  const weg = await seedTafel(sql, 'gepland')
  const wachtend = await openTelefoon(sql, await createBrief(sql, weg.regie, weg.clientPersoonId))
  await sql`
    update overleg set status = 'afgebroken', afgebroken_reden = 'Ziek' where id = ${weg.overlegId}`
  await zetCookie(page, wachtend.cookie, origin)
  await page.goto('/mijn-plan')
  await keur(page, 'afspraak gaat niet door')
})

/** From the plan, to the two questions and to who looked at it. K9, K10 */
async function evaluatieEnInzage(page: Page, { database: { sql } }: House, overlegId: string) {
  await page.getByRole('link', { name: 'Naar de vragen' }).click()
  const vraag = page.getByRole('group', { name: /prettig/ })
  await expect(vraag).toBeVisible()
  await keur(page, 'twee vragen aan de cliënt')
  await vraag.getByText('Een beetje').click()
  await screenshot(page, 'keek-vragen-320')
  await page.getByRole('button', { name: 'Klaar', exact: true }).click()
  await expect(page.getByText('Dank u wel')).toBeVisible()
  await keur(page, 'vragen beantwoord')
  await page.getByRole('link', { name: 'Terug naar mijn plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn plan' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Naar de vragen' })).toHaveCount(0)

  await sql`
    insert into audit (event, overleg_id, gebruiker_id, created_at)
    select 'plan-read', overleg_id, gebruiker_id, now() - dagen * interval '1 day'
    from deelnemer, generate_series(2, 4) as dagen where overleg_id = ${overlegId}`
  await page.getByRole('link', { name: 'Wie keek in mijn plan?' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Wijkteam Noord' })).toContainText(
    'Las op 3 dagen.',
  )
  await expect(page.getByText('Politie')).toHaveCount(0)
  await keur(page, 'wie keek in mijn plan', async (page, { breed }) =>
    screenshot(page, `keek-wie-${breed}`),
  )
  await page.getByRole('link', { name: 'Terug naar mijn plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn plan' })).toBeVisible()
}

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

async function openAlles(page: Page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}
