import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { createKluis } from '#app/auth/kluis.server.ts'
import { secretVan } from '#app/auth/oidc-aanbieder.server.ts'
import { saveOidc } from '#db/organisatie-oidc.ts'
import { CLIENT_ID, CLIENT_SECRET, type Mens, openAanbieder } from '../helpers/aanbieder.ts'
import { copyTemplate } from '../helpers/copy-template.ts'
import { createBeheerder } from '../helpers/huis.ts'
import { openPostbus, type Postbus } from '../helpers/postbus.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { addCollega, organisatieVan } from '../helpers/seed-tafel.ts'
import { startTestServer } from '../helpers/server.ts'
import { test as base, expect, type House } from './fixtures.ts'
import { keur, zetCookie } from './keuring.ts'
import { screenshot } from './screenshot.ts'

const SECRET = randomBytes(32).toString('hex')
const NIEUW = 'vier losse woorden achterelkaar'

/** The house with a mailbox beside it. */
const test = base.extend<object, { house: House; postbus: Postbus }>({
  postbus: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameters of a fixture
    async ({}, use) => {
      await using postbus = await openPostbus()
      await use(postbus)
    },
    { scope: 'worker' },
  ],
  house: [
    async ({ postbus }, use) => {
      await using database = await copyTemplate({
        url: process.env.FOCUSTAFEL_TEST_POSTGRES ?? '',
        appUrl: process.env.FOCUSTAFEL_TEST_POSTGRES_APP ?? '',
      })
      await using server = await startTestServer({
        databaseUrl: database.url,
        env: { SESSION_SECRET: SECRET, SMTP_URL: postbus.url, MAIL_FROM: 'tafel@voorbeeld.nl' },
      })
      await use({ server, database })
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

test('somebody signs in at the provider of his organisatie and is where he was going, also without JavaScript', async ({
  house,
  openPage,
  faults,
}) => {
  const { sql } = house.database
  const { origin } = house.server
  const { ids } = await seedOverleg(sql, { status: 'gepland' }, ['blijft'])
  const email = 'mehmet@wijkteam.voorbeeld.nl'
  await sql`update gebruiker set email = ${email} where id = ${ids.blijft}`
  const mensen = new Map<string, Mens>([['mehmet', { email, email_verified: true }]])
  await using aanbieder = await openAanbieder(origin, mensen)
  const organisatieId = await organisatieVan(sql, ids.blijft)
  await saveOidc(sql, {
    organisatieId,
    issuer: aanbieder.issuer,
    clientId: CLIENT_ID,
    clientSecret: createKluis(SECRET).sluit(CLIENT_SECRET, secretVan(organisatieId)),
    domeinen: ['wijkteam.voorbeeld.nl'],
    tweedeFactor: null,
  })

  for (const javaScriptEnabled of [true, false]) {
    const page = await openPage({ javaScriptEnabled })
    await page.goto('/acties')
    await page.getByRole('link', { name: 'Inloggen via uw organisatie' }).click()
    if (javaScriptEnabled) await keur(page, 'inloggen via de organisatie')
    await toon(page, `organisatie-${javaScriptEnabled}`)
    await page.getByLabel('E-mailadres van uw werk').fill(email)
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.waitForURL(`${aanbieder.issuer}/wie/*`)
    await page.getByLabel('Wie').fill('mehmet')
    await page.getByRole('button', { name: 'Ik ben het' }).click()
    await page.waitForURL(`${origin}/acties`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Acties')
    await expect(page.getByText('Mehmet Aydin')).toBeAttached()
  }
  // Whoever goes to his provider leaves this house; nobody else was asked anything.
  const elders = faults.splice(0)
  expect(elders.filter((fault) => !fault.includes(` ${aanbieder.issuer}/`))).toEqual([])
})

test('who comes back from his provider without having left is told in plain words what to do', async ({
  openPage,
}) => {
  const page = await openPage()
  await page.goto('/inloggen/oidc/terug?code=x&state=y')
  await expect(page.getByRole('alert')).toContainText('is niet gelukt')
  await keur(page, 'terug van de organisatie')
  await page.getByRole('link', { name: 'Terug naar inloggen' }).click()
  await expect(page).toHaveURL(/\/inloggen$/)
})

test('who forgot his password chooses another by the link in a mail; the code stays in no address', async ({
  house,
  postbus,
  openPage,
}) => {
  const { emails } = await seedOverleg(house.database.sql, { status: 'gepland' }, ['partner'])
  const page = await openPage()
  await page.goto('/inloggen')
  await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click()
  await keur(page, 'wachtwoord vergeten')
  await toon(page, 'wachtwoord-vergeten')
  await page.getByLabel('E-mailadres').fill(emails.partner)
  await page.getByRole('button', { name: 'Stuur mij een link' }).click()
  await expect(page.getByRole('status')).toContainText('Kijk in uw mail')
  await keur(page, 'link verstuurd')

  const mail = () => postbus.post.find(({ aan }) => aan[0] === emails.partner)?.mail.text ?? ''
  await expect.poll(mail).toContain('/wachtwoord-nieuw#')
  const link = /\S+\/wachtwoord-nieuw#\S+/.exec(mail())?.[0] ?? ''
  await page.goto(link)
  await expect(page.getByLabel('Code uit de mail')).toHaveCount(0)
  expect(page.url()).toBe(link.split('#')[0])
  await keur(page, 'nieuw wachtwoord')
  await toon(page, 'wachtwoord-nieuw')
  await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill('kort')
  await page.getByRole('button', { name: 'Bewaar dit wachtwoord' }).click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await keur(page, 'nieuw wachtwoord met fouten')
  await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill(NIEUW)
  await page.getByRole('button', { name: 'Bewaar dit wachtwoord' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uw wachtwoord is bewaard')
  await keur(page, 'wachtwoord bewaard')

  await page.getByRole('link', { name: 'Inloggen' }).click()
  await page.getByLabel('E-mailadres').fill(emails.partner)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(NIEUW)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await expect(page).toHaveURL(/\/overleggen$/)
})

test('a beheerder meets no barrier, finds a person and ends his sessions', async ({
  house,
  openPage,
}) => {
  test.slow()
  const { sql } = house.database
  const { ids, emails } = await seedOverleg(sql, { status: 'gepland' }, ['partner'])
  const page = await openPage()
  await zetCookie(page, await createBeheerder(sql, ids.partner), house.server.origin)
  for (let n = 0; n < 26; n += 1) await addCollega(sql, ids.partner)
  await sql`insert into totp (gebruiker_id, geheim) values (${ids.partner}, 'gesloten')`

  await page.goto('/overleggen')
  await page.getByRole('link', { name: 'Beheer' }).click()
  await keur(page, 'beheer')
  await toon(page, 'beheer')
  await page.getByLabel('Zoek op naam').fill(`joke zwaluwe ${emails.partner}`)
  await page.getByRole('button', { name: 'Zoek' }).click()
  await expect(page.locator('.rows .row')).toHaveCount(1)
  await page.getByRole('link', { name: 'Joke Veenstra' }).click()
  await keur(page, 'beheer: iemand')
  await toon(page, 'beheer-iemand')
  await page.getByRole('button', { name: 'Schakel het account uit' }).click()
  await expect(page.getByRole('status')).toContainText('uitgeschakeld')
  await keur(page, 'beheer: iemand uitgeschakeld')
  await page.getByRole('link', { name: 'Huisfunctie of tweede stap wijzigen' }).click()
  await keur(page, 'beheer: toegang')
  await toon(page, 'beheer-toegang')

  await page.goto('/beheer/uitnodigen')
  await page.getByRole('button', { name: 'Stuur de uitnodiging' }).click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await keur(page, 'beheer: uitnodigen met fouten')
  await toon(page, 'beheer-uitnodigen')
  await page.goto('/beheer/organisaties')
  await keur(page, 'beheer: organisaties')
  await toon(page, 'beheer-organisaties')
})

/** A picture on a telephone and on a desk. */
async function toon(page: Page, naam: string) {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await screenshot(page, `${naam}-${width}`)
  }
}
