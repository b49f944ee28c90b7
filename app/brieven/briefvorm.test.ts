import { expect, test } from 'vitest'
import { brief as BRIEFWOORDEN } from '#app/woorden/client/brief.ts'
import type { Briefinhoud } from '#domain/brief.ts'
import { CLIENTSOORTEN } from '#domain/rol.ts'
import { TALEN } from '#domain/taal.ts'
import { type Briefvorm, briefvormOf } from './briefvorm.ts'

const INHOUD: Briefinhoud = {
  type: 'gesprek',
  soort: 'client',
  taal: 'nl',
  naam: 'mevrouw K.',
  doel: '',
  moment: '2026-12-08T09:00:00.000Z',
  plaats: '',
  isOnline: true,
  genoemden: [
    { naam: 'T. de Vries', organisatie: 'Gemeente Zwaluwe', taak: 'helpt met geld' },
    { naam: 'A. Özdemir', organisatie: 'Reclassering', taak: '' },
  ],
  contact: { naam: 'Marieke Jansen', telefoon: '06 12345678' },
  vervangt: false,
}

const KANTOORWOORDEN =
  /overleg|casus|procesregisseur|partner|convenant|traject|interventie|monitoring|besluitvorming|dossier|betreffende|conform|indien|middels|t\.b\.v|i\.v\.m|hieromtrent|derhalve|teneinde/i

function tekstVan({ titel, aanhef, opening, delen, slot }: Briefvorm): string {
  const regels = delen.flatMap(({ kop, groot, zinnen, stappen, punten }) => [
    kop,
    ...groot,
    ...zinnen,
    ...stappen,
    ...punten,
  ])
  return [titel, aanhef, ...opening, ...regels, ...slot].join('\n')
}

function deel(vorm: Briefvorm, kop: string) {
  return vorm.delen.find((deel) => deel.kop === kop)
}

test('[K1] every letter says why, when, where, who, whom to call, how to come in, and his rights in three sentences', () => {
  for (const taal of TALEN) {
    const w = BRIEFWOORDEN[taal]
    for (const soort of CLIENTSOORTEN) {
      const vorm = briefvormOf({ ...INHOUD, taal, soort })
      expect(vorm.taal).toBe(taal)
      expect(deel(vorm, w.kopDoel)?.zinnen).toHaveLength(1)
      expect(deel(vorm, w.kopWanneer)?.zinnen).toEqual([w.online])
      expect(deel(vorm, w.kopWie)?.punten).toEqual([
        'T. de Vries, Gemeente Zwaluwe: helpt met geld',
        'A. Özdemir, Reclassering',
      ])
      expect(deel(vorm, w.kopVragen)?.groot[0]).toContain('Marieke Jansen: 06 12345678')
      expect(vorm.delen.filter(({ heeftToegang }) => heeftToegang)).toHaveLength(1)
      expect(deel(vorm, w.kopRechten)?.punten).toHaveLength(3)
      expect(deel(vorm, w.kopIemand) === undefined).toBe(soort === 'steunpersoon')
    }
  }
})

test('[K1] the day is in the language of the letter, with its year', () => {
  expect(tekstVan(briefvormOf(INHOUD))).toContain('dinsdag 8 december 2026, 10.00 uur')
  expect(tekstVan(briefvormOf({ ...INHOUD, taal: 'en' }))).toContain(
    'Tuesday, 8 December 2026, 10:00',
  )
})

test('[K1] the words of the procesregisseur replace the fixed sentence, and stay Dutch in an English letter', () => {
  const doel = 'Wij kijken samen hoe u weer een huis krijgt.'
  const vorm = briefvormOf({ ...INHOUD, taal: 'en', doel })
  expect(deel(vorm, 'Why this meeting?')).toMatchObject({ zinnen: [doel], taal: 'nl' })
  expect(deel(vorm, 'Who will be there?')?.taal).toBe('nl')
})

test('[K1] with a place the letter says to come there; online only when that is so', () => {
  const plaats = 'Stadhuis, kamer 4\nMarkt 1, Zwaluwe'
  const daar = deel(briefvormOf({ ...INHOUD, plaats, isOnline: false }), 'Wanneer en waar')
  expect(daar?.groot[1]).toBe(plaats)
  expect(daar?.zinnen.join()).not.toContain('online')
  const beide = deel(briefvormOf({ ...INHOUD, plaats }), 'Wanneer en waar')
  expect(beide?.zinnen.join()).toContain('U mag ook online meedoen')
})

test('[K1] after the meeting a letter says how to read the plan, and nothing of a time or of who was there', () => {
  const tekst = tekstVan(briefvormOf({ ...INHOUD, type: 'plan' }))
  expect(tekst).not.toMatch(/december|Vries|Wanneer|Wie zijn/)
  expect(tekst).toContain('pincode')
})

test('[K1] a letter that replaces another says so', () => {
  expect(tekstVan(briefvormOf({ ...INHOUD, vervangt: true }))).toContain(
    'Gooi uw oude brief weg. De oude code werkt niet meer.',
  )
  expect(tekstVan(briefvormOf(INHOUD))).not.toContain('oude')
})

test('[K1] no sentence of a letter is over 15 words, and none has a word of the office', () => {
  const zinnen = TALEN.flatMap((taal) => Object.values(BRIEFWOORDEN[taal])).flatMap((tekst) =>
    tekst.split(/(?<=[.?!])\s+/),
  )
  expect(zinnen.length).toBeGreaterThan(100)
  expect(zinnen.filter((zin) => zin.split(/\s+/).length > 15)).toEqual([])
  expect(zinnen.filter((zin) => KANTOORWOORDEN.test(zin))).toEqual([])
})
