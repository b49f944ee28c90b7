import { createClientCookie } from '../helpers/client-side.ts'
import { addClient } from '../helpers/clienten.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { PHONE } from './client-side.ts'
import { expect, test } from './fixtures.ts'
import { keur, zetCookie } from './keuring.ts'
import { openAs } from './people.ts'
import { editor, region } from './professional.ts'
import { screenshot } from './screenshot.ts'

const KOP = 'met toestemming van de cliënt'

test('[K4] [K5] [K6] three browsers: a yes puts the words on the table, and alone the cliënt reads in peace', async ({
  openPage,
  house,
}) => {
  const { sql } = house.database
  const tafel = await seedTafel(sql, 'met cliënt')
  const adres = `/overleggen/${tafel.overlegId}/document/besluitvorming`
  const regie = await openAs(openPage, house, tafel.ids.procesregisseur)
  const partner = await openAs(openPage, house, tafel.ids.blijft)
  const client = await openPage(PHONE)
  const cookie = await createClientCookie(sql, { ...tafel, toegelaten: true })
  const [name = '', value = ''] = cookie.split('=')
  await client.context().addCookies([{ name, value, url: house.server.origin, httpOnly: true }])
  const steun = await openPage(PHONE)
  await zetCookie(steun, (await addClient(sql, tafel, 'steunpersoon')).cookie, house.server.origin)
  await steun.goto('/mijn-plan')
  await Promise.all([regie.goto(adres), partner.goto(adres), client.goto('/mijn-plan')])

  await expect(region(regie, 'Mijn inbreng')).toHaveCount(0)
  await partner.getByRole('button', { name: 'Vraag het de cliënt' }).click()
  const vraag = region(client, 'Iemand vraagt u iets')
  await expect(vraag).toContainText('Mehmet Aydin van Wijkteam Noord')
  expect(await client.content()).not.toContain('De buren helpen graag')
  await keur(client, 'vraag om inbreng', (page, { breed }) => screenshot(page, `inbreng-${breed}`))
  await vraag.getByRole('button', { name: 'Ja' }).click()
  await expect(client.getByText('De buren helpen graag.')).toBeVisible()
  for (const page of [regie, partner]) await expect(page.getByText(KOP)).toBeVisible()
  await expect(region(partner, 'Mijn inbreng')).not.toContainText('Over de buren')

  await client.getByRole('button', { name: 'Ik wil even zonder steun verder' }).click()
  await expect(client.getByText('U bent nu even zonder steun.')).toBeVisible()
  await expect(steun.getByRole('heading', { name: 'U bent nu niet aan tafel' })).toBeVisible()
  await keur(steun, 'steunpersoon die even weg is')

  await expect(editor(partner, 'besluitvorming')).toHaveAttribute('contenteditable', 'true')
  await regie.getByRole('button', { name: 'Geef 10 minuten besloten tijd' }).click()
  for (const page of [regie, partner]) {
    await expect(page.getByText('De cliënt heeft nu besloten tijd').first()).toBeVisible()
    // What cannot be written in is no text box either.
    await expect(editor(page, 'besluitvorming')).toHaveCount(0)
    await expect(page.locator('[contenteditable="false"]').first()).toBeVisible()
  }
  const alleen = region(client, 'U heeft nu tijd voor uzelf')
  await expect(alleen).toContainText(/tot \d\d\.\d\d uur/)
  await expect(client.getByText('Wie zit er aan tafel?')).toHaveCount(0)
  await client.getByRole('button', { name: 'Ik wil even pauze' }).click()
  await expect(regie.getByText('A. de W. wil even pauze').first()).toBeVisible()
  await keur(client, 'besloten tijd, cliënt', (page, { breed }) =>
    screenshot(page, `alleen-${breed}`),
  )
  await keur(regie, 'besloten tijd, regie', (page, { breed }) => screenshot(page, `regie-${breed}`))

  await alleen.getByRole('button', { name: 'Ik ben klaar' }).click()
  await expect(client.getByText('We zijn er weer.')).toBeVisible()
  for (const page of [regie, partner]) {
    await expect(editor(page, 'besluitvorming')).toHaveAttribute('contenteditable', 'true')
  }
})
