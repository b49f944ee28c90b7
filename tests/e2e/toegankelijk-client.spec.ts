import type { Page } from '@playwright/test'
import { findClientByCookie } from '#app/auth/client-side.server.ts'
import { choosePinCommand } from '#app/commands/choose-pin.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { writeEigenWoordenCommand } from '#app/commands/write-eigen-woorden.server.ts'
import type { Sql } from '#db/connection.ts'
import { parseDatum } from '#domain/datum.ts'
import { createBrief, openTelefoon } from '../helpers/client-side.ts'
import {
  conceptactie,
  schrijf,
  schrijfActies,
  seedTafel,
  type Tafel,
} from '../helpers/seed-tafel.ts'
import { expect, type House, test } from './fixtures.ts'
import { keur, openAlles, zetCookie } from './keuring.ts'
import { screenshot } from './screenshot.ts'

test('the client side has no barrier from the wachtkamer to the plan', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const { origin } = house.server
  const page = await openPage()
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { overlegId, regie, clientPersoonId } = tafel
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
  await page.getByRole('button', { name: 'Klopt niet' }).first().click()
  await page.getByRole('button', { name: 'Nee' }).first().click()
  await page.getByLabel('Wat ik wil').fill('Een eigen voordeur.')
  const eerder = { browser, veld: 'wil', versie: 0, wijze: 'zo', tekst: 'Rust.' } as const
  expect((await writeEigenWoordenCommand(sql, eerder)).ok).toBe(true)
  await expect(page.getByRole('button', { name: 'Bewaar allebei' })).toBeVisible()
  await keur(page, 'tafel, met pincode, antwoorden en woorden van een ander scherm')
  await metEerderPlan(sql, tafel)
  expect((await vaststellenCommand(sql, regie)).ok).toBe(true)
  await expect(page.getByRole('button', { name: /Dit heb ik gedaan/ }).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Wat is er anders?' })).toBeVisible()
  await keur(page, 'plan van de cliënt, met alles open', openAlles)
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

/** A plan that this cliënt had before, so that the one of now has something different of every sort. K8 */
async function metEerderPlan(sql: Sql, { overlegId, regie, deelnemerIds }: Tafel) {
  const eerder = await seedTafel(sql, 'vooroverleg')
  await schrijf(sql, { ...eerder.regie, document: 'samenvatting', tekst: 'U had toen een tent.' })
  const toen = { wat: 'Samen naar het loket', wanneer: parseDatum('2027-02-01') }
  const weg = { wat: 'Een parkeerplek zoeken', deelnemerId: eerder.deelnemerIds.blijft }
  const acties = [conceptactie(toen), conceptactie(weg)]
  await schrijfActies(sql, { ...eerder.regie, acties })
  expect((await vaststellenCommand(sql, eerder.regie)).ok).toBe(true)
  await sql`
    update overleg set casus_id = (select casus_id from overleg where id = ${overlegId})
    where id = ${eerder.overlegId}`
  await sql`
    update client_persoon set uitgenodigd_op = now() where overleg_id = ${eerder.overlegId}`

  await schrijf(sql, { ...regie, document: 'samenvatting', tekst: 'U heeft nu een kamer.' })
  const nu = { wat: 'Samen naar het loket', deelnemerId: deelnemerIds.blijft }
  const nieuw = { wat: 'Een tolk regelen', deelnemerId: deelnemerIds.casushouder }
  await schrijfActies(sql, { ...regie, acties: [conceptactie(nu), conceptactie(nieuw)] })
}

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
  await expect(page.getByRole('heading', { name: 'Wie keek in mijn plan?' })).toBeVisible()
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
