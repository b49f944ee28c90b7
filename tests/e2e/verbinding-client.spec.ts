import type { Locator, Page } from '@playwright/test'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import type { Sql } from '#db/connection.ts'
import { createClientCookie } from '../helpers/client-side.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'
import { expect, type House, test } from './fixtures.ts'
import { zetCookie } from './keuring.ts'
import { region } from './professional.ts'
import { screenshot } from './screenshot.ts'
import { createWire } from './wire.ts'

const NIET = 'Er is geen verbinding. Dit is misschien niet verstuurd. Probeer het zo nog eens.'
const NOT = 'There is no connection. Perhaps this was not sent. Try again in a moment.'

test('[K3] what the cliënt answers and writes while the network is away, or nobody answers, stays on his screen and arrives once', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  await using wire = await createWire(house.server.origin)
  const page = await openPage({ proxy: wire.proxy, viewport: { width: 390, height: 844 } })
  const { overlegId } = await openTafel(page, house)
  const zin = page.getByRole('group', { name: 'We spraken over uw woning.' })
  const wil = page.locator('#vak-wil')

  wire.cut()
  await zin.getByRole('button', { name: 'Klopt niet' }).click()
  await expect(page.getByText(NIET)).toBeVisible()
  await wil.getByLabel('Wat ik wil').fill('Een eigen voordeur.')
  await wil.getByRole('button', { name: 'Opslaan' }).click()
  await expect(wil.getByRole('alert')).toContainText('Uw tekst blijft hier staan.')
  await page.getByRole('button', { name: 'Ik wil even pauze' }).click()
  await page.getByRole('heading', { name: 'Uw pincode' }).scrollIntoViewIfNeeded()
  await expect(page.locator('.blijft').getByRole('alert')).toBeInViewport({ ratio: 1 })
  await screenshot(page, 'verbinding-weg')
  await expect(wil.getByLabel('Wat ik wil')).toHaveValue('Een eigen voordeur.')
  expect(await listGezegd(sql, overlegId)).toEqual([])

  wire.mend()
  await expect(wil.getByText('Opgeslagen', { exact: true })).toBeVisible()
  await zin.getByRole('button', { name: 'Klopt niet' }).click()
  await expect(zin.getByRole('button', { name: 'Klopt niet', pressed: true })).toBeVisible()
  await page.getByRole('button', { name: 'Ik wil even pauze' }).click()
  await expect(page.getByText('U wilt even pauze.')).toBeVisible()
  await expect(page.getByText(NIET)).toHaveCount(0)

  await page.getByRole('button', { name: 'English' }).click()
  const ja = region(page, 'What I do').getByRole('button', { name: 'Yes' })
  await onbereikbaar(page)
  await ja.click()
  await expect(region(page, 'What I do').getByRole('alert')).toHaveText(NOT)
  await page.unrouteAll()
  expect((await listGezegd(sql, overlegId)).filter((gezegd) => gezegd.startsWith('actie'))).toEqual(
    [],
  )
  await zonderAntwoord(page)
  await ja.click()
  await expect(ja).toHaveAttribute('aria-pressed', 'true')
  await page.getByLabel('What I want').fill('Een eigen voordeur. En rust.')
  await expect(wil.getByText('Saved', { exact: true })).toBeVisible()
  await page.unrouteAll()
  await ja.click()
  await expect(region(page, 'What I do').getByRole('alert')).toHaveCount(0)
  expect(await listGezegd(sql, overlegId)).toEqual([
    'actie ja',
    'wil, 2: Een eigen voordeur. En rust.',
    'zin klopt-niet',
  ])
})

test('[P3] [K7] [K10] neither does a word about the agreed plan get lost, or arrive twice', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  const page = await openPage({ viewport: { width: 390, height: 844 } })
  // What the server says by itself does not come either.
  await page.routeWebSocket(/./, (socket) => socket.close())
  const { overlegId, regie } = await openTafel(page, house)
  await neemtTerug(page)
  expect((await vaststellenCommand(sql, regie)).ok).toBe(true)
  await page.reload()
  await isBegonnen(page)

  await page.getByRole('link', { name: 'Naar de vragen' }).click()
  const prettig = page.getByRole('group', { name: /prettig/ }).getByRole('radio', { name: 'Ja' })
  await prettig.check()
  await drieKeer(page, page.getByRole('button', { name: 'Klaar', exact: true }), () =>
    expect(prettig).toBeChecked(),
  )
  await expect(page.getByText('Dank u wel')).toBeVisible()

  await page.getByRole('link', { name: 'Terug naar mijn plan' }).click()
  await page.locator('summary', { hasText: 'Wilt u er iets bij zeggen?' }).click()
  const woord = page.getByRole('textbox', { name: /Wilt u er iets bij zeggen/ })
  await woord.fill('Zij was blij.')
  await drieKeer(page, page.getByRole('button', { name: /Dit heb ik gedaan/ }), () =>
    expect(woord).toHaveValue('Zij was blij.'),
  )
  await expect(page.getByRole('button', { name: /Toch nog niet klaar/ })).toBeVisible()

  await page.locator('summary', { hasText: 'Schrijf op wat niet klopt' }).click()
  await page.getByRole('radio').first().check()
  const wat = page.getByLabel('Wat klopt er niet?')
  await wat.fill('Ook over mijn werk.')
  await drieKeer(page, page.getByRole('button', { name: 'Verstuur' }), () =>
    expect(wat).toHaveValue('Ook over mijn werk.'),
  )
  await expect(page.getByRole('listitem').filter({ hasText: 'Ook over mijn werk.' })).toBeVisible()

  // The same words about another sentence are not the ones that stand there.
  await page.locator('summary', { hasText: 'Schrijf op wat niet klopt' }).click()
  await page.getByRole('radio').first().check()
  await wat.fill('Ook over mijn werk.')
  await onbereikbaar(page)
  await page.getByRole('button', { name: 'Verstuur' }).click()
  await expect(page.getByRole('alert').filter({ hasText: NIET })).toBeInViewport({ ratio: 1 })
  await expect(wat).toHaveValue('Ook over mijn werk.')
  expect(await listGezegd(sql, overlegId)).toEqual([
    'actie gedaan: Zij was blij.',
    'klaar',
    'verzoek: Ook over mijn werk.',
    'wil, 2: ',
  ])
})

/** What arrived without an answer, and is taken away again on the screen, does not stay on the server. */
async function neemtTerug(page: Page) {
  const wil = page.locator('#vak-wil')
  await zonderAntwoord(page)
  await wil.getByLabel('Wat ik wil').fill('Een hond.')
  await expect(wil.getByRole('alert')).toContainText('Uw tekst blijft hier staan.')
  await wil.getByLabel('Wat ik wil').fill('')
  await page.unrouteAll()
  await expect(wil.getByText('Opgeslagen', { exact: true })).toBeVisible({ timeout: 15_000 })
}

/** A server that cannot, one that hears and is not heard, and then one that does both. */
async function drieKeer(page: Page, knop: Locator, blijft: () => Promise<void>) {
  for (const storing of [onbereikbaar, zonderAntwoord]) {
    await storing(page)
    const gebeurd =
      storing === onbereikbaar
        ? page.waitForResponse((antwoord) => antwoord.status() === 503)
        : page.waitForEvent('requestfailed')
    await knop.click()
    await gebeurd
    const melding = page.getByRole('alert').filter({ hasText: NIET })
    await expect(melding).toBeInViewport({ ratio: 1 })
    await blijft()
    await page.unrouteAll()
  }
  await knop.click()
  await expect(page.getByText(NIET)).toHaveCount(0)
}

/** As a proxy answers for a server that is away. */
async function onbereikbaar(page: Page) {
  await page.route('**/*', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 503, body: '<h1>503</h1>' })
      : route.fallback(),
  )
}

/** The request arrives; its answer does not. */
async function zonderAntwoord(page: Page) {
  await page.route('**/*', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch({ maxRedirects: 0 })
    return route.abort()
  })
}

async function openTafel(page: Page, { database: { sql }, server: { origin } }: House) {
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { overlegId, clientPersoonId } = tafel
  const cookie = await createClientCookie(sql, { clientPersoonId, toegelaten: true, metPin: true })
  await sql`update overleg set tafel = 'met-client' where id = ${overlegId}`
  await zetCookie(page, cookie, origin)
  await page.goto('/mijn-plan')
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn plan' })).toBeVisible()
  await isBegonnen(page)
  return tafel
}

/** What a browser fetched before the network went away: a page of which the scripts never came is another matter. */
async function isBegonnen(page: Page) {
  await page.waitForFunction(() => {
    const knop = document.querySelector('main button')
    return knop !== null && Object.keys(knop).some((naam) => naam.startsWith('__reactProps'))
  })
}

/** All that the client side said in this overleg, as it is kept. */
async function listGezegd(sql: Sql, overlegId: string): Promise<string[]> {
  const rijen = await sql<{ wat: string }[]>`
    select soort || ' ' || antwoord as wat from antwoord where overleg_id = ${overlegId}
    union all
    select veld || ', ' || versie || ': ' || tekst from eigen_woorden where overleg_id = ${overlegId}
    union all
    select 'actie ' || status || ': ' || notitie from actie_status
    join actie on actie.id = actie_id join plan on plan.id = plan_id
    where overleg_id = ${overlegId} and client_persoon_id is not null
    union all
    select 'verzoek: ' || tekst from verzoek join plan on plan.id = plan_id
    where overleg_id = ${overlegId}
    union all
    select 'klaar' from audit where overleg_id = ${overlegId} and event = 'evaluatie-finished'`
  return rijen.map(({ wat }) => wat).toSorted()
}
