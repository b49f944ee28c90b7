import { expect, test } from 'vitest'
import { parseDatum } from '#domain/datum.ts'
import type { Refusal, RefusalCode } from '#domain/refusal.ts'
import { statusOf } from './refusal-response.ts'
import { datumTekst, ketenTekst, momentTekst, opsomming, refusalTekst, tijdTekst } from './tekst.ts'

test('a moment is said as it is in the Netherlands, in winter and in summer', () => {
  expect(momentTekst(new Date('2026-12-08T09:00:00Z'))).toBe('dinsdag 8 december, 10.00 uur')
  expect(momentTekst(new Date('2026-07-01T22:30:00Z'))).toBe('donderdag 2 juli, 00.30 uur')
  expect(tijdTekst(new Date('2026-12-08T09:31:59Z'))).toBe('10.31')
})

test('a day is said as the day that it is, in any zone', () => {
  const datum = parseDatum('2026-12-01')
  expect(datum && datumTekst(datum)).toBe('1 december 2026')
})

test('an enumeration reads as Dutch', () => {
  expect(opsomming(['Bakker'])).toBe('Bakker')
  expect(opsomming(['Bakker', 'Özdemir'])).toBe('Bakker en Özdemir')
  expect(opsomming(['Bakker', 'De Vries', 'Özdemir'])).toBe('Bakker, De Vries en Özdemir')
  expect(ketenTekst('zorg')).toBe('Zorgketen')
})

// Every code once; the compiler says when one is missing.
const VOORBEELDEN = {
  'niet-gevonden': { code: 'niet-gevonden' },
  'niet-bevoegd': { code: 'niet-bevoegd' },
  'ongeldige-invoer': { code: 'ongeldige-invoer', velden: { taak: 'Maak de taak korter.' } },
  'verklaring-ontbreekt': { code: 'verklaring-ontbreekt' },
  'overleg-niet-gepland': { code: 'overleg-niet-gepland' },
  'overleg-niet-lopend': { code: 'overleg-niet-lopend' },
  'overleg-niet-vastgesteld': { code: 'overleg-niet-vastgesteld' },
  'overleg-dicht': { code: 'overleg-dicht' },
  'overleg-niet-dicht': { code: 'overleg-niet-dicht' },
  'fase-al-afgerond': { code: 'fase-al-afgerond' },
  'laatste-fase': { code: 'laatste-fase' },
  'eerste-fase': { code: 'eerste-fase' },
  'vraag-ontbreekt': { code: 'vraag-ontbreekt' },
  'client-zit-aan-tafel': { code: 'client-zit-aan-tafel' },
  'client-zit-niet-aan-tafel': { code: 'client-zit-niet-aan-tafel' },
  'overleg-zonder-client': { code: 'overleg-zonder-client' },
  'besloten-tijd-loopt': { code: 'besloten-tijd-loopt' },
  'besloten-tijd-voorbij': { code: 'besloten-tijd-voorbij' },
  'steunpersoon-weggestuurd': { code: 'steunpersoon-weggestuurd' },
  'inbreng-wordt-gevraagd': { code: 'inbreng-wordt-gevraagd' },
  'inbreng-vaak-genoeg': { code: 'inbreng-vaak-genoeg' },
  'inbreng-vertrekt': { code: 'inbreng-vertrekt' },
  'overleg-met-client': { code: 'overleg-met-client' },
  'overleg-verplaatst': { code: 'overleg-verplaatst' },
  'voorstel-open': { code: 'voorstel-open' },
  'voorstel-beantwoord': { code: 'voorstel-beantwoord' },
  'client-al-uitgenodigd': { code: 'client-al-uitgenodigd' },
  'al-deelnemer': { code: 'al-deelnemer' },
  'niemand-wacht': { code: 'niemand-wacht' },
  'keuze-ontbreekt': { code: 'keuze-ontbreekt', namen: ['S. Bakker', 'A. Özdemir'] },
  'samenvatting-ontbreekt': { code: 'samenvatting-ontbreekt' },
  'nog-geen-besluitvorming': { code: 'nog-geen-besluitvorming' },
  'casushouder-ontbreekt': { code: 'casushouder-ontbreekt' },
  'casushouder-niet-aanvaard': { code: 'casushouder-niet-aanvaard' },
  'casushouder-blijft': { code: 'casushouder-blijft' },
  'actie-ontbreekt': { code: 'actie-ontbreekt' },
  'actie-onvolledig': { code: 'actie-onvolledig', nummers: [2, 3] },
  'reden-ontbreekt': { code: 'reden-ontbreekt' },
  'zin-niet-in-plan': { code: 'zin-niet-in-plan' },
  'verzoek-leeg': { code: 'verzoek-leeg' },
  'verzoek-te-lang': { code: 'verzoek-te-lang' },
  'verzoek-loopt-al': { code: 'verzoek-loopt-al' },
  'te-veel-verzoeken': { code: 'te-veel-verzoeken' },
  'verzoek-al-beantwoord': { code: 'verzoek-al-beantwoord' },
  'alleen-lezen': { code: 'alleen-lezen' },
  'editor-verouderd': { code: 'editor-verouderd' },
  'te-groot': { code: 'te-groot' },
  'te-veel': { code: 'te-veel' },
  'code-onjuist': { code: 'code-onjuist' },
  'uitnodiging-geblokkeerd': { code: 'uitnodiging-geblokkeerd' },
  'brief-vervallen': { code: 'brief-vervallen' },
  'pin-onjuist': { code: 'pin-onjuist' },
  'pin-ontbreekt': { code: 'pin-ontbreekt' },
  'pin-vorm': { code: 'pin-vorm' },
  'plan-voorbij': { code: 'plan-voorbij' },
  'pin-te-makkelijk': { code: 'pin-te-makkelijk' },
  'inloggen-mislukt': { code: 'inloggen-mislukt' },
  'te-veel-pogingen': { code: 'te-veel-pogingen' },
  'te-druk': { code: 'te-druk' },
  'tweede-stap-mislukt': { code: 'tweede-stap-mislukt' },
  'tweede-stap-wachten': { code: 'tweede-stap-wachten' },
  'tweede-stap-nodig': { code: 'tweede-stap-nodig' },
  'passkey-mislukt': { code: 'passkey-mislukt' },
  'wachtwoord-onjuist': { code: 'wachtwoord-onjuist' },
  'wachtwoord-te-zwak': { code: 'wachtwoord-te-zwak', reden: 'te-kort' },
  'organisatie-onbekend': { code: 'organisatie-onbekend' },
  'organisatie-onbereikbaar': { code: 'organisatie-onbereikbaar' },
  'organisatie-mislukt': { code: 'organisatie-mislukt' },
  'link-verlopen': { code: 'link-verlopen' },
  'tekst-gewijzigd': { code: 'tekst-gewijzigd' },
  'woorden-gewijzigd': { code: 'woorden-gewijzigd', nu: { tekst: 'Rust.', versie: 2 } },
  'eigen-account': { code: 'eigen-account' },
} as const satisfies { [Code in RefusalCode]: Extract<Refusal, { code: Code }> }

test('every refusal has a status that is no success and a sentence of its own that ends', () => {
  const refusals = Object.values(VOORBEELDEN)
  const zinnen = refusals.map(refusalTekst)
  expect(new Set(zinnen).size).toBe(refusals.length)
  for (const zin of zinnen) expect(zin).toMatch(/^[A-Z].*\.$/)
  for (const refusal of refusals) {
    expect(statusOf(refusal)).toBeGreaterThanOrEqual(400)
    expect(statusOf(refusal)).toBeLessThan(500)
  }
})

test('a refusal names what is missing', () => {
  expect(refusalTekst(VOORBEELDEN['keuze-ontbreekt'])).toContain('S. Bakker en A. Özdemir')
  expect(refusalTekst(VOORBEELDEN['actie-onvolledig'])).toContain('acties 2 en 3')
  expect(refusalTekst({ code: 'actie-onvolledig', nummers: [1] })).toContain('bij actie 1.')
  expect(refusalTekst(VOORBEELDEN['ongeldige-invoer'])).toBe('Maak de taak korter.')
  expect(refusalTekst({ code: 'ongeldige-invoer' })).toContain('Controleer de velden')
})

test('what may not be seen is answered as what does not exist', () => {
  expect(statusOf({ code: 'niet-gevonden' })).toBe(404)
  expect(statusOf({ code: 'niet-bevoegd' })).toBe(403)
  expect(statusOf({ code: 'fase-al-afgerond' })).toBe(409)
  expect(statusOf({ code: 'vraag-ontbreekt' })).toBe(422)
})
