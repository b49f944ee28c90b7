import { expect } from '@playwright/test'
import { datumInNederland } from '#domain/datum.ts'
import {
  comeIn,
  expectNothingAbout,
  expectWachtkamer,
  type Letter,
  readLetter,
} from './client-side.ts'
import { type Journey, NAMEN, VRAAG } from './journey.ts'
import { expectDocument, goToOverleg, region } from './professional.ts'
import { screenshot } from './screenshot.ts'

export async function makeOverleg({ regie, casus }: Journey) {
  await regie.getByRole('link', { name: 'Nieuw overleg' }).click()
  await regie.getByLabel('Casusnummer').fill(casus)
  await regie.getByLabel('Initialen van de cliënt').fill('K.')
  await regie.getByLabel('Gemeente').fill('Zwaluwe')
  await regie.getByLabel('Datum').fill(datumInNederland(new Date()))
  await regie.getByLabel('Tijd', { exact: true }).fill('14:30')
  await regie.getByLabel('Vraag van de inbrenger').fill(VRAAG)
  await regie.getByLabel('Cliënt', { exact: true }).fill('mevrouw K.')
  await regie.getByLabel('Link van het vooroverleg').fill('https://video.example/vooroverleg')
  await regie.getByLabel('Link van de tafel').fill('https://video.example/tafel')

  // Says what is missing, and keeps what was filled in.
  await regie.getByRole('button', { name: 'Overleg maken' }).click()
  await expect(regie.getByRole('link', { name: 'Kies minstens één deelnemer.' })).toBeVisible()
  await expect(regie.getByLabel('Vraag van de inbrenger')).toHaveValue(VRAAG)

  for (const [naam, taak] of [
    [NAMEN.casushouder, 'helpt met afspraken'],
    [NAMEN.blijft, 'helpt met geld'],
    [NAMEN.vertrekt, 'let op veiligheid'],
  ] as const) {
    await regie.getByLabel('Zoek op naam of organisatie').fill(naam)
    await regie.getByRole('checkbox', { name: naam }).check()
    await regie.getByLabel(`Wat doet ${naam}?`).fill(taak)
  }
  await screenshot(regie, '01-nieuw-overleg')
  await regie.getByRole('button', { name: 'Overleg maken' }).click()
  await expect(regie.getByRole('heading', { level: 1, name: 'Deelnemers' })).toBeVisible()
}

export async function makeLetter({ regie }: Journey): Promise<Letter> {
  await regie.getByRole('button', { name: /^Maak brief.*mevrouw K\.$/ }).click()
  const letter = await readLetter(regie)
  await screenshot(regie, '02-brief')
  return letter
}

/** Long before anybody is ready: there is nothing to see, and only the procesregisseur knows. T3, T4 */
export async function clientComesEarly({ client, regie, casus }: Journey, letter: Letter) {
  await comeIn(client, letter)
  await expectWachtkamer(client)
  await expect(client.getByText(/14\.30\suur/)).toBeVisible()
  await expect(client.getByRole('link', { name: 'Bel Marieke' })).toBeVisible()
  await expectNothingAbout(client, [NAMEN.casushouder, NAMEN.blijft, NAMEN.vertrekt, VRAAG, casus])
  await screenshot(client, '03-client-wachtkamer')

  await goToOverleg(regie, casus)
  await expect(region(regie, '1 persoon wacht')).toContainText('mevrouw K.')
}

export async function everybodyComesIn({ casushouder, blijft, vertrekt, casus }: Journey) {
  await Promise.all([casushouder, blijft, vertrekt].map((page) => goToOverleg(page, casus)))
  await Promise.all(
    [casushouder, blijft, vertrekt].map((page) => expectDocument(page, 'vraagstelling')),
  )
}
