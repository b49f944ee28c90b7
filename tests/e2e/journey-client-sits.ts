import { expect, type Page } from '@playwright/test'
import { addDagen, type Datum, datumInNederland } from '#domain/datum.ts'
import { expectNothingAbout, expectTafel, expectWachtkamer } from './client-side.ts'
import { type Journey, NAMEN, VRAAG } from './journey.ts'
import {
  actie,
  choose,
  editor,
  expectSaved,
  goToDocument,
  guest,
  region,
  typeIn,
  writeBelow,
} from './professional.ts'
import { screenshot } from './screenshot.ts'

const ZINNEN = ['U wilt weer een eigen plek.', 'Uw zus helpt u nu.'] as const
const SAMENVATTING = ZINNEN.join(' ')
const VAN_DE_POLITIE = 'Elke week even langskomen'

/** Not before it has been decided who stays, and there is something to read; each time with the reason. T1, F5 */
export async function notYet({ regie, casushouder, blijft, vertrekt }: Journey) {
  const seat = regie.getByRole('button', { name: 'Cliënt aan tafel' })
  const waarom = region(regie, '1 persoon wacht')
  await expect(seat).toHaveAttribute('aria-disabled', 'true')
  await expect(waarom).toContainText('Kies eerst wie blijft en wie vertrekt.')
  await choose(blijft, NAMEN.casushouder, 'Blijft')
  await choose(vertrekt, NAMEN.blijft, 'Blijft')
  await expect(waarom).toContainText(`Nog niet besloten: ${NAMEN.vertrekt}.`)
  await choose(casushouder, NAMEN.vertrekt, 'Vertrekt: informatie niet deelbaar')
  await expect(guest(vertrekt, NAMEN.vertrekt)).toContainText('Vertrekt')

  await expect(waarom).toContainText('Schrijf eerst de samenvatting voor de cliënt.')
  await seat.press('Enter')
  await expect(seat).toHaveAttribute('aria-disabled', 'true')
}

export async function writeSamenvatting({ casushouder, blijft }: Journey) {
  await goToDocument(casushouder, 'samenvatting')
  await goToDocument(blijft, 'samenvatting')
  await writeBelow(casushouder, 'samenvatting', 'Wat hebben we besproken?', SAMENVATTING)
  await expect(editor(blijft, 'samenvatting')).toContainText(SAMENVATTING)
  await expectSaved(casushouder)
  for (const page of [casushouder, blijft]) await goToDocument(page, 'besluitvorming')
}

/** An actie of who vertrekt: the table is warned of what the cliënt will see of it. P6 */
export async function actieOfWhoLeaves({ regie, casushouder, vertrekt }: Journey) {
  await casushouder.getByRole('button', { name: 'Nieuwe actie' }).click()
  await typeIn(actie(casushouder, 'Nieuwe actie').wat, VAN_DE_POLITIE)
  const velden = actie(casushouder, 'Actie 1')
  await velden.wie.selectOption({ label: `${NAMEN.vertrekt} (Politie Zwaluwe)` })
  await velden.wanneer.fill(overDagen(14))
  await expect(velden.group).toContainText('Volledig ingevuld.')
  await expect(actie(vertrekt, 'Actie 1').wat).toHaveValue(VAN_DE_POLITIE)
  await writeBelow(vertrekt, 'besluitvorming', 'Wat wilt u bereiken?', 'Een veilige plek.')
  await expectSaved(vertrekt)
  await expect(editor(regie, 'besluitvorming')).toContainText('Een veilige plek.')

  // Asks once more whether it can.
  await regie.getByRole('button', { name: 'Cliënt aan tafel' }).press('Enter')
  await expect(region(regie, '1 persoon wacht')).toContainText(
    `${NAMEN.vertrekt} vertrekt en heeft een actie`,
  )
  await screenshot(regie, '08-voor-t2')
}

/** One action: who vertrekt is out, the cliënt is in. T2 */
export async function clientSitsDown(journey: Journey) {
  const { regie, casushouder, blijft, vertrekt, client } = journey
  await expectWachtkamer(client)
  await regie.getByRole('button', { name: 'Cliënt aan tafel' }).click()
  await expectGone(vertrekt)
  await screenshot(vertrekt, '09-niet-meer-aan-tafel')

  await expectTafel(client)
  for (const zin of ZINNEN) await expect(region(client, /^Samenvatting/)).toContainText(zin)
  await expect(region(client, /^Het plan/)).toContainText('Een veilige plek.')
  await expect(region(client, 'Wie zit er aan tafel?').getByRole('listitem')).toHaveCount(3)
  await expect(region(client, 'Wie zit er aan tafel?')).toContainText('helpt met geld')
  // P6, T6
  await expect(region(client, /^Dit doen anderen/)).toContainText('iemand van Politie Zwaluwe')
  await expectNothingAbout(client, [NAMEN.vertrekt, VRAAG, 'betalingsregeling', 'overlast'])
  for (const page of [regie, casushouder, blijft]) {
    await expect(page.getByText('De cliënt zit aan tafel').first()).toBeVisible()
    await expect(region(page, 'Aan tafel (4)')).toContainText('mevrouw K.')
    await expect(page.getByRole('link', { name: 'Open de videoverbinding' })).toHaveAttribute(
      'href',
      'https://video.example/tafel',
    )
  }
  await screenshot(client, '10-client-aan-tafel')
}

/** The cliënt reads along, also after his own connection dropped. */
export async function clientReadsAlong({ casushouder, client, wires }: Journey) {
  const doelen = 'In maart een eigen kamer.'
  await writeBelow(casushouder, 'besluitvorming', 'Wanneer zijn we tevreden?', doelen)
  await expect(region(client, /^Het plan/)).toContainText(doelen)
  await expect(region(client, /^Het plan/)).toContainText('Nieuw')

  wires.client.cut()
  await casushouder.keyboard.type(' Met een eigen sleutel.')
  await expect(client.getByText('Er is even geen internet.')).toBeVisible()
  await screenshot(client, '11-client-geen-internet')
  wires.client.mend()
  await expect(region(client, /^Het plan/)).toContainText('Met een eigen sleutel.')
}

/** Two people in the same field, at once; each sees what became of it. */
export async function writeActiesTogether({ regie, casushouder, blijft, client }: Journey) {
  await blijft.getByRole('button', { name: 'Nieuwe actie' }).click()
  await typeIn(actie(blijft, 'Nieuwe actie').wat, 'naar het loket')
  const samen = 'Samen met haar zus naar het loket op dinsdag'
  await expect(actie(casushouder, 'Actie 2').wat).toHaveValue('naar het loket')
  await Promise.all([
    typeIn(actie(casushouder, 'Actie 2').wat, 'Samen met haar zus ', 'Home'),
    typeIn(actie(blijft, 'Actie 2').wat, ' op dinsdag', 'End'),
  ])
  for (const page of [regie, casushouder, blijft]) {
    await expect(actie(page, 'Actie 2').wat).toHaveValue(samen)
  }
  await actie(blijft, 'Actie 2').wie.selectOption({ label: `${NAMEN.blijft} (Wijkteam Zuid)` })
  await actie(casushouder, 'Actie 2').wanneer.fill(overDagen(7))
  await actie(casushouder, 'Actie 2').leefgebied.selectOption('Huisvesting')
  await typeIn(actie(blijft, 'Actie 2').waarom, 'Zonder adres lukt de rest niet.')
  await expect(region(client, /^Dit doen anderen/)).toContainText(samen)
  await expect(region(client, /^Dit doen anderen/)).toContainText(
    `Dit doet ${NAMEN.blijft} van Wijkteam Zuid.`,
  )

  await regie.getByRole('button', { name: 'Nieuwe actie' }).click()
  await typeIn(actie(regie, 'Nieuwe actie').wat, 'Paspoort aanvragen')
  await actie(regie, 'Actie 3').wie.selectOption('De cliënt zelf')
  await expect(region(client, /^Dit doe ik/)).toContainText('Paspoort aanvragen')
  await screenshot(regie, '12-acties-regie')
  await screenshot(client, '13-client-acties')
}

const WIL = 'Ik wil een eigen deur.\nMet een slot dat ík dichtdoe. 😀'

/** What he thinks of a sentence and of an actie stands beside it at once; his own words also after the line was cut. K3 */
export async function clientSaysWhatHeThinks({ casushouder, regie, client, wires }: Journey) {
  const zin = client.getByRole('group', { name: ZINNEN[1] })
  await zin.getByRole('button', { name: 'Klopt niet' }).click()
  await expect(zin.getByRole('button', { name: 'Klopt niet' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  const anderen = region(client, /^Dit doen anderen/).getByRole('listitem')
  await anderen.filter({ hasText: 'loket' }).getByRole('button', { name: 'Nee' }).click()
  await expect(casushouder.getByText('Cliënt: nee')).toBeVisible()

  wires.client.cut()
  await client.getByLabel('Wat ik wil').fill(WIL)
  await expect(client.getByText('Uw tekst blijft hier staan.')).toBeVisible()
  wires.client.mend()
  await expect(client.locator('#vak-wil').getByText('Opgeslagen')).toBeVisible()
  await expect(client.getByLabel('Wat ik wil')).toHaveValue(WIL)
  await expect(region(casushouder, 'In de woorden van de cliënt')).toContainText(WIL)
  await screenshot(client, '13b-client-zegt')

  await goToDocument(regie, 'samenvatting')
  const gezegd = region(regie, 'Wat de cliënt van de samenvatting vindt')
  await expect(gezegd.getByRole('listitem').filter({ hasText: ZINNEN[1] })).toContainText(
    'Cliënt: klopt niet',
  )
  await screenshot(regie, '13c-regie-ziet')
  await goToDocument(regie, 'besluitvorming')
}

export async function clientAsksToSpeak({ regie, client }: Journey) {
  await client.getByRole('button', { name: 'Ik wil iets zeggen' }).click()
  await expect(client.getByText('U wilt iets zeggen. We geven u zo het woord.')).toBeVisible()
  const vraag = regie.getByText('mevrouw K. wil iets zeggen').first()
  await expect(vraag).toBeVisible()
  await screenshot(regie, '14-iets-zeggen')
  await regie.getByRole('button', { name: /^Gezien/ }).click()
  await expect(vraag).toHaveCount(0)
  await expect(client.getByRole('button', { name: 'Ik wil iets zeggen' })).toBeVisible()
}

export async function clientChoosesPin({ client }: Journey, pin: string) {
  await client.getByLabel('Pincode', { exact: true }).fill('12345')
  await client.getByRole('button', { name: 'Pincode opslaan' }).click()
  await expect(client.getByLabel('Pincode', { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await client.getByLabel('Pincode', { exact: true }).fill(pin)
  await client.getByRole('button', { name: 'Pincode opslaan' }).click()
  await expect(client.getByText('Uw pincode is opgeslagen.')).toBeVisible()
}

/** Out and in again; who vertrekt has nothing in either. T5 */
export async function backAndAgain({ regie, client, casushouder, vertrekt }: Journey) {
  await regie.getByRole('button', { name: 'Terug naar de wachtkamer' }).click()
  await expectWachtkamer(client)
  await expectNothingAbout(client, [...ZINNEN, NAMEN.casushouder, 'loket'])
  await expect(casushouder.getByText('De cliënt zit aan tafel')).toHaveCount(0)
  await expect(region(regie, '1 persoon wacht')).toContainText('mevrouw K.')

  await regie.getByRole('button', { name: 'Cliënt aan tafel' }).click()
  await expectTafel(client)
  await expect(region(client, /^Dit doe ik/)).toContainText('Paspoort aanvragen')
  await expect(casushouder.getByText('De cliënt zit aan tafel').first()).toBeVisible()
  await expectGone(vertrekt)
}

/** Exactly what the cliënt sees. */
export async function lookAlong({ regie, client }: Journey) {
  await regie.getByRole('link', { name: 'Kijk mee als cliënt' }).first().click()
  await expect(regie.getByText('De cliënt zit aan tafel en ziet dit nu')).toBeVisible()
  for (const deel of [/^Samenvatting/, /^Het plan/, /^Dit doe ik/, /^Dit doen anderen/]) {
    await expect.poll(() => wordsOf(regie, deel)).toBe(await wordsOf(client, deel))
  }
  await screenshot(regie, '15-meekijken')
  await regie.getByRole('link', { name: 'Overleg', exact: true }).click()
  await expect(editor(regie, 'besluitvorming')).toBeVisible()
}

/** What is said, and not the buttons to answer it with. */
async function wordsOf(page: Page, deel: RegExp): Promise<string> {
  const text = await region(page, deel).evaluate((node) => {
    const copy = node.cloneNode(true)
    if (!(copy instanceof Element)) return ''
    for (const part of copy.querySelectorAll('form, .zinnen__uitleg, .antwoord__vraag, .gekozen')) {
      part.remove()
    }
    return copy.textContent ?? ''
  })
  return text.replaceAll(/\s+|Nieuw/g, '')
}

async function expectGone(vertrekt: Page) {
  const title = vertrekt.getByRole('heading', { level: 1, name: 'U bent niet meer aan tafel' })
  await expect(title).toBeVisible()
  await expectNothingAbout(vertrekt, [VAN_DE_POLITIE, 'Een veilige plek.', 'mevrouw K.'])
  await expect(vertrekt.getByRole('link', { name: 'Open de videoverbinding' })).toHaveCount(0)
}

function overDagen(dagen: number): Datum {
  return addDagen(datumInNederland(new Date()), dagen)
}
