import type { Page } from '@playwright/test'
import { raiseHandCommand } from '#app/commands/raise-hand.server.ts'
import { submitAanvullingCommand } from '#app/commands/submit-aanvulling.server.ts'
import { seedStem } from '#db/seed/demo-stem.ts'
import { addClient } from '../helpers/clienten.ts'
import { schrijf, seedTafel } from '../helpers/seed-tafel.ts'
import { expect, type House, test } from './fixtures.ts'
import { keur, meldAan, openAlles } from './keuring.ts'

test('the table has no barrier before the overleg and while a text is written together', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  test.slow()
  const page = await openPage()
  const gepland = await seedTafel(sql, 'gepland')
  await meldAan(page, house, gepland.ids.procesregisseur)
  await page.goto(`/overleggen/${gepland.overlegId}/document/vraagstelling`)
  await teZien(page)
  await keur(page, 'gepland')
  await page.goto(`/overleggen/${gepland.overlegId}/document/oordeelsvorming`)
  await keur(page, 'oordeelsvorming komt later')

  const { overlegId, ids } = await seedTafel(sql, 'vraagstelling')
  await meldAan(page, house, ids.procesregisseur)
  await page.goto(`/overleggen/${overlegId}/document/vraagstelling`)
  await teZien(page)
  await keur(page, 'vraagstelling')

  await sql`
    update overleg set fase = 'beeldvorming', fase_begonnen_op = now(), fase_minuten = 20
    where id = ${overlegId}`
  await raiseHandCommand(sql, { overlegId, gebruikerId: ids.blijft, hand: 'op' })
  const ander = await openPage()
  await meldAan(ander, house, ids.blijft)
  await ander.goto(`/overleggen/${overlegId}/document/beeldvorming`)
  await page.goto(`/overleggen/${overlegId}/document/beeldvorming`)
  await tekst(ander).click()
  const schrijft = async () => {
    await tekst(ander).press('End')
    await ander.keyboard.type('Hij wil graag weer werken. ')
    await expect(page.locator('.caret--toont')).toBeVisible()
  }
  await teZien(page)
  await keur(page, 'beeldvorming met carets van anderen', schrijft)

  await keur(page, 'afronden terwijl iemand schrijft', async (page, { breed }) => {
    await schrijft()
    if (breed < 1024) await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByRole('button', { name: 'Rond beeldvorming af' }).click()
    await expect(page.getByRole('dialog', { name: 'Er wordt nog geschreven' })).toBeVisible()
  })
  await page.reload()
  await keur(page, 'dicht nu', async (page, { breed }) => {
    if (breed < 1024) await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByRole('button', { name: 'Dicht nu' }).filter({ visible: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  })
  await page.reload()
  await keur(page, 'mensen, met keuze open', async (page, { breed }) => {
    if (breed < 1024) await page.getByRole('button', { name: /^Mensen/ }).click()
    await openAlles(page)
  })
})

test('the table has no barrier in besluitvorming, with the cliënt, and afterwards', async ({
  house,
  openPage,
}) => {
  const { sql } = house.database
  test.slow()
  const page = await openPage()
  const { overlegId, ids } = await seedTafel(sql, 'vooroverleg')
  const naar = (document: string) => page.goto(`/overleggen/${overlegId}/document/${document}`)
  await sql`update overleg set fase = 'beeldvorming' where id = ${overlegId}`
  await schrijf(sql, {
    overlegId,
    gebruikerId: ids.blijft,
    document: 'beeldvorming',
    tekst: 'Hij slaapt nu bij een vriend.',
  })
  await sql`update overleg set fase = 'besluitvorming' where id = ${overlegId}`
  await submitAanvullingCommand(sql, {
    overlegId,
    gebruikerId: ids.blijft,
    document: 'beeldvorming',
    tekst: 'Die vriend verhuist in januari.',
  })

  await meldAan(page, house, ids.procesregisseur)
  await naar('beeldvorming')
  await teZien(page)
  await keur(page, 'een fase die voorbij is')
  await naar('samenvatting')
  await teZien(page)
  await keur(page, 'samenvatting')
  await naar('besluitvorming')
  await expect(page.getByRole('group', { name: 'Actie 1' })).toBeVisible()
  await keur(page, 'besluitvorming met acties')
  await page.getByRole('button', { name: 'Nieuwe actie' }).click()
  await keur(page, 'besluitvorming met een lege actie')
  await page.getByRole('button', { name: 'Verwijder nieuwe actie' }).click()

  const metClient = await seedTafel(sql, 'met cliënt')
  const plek = `/overleggen/${metClient.overlegId}/document`
  await seedStem(sql, (await addClient(sql, metClient, 'client')).browser)
  await meldAan(page, house, metClient.ids.procesregisseur)
  await page.goto(`${plek}/besluitvorming`)
  await expect(page.getByText('De cliënt zit aan tafel').first()).toBeVisible()
  await teZien(page)
  await keur(page, 'met de cliënt, en wat hij vindt')
  await page.goto(`${plek}/samenvatting`)
  await expect(page.getByText('Cliënt: klopt').first()).toBeVisible()
  await keur(page, 'samenvatting, en wat de cliënt vindt')
  await page.goto(`${plek}/besluitvorming`)
  await teZien(page)
  await keur(page, 'vaststellen', async (page) => {
    await page.getByRole('button', { name: 'Stel het plan vast' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  })
  await page.reload()
  await keur(page, 'mensen, met de cliënt', async (page, { breed }) => {
    if (breed < 1024) await page.getByRole('button', { name: /^Mensen/ }).click()
  })
  await meldAan(page, house, metClient.ids.blijft)
  await page.goto(`${plek}/besluitvorming`)
  await teZien(page)
  await keur(page, 'met de cliënt, voor een partner', openAlles)
  await meldAan(page, house, metClient.ids.vertrekt)
  await page.goto(`${plek}/besluitvorming`)
  await keur(page, 'niet meer aan tafel')
  await page.goto(`${plek}/beeldvorming`)
  await teZien(page)
  await keur(page, 'niet meer aan tafel, een fase die voorbij is')

  const dicht = await seedTafel(sql, 'dicht')
  await meldAan(page, house, dicht.ids.procesregisseur)
  await page.goto(`/overleggen/${dicht.overlegId}/document/besluitvorming`)
  await teZien(page)
  await keur(page, 'dicht')
  await meldAan(page, house, dicht.ids.blijft)
  await page.goto(`/overleggen/${dicht.overlegId}`)
  await keur(page, 'dicht, voor een partner')

  const klaar = await seedTafel(sql, 'vastgesteld')
  await meldAan(page, house, klaar.ids.casushouder)
  await page.goto(`/overleggen/${klaar.overlegId}/document/besluitvorming`)
  await teZien(page)
  await keur(page, 'besluitvorming na het overleg')
})

test('[D3] words that came too late can be handed in without a barrier', async ({
  house,
  openPage,
}) => {
  const page = await openPage()
  await teLaat(page, house)
  await expect(page.getByRole('alert')).toContainText('Deze fase is afgerond voordat')
  await keur(page, 'tekst die te laat kwam')
})

/** Types, and holds every frame back until the fase is over. */
async function teLaat(page: Page, house: House) {
  const { sql } = house.database
  const { overlegId, ids } = await seedTafel(sql, 'vraagstelling')
  await meldAan(page, house, ids.blijft)
  let vast = false
  await page.routeWebSocket(/\/collab\//, (socket) => {
    const server = socket.connectToServer()
    const wacht: (string | Buffer)[] = []
    socket.onMessage((frame) => {
      wacht.push(frame)
      if (!vast) for (const held of wacht.splice(0)) server.send(held)
    })
  })
  await page.goto(`/overleggen/${overlegId}/document/vraagstelling`)
  await tekst(page).click()
  vast = true
  await page.keyboard.type('Zijn moeder belde vanmorgen.')
  await expect(page.getByText('Nog niet opgeslagen', { exact: true })).toBeVisible()
  await sql`update overleg set fase = 'beeldvorming' where id = ${overlegId}`
  vast = false
  await page.keyboard.type(' Zij maakt zich zorgen.')
  await expect(page.getByRole('button', { name: 'Indienen als aanvulling' })).toBeVisible()
}

function tekst(page: Page) {
  return page.locator('.editor .prose')
}

async function teZien(page: Page) {
  await expect(tekst(page)).toBeVisible()
}
