import { expect, test } from 'vitest'
import { wachtwoordfoutOf } from './wachtwoord.ts'

const YASMINA = {
  naam: 'Yasmina Bakkali',
  email: 'y.bakkali@merenland.nl',
  organisatie: 'Gemeente Zwaluwe',
  veelgebruikt: new Set(['password', 'welkom', 'chickenwing101', 'qazwsxedcrfvtgb']),
}

test.each([
  'twaalf-teken',
  'vier paarden op het dak',
  'alleenkleineletters',
  'zonder hoofdletter of cijfer',
  'ënkele téks­ten',
  '🐴🦊🐸🐝🐢🐙🦋🐌🐞🐳🦉🦔',
  'f'.concat('iets heel langs dat over de 72 tekens gaat, want daar hield een ander op te tellen'),
  'x-'.repeat(3).concat('een zin van wel meer dan vierenzestig tekens die niemand anders kent'),
])('[check 43] %s may be a password', (wachtwoord) => {
  expect(wachtwoordfoutOf(wachtwoord, YASMINA)).toBeNull()
})

test.each([
  ['', 'te-kort'],
  ['elf tekens.', 'te-kort'],
  ['🐴🦊🐸🐝🐢🐙🦋🐌🐞🐳🦉', 'te-kort'],
  ['lang'.repeat(60), 'te-lang'],
  ['chickenwing101', 'veelgebruikt'],
  ['ChickenWing101', 'veelgebruikt'],
  ['Welkom2026!!', 'veelgebruikt'],
  ['P@ssw0rd1234', 'veelgebruikt'],
  ['!!password!!2026', 'veelgebruikt'],
  ['qazwsxedcrfvtgb', 'veelgebruikt'],
  ['aaaaaaaaaaaaaaa', 'voorspelbaar'],
  ['abcabcabcabcabc', 'voorspelbaar'],
  ['zomerzomerzomer', 'voorspelbaar'],
  ['123456789012', 'voorspelbaar'],
  ['abcdefghijklm', 'voorspelbaar'],
  ['qwertyuiop123456', 'voorspelbaar'],
  ['0987654321poiuy', 'voorspelbaar'],
  ['mijn-veiligheidshuis-wachtwoord', 'eigen-woord'],
  ['F0custafel-voor-altijd', 'eigen-woord'],
  ['van yasmina voor jou', 'eigen-woord'],
  ['die van BAKKALI is het', 'eigen-woord'],
  ['in zwaluwe schijnt de zon', 'eigen-woord'],
])('[check 43] %s is no password: %s', (wachtwoord, fout) => {
  expect(wachtwoordfoutOf(wachtwoord, YASMINA)).toBe(fout)
})
