import { expect } from '@playwright/test'
import { type Journey, NAMEN, VRAAG } from './journey.ts'
import {
  caretOf,
  editor,
  expectDocument,
  expectSaved,
  finishFase,
  followTo,
  guest,
  region,
  textOf,
  writeBelow,
} from './professional.ts'
import { screenshot } from './screenshot.ts'

export async function startOverleg({ regie, casushouder, blijft, vertrekt }: Journey) {
  await expect(region(regie, 'Aan tafel (4)')).toBeVisible()
  await expect(casushouder.getByRole('button', { name: 'Start het overleg' })).toHaveCount(0)
  await regie.getByRole('button', { name: 'Start het overleg' }).click()
  for (const page of [regie, casushouder, blijft, vertrekt]) {
    await expect(region(page, 'Fasen')).toContainText('Nu bezig')
    await expect(region(page, 'Tijd')).toContainText('bezig met deze fase')
    await expect(editor(page, 'vraagstelling')).toContainText(VRAAG)
  }
  await expect(regie.getByRole('link', { name: 'Open de videoverbinding' })).toHaveAttribute(
    'href',
    'https://video.example/vooroverleg',
  )
}

/** Not without a vraag. F4 */
export async function finishVraagstelling({ regie, casushouder, blijft, vertrekt }: Journey) {
  await editor(regie, 'vraagstelling').getByText(VRAAG).click({ clickCount: 3 })
  await regie.keyboard.press('Delete')
  await expect(editor(casushouder, 'vraagstelling')).not.toContainText(VRAAG)
  await regie.getByRole('button', { name: 'Rond vraagstelling af' }).click()
  await expect(regie.getByText('Schrijf eerst de vraag op in Vraagstelling.')).toBeVisible()

  await editor(regie, 'vraagstelling').press('Control+z')
  await expect(editor(casushouder, 'vraagstelling')).toContainText(VRAAG)
  await finishFase(regie, 'vraagstelling', 'beeldvorming')
  for (const page of [casushouder, blijft, vertrekt]) {
    await expect(region(page, 'Fasen')).toContainText('Klaar om')
    await followTo(page, 'beeldvorming')
  }
}

const TEGELIJK = {
  casushouder: ['Huisvesting', 'Slaapt sinds maart bij haar zus, dat kan tot de zomer.'],
  blijft: ['Schulden', 'Er is een betalingsregeling met drie schuldeisers.'],
  vertrekt: ['Overig', 'Twee meldingen van overlast in het afgelopen jaar.'],
} as const

export async function threeWriteAtOnce(journey: Journey) {
  const { regie, casushouder, blijft, vertrekt } = journey
  await Promise.all([
    writeBelow(casushouder, 'beeldvorming', ...TEGELIJK.casushouder),
    writeBelow(blijft, 'beeldvorming', ...TEGELIJK.blijft),
    writeBelow(vertrekt, 'beeldvorming', ...TEGELIJK.vertrekt),
  ])
  for (const page of [regie, casushouder, blijft, vertrekt]) {
    for (const [kop, tekst] of Object.values(TEGELIJK)) {
      await expect.poll(() => textOf(page, 'beeldvorming')).toContain(`${kop}\n${tekst}`)
    }
    await expectSaved(page)
  }
  // Of everybody else, and never of oneself. S4
  for (const naam of [NAMEN.casushouder, NAMEN.blijft, NAMEN.vertrekt]) {
    await expect(caretOf(regie, naam)).toHaveCount(1)
  }
  await expect(caretOf(blijft, NAMEN.casushouder)).toHaveCount(1)
  await expect(caretOf(blijft, NAMEN.blijft)).toHaveCount(0)
  await screenshot(regie, '04-beeldvorming-regie')
}

export async function handGoesUp({ regie, blijft }: Journey) {
  await blijft.getByRole('button', { name: 'Hand opsteken' }).click()
  await expect(region(regie, '1 hand omhoog')).toContainText(NAMEN.blijft)
  await expect(guest(regie, NAMEN.blijft)).toContainText('Hand omhoog')
  await screenshot(regie, '05-hand-omhoog')
  await blijft.getByRole('button', { name: 'Hand omlaag' }).click()
  await expect(region(regie, '1 hand omhoog')).toHaveCount(0)
}

/** What another has seen, and what was told to be saved, is there after a reload in the middle of a sentence. D1 */
export async function reloadInMidTyping({ casushouder, regie }: Journey) {
  casushouder.once('dialog', (dialog) => void dialog.accept())
  const zin = 'Zij wil graag werken, het liefst in de ochtend en dicht bij huis.'
  const typing = writeBelow(casushouder, 'beeldvorming', 'Inkomen en werk', zin)
  await expect(editor(regie, 'beeldvorming')).toContainText('Zij wil graag werken')
  await casushouder.reload()
  await typing.catch(() => {})

  await expectDocument(casushouder, 'beeldvorming')
  await expect(editor(casushouder, 'beeldvorming')).toContainText('Zij wil graag werken')
  await expectSaved(casushouder)
  await writeBelow(casushouder, 'beeldvorming', 'Wat gaat goed?', 'Haar zus staat achter haar.')
  await expect(editor(regie, 'beeldvorming')).toContainText('Haar zus staat achter haar.')
  const text = await textOf(regie, 'beeldvorming')
  await expect.poll(() => textOf(casushouder, 'beeldvorming')).toBe(text)
}

export async function connectionDrops({ blijft, casushouder, regie, wires }: Journey) {
  await writeBelow(blijft, 'beeldvorming', 'Zorg', 'De huisarts ziet haar elke maand. ')
  await expectSaved(blijft)
  wires.blijft.cut()
  await blijft.keyboard.type('Een verwijzing ligt klaar.')
  await expect(blijft.getByText('Geen verbinding: uw tekst blijft hier staan')).toBeVisible()
  await screenshot(blijft, '06-geen-verbinding')
  // The others go on, and do not see it.
  await writeBelow(casushouder, 'beeldvorming', 'Identiteitsbewijs', 'Haar paspoort is verlopen.')
  await expect(editor(regie, 'beeldvorming')).toContainText('Haar paspoort is verlopen.')
  await expect(editor(regie, 'beeldvorming')).not.toContainText('Een verwijzing ligt klaar.')
  await expect(editor(blijft, 'beeldvorming')).toContainText('Een verwijzing ligt klaar.')

  wires.blijft.mend()
  await expect(editor(regie, 'beeldvorming')).toContainText('Een verwijzing ligt klaar.')
  await expect(editor(blijft, 'beeldvorming')).toContainText('Haar paspoort is verlopen.')
  await expectSaved(blijft)
}

export async function silentTime({ regie, casushouder }: Journey) {
  await regie.getByRole('button', { name: '5 minuten erbij' }).click()
  await expect(region(regie, 'Tijd')).toContainText('nog voor deze fase')
  await expect(region(casushouder, 'Tijd')).toContainText('nog voor deze fase')
  await expect(casushouder.getByRole('button', { name: '5 minuten erbij' })).toHaveCount(0)
}

export async function finishBeeldvorming({ regie, casushouder, blijft, vertrekt }: Journey) {
  await finishFase(regie, 'beeldvorming', 'oordeelsvorming')
  for (const page of [casushouder, blijft, vertrekt]) await followTo(page, 'oordeelsvorming')
  await writeBelow(vertrekt, 'oordeelsvorming', 'Risico’s', 'Zonder plek komt zij terug op straat.')
  await expect(editor(blijft, 'oordeelsvorming')).toContainText('terug op straat')
}

const TE_LAAT = 'Rust en een vast adres helpen haar het meest.'

/** Written without a connection, and the fase was over when it came back: kept, and handed in. D3 */
export async function lateText({ regie, casushouder, blijft, vertrekt, wires }: Journey) {
  await expectSaved(blijft)
  wires.blijft.cut()
  await writeBelow(blijft, 'oordeelsvorming', 'Wat helpt?', TE_LAAT)
  await finishFase(regie, 'oordeelsvorming', 'besluitvorming')
  wires.blijft.mend()

  const melding = blijft.getByRole('alert').filter({ hasText: 'Deze fase is afgerond' })
  await expect(melding.getByRole('textbox')).toHaveValue(TE_LAAT)
  await screenshot(blijft, '07-te-laat')
  await melding.getByRole('button', { name: 'Indienen als aanvulling' }).click()
  await expect(region(blijft, 'Aanvullingen')).toContainText(TE_LAAT)
  await expect(melding).toHaveCount(0)
  await expect(region(casushouder, 'Aanvullingen')).toContainText(NAMEN.blijft)
  await expect(region(casushouder, 'Aanvullingen')).toContainText(TE_LAAT)
  for (const page of [casushouder, blijft, vertrekt]) await followTo(page, 'besluitvorming')
}
