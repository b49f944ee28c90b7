import { expect, test } from 'vitest'
import { type Datum, parseDatum } from './datum.ts'
import { CLIENTSOORTEN } from './rol.ts'
import {
  beantwoordVerzoek,
  dienVerzoekIn,
  isOverTijd,
  kanttekeningenOf,
  MAX_IN_TOTAAL,
  MAX_OPEN,
  uiterlijkOf,
  VERZOEK_IN_TEKENS,
  type Verzoek,
} from './verzoek.ts'

test('[K7] the cliënt or his vertegenwoordiger says what is wrong; a steunpersoon reads along', () => {
  const answers = CLIENTSOORTEN.map((soort) => [soort, codeOf([], { soort })])

  expect(answers).toEqual([
    ['client', 'ok'],
    ['steunpersoon', 'niet-bevoegd'],
    ['vertegenwoordiger', 'ok'],
  ])
})

test('[K7] it is about words of the plan, and says something, and not too much', () => {
  expect(codeOf([], { zin: null })).toBe('zin-niet-in-plan')
  expect(codeOf([], { tekst: ' \n ' })).toBe('verzoek-leeg')
  expect(codeOf([], { tekst: 'a'.repeat(VERZOEK_IN_TEKENS) })).toBe('ok')
  expect(codeOf([], { tekst: 'a'.repeat(VERZOEK_IN_TEKENS + 1) })).toBe('verzoek-te-lang')
})

test('[K7] one sentence is asked about once at a time, and there is an end to how many', () => {
  const open = (aantal: number) =>
    Array.from({ length: aantal }, (_, nr) => verzoek({ zin: `${nr}` }))
  const klaar = (aantal: number) =>
    open(aantal).map((een) => ({
      ...een,
      antwoord: { besluit: 'afgewezen', tekst: 'Nee' } as const,
    }))

  expect(codeOf([verzoek({ zin: 'Zin' })], { zin: 'Zin' })).toBe('verzoek-loopt-al')
  expect(codeOf([{ ...verzoek({ zin: 'Zin' }), antwoord: NEE }], { zin: 'Zin' })).toBe('ok')
  expect(codeOf(open(MAX_OPEN - 1), {})).toBe('ok')
  expect(codeOf(open(MAX_OPEN), {})).toBe('te-veel-verzoeken')
  expect(codeOf(klaar(MAX_IN_TOTAAL - 1), {})).toBe('ok')
  expect(codeOf(klaar(MAX_IN_TOTAAL), {})).toBe('te-veel-verzoeken')
})

test('[K7] an answer is given once, and has words: how it is now, or why not', () => {
  for (const besluit of ['toegewezen', 'afgewezen'] as const) {
    expect(beantwoordVerzoek(verzoek({}), { besluit, tekst: ' Zo. ' })).toEqual({
      ok: true,
      value: { besluit, tekst: 'Zo.' },
    })
    expect(beantwoordVerzoek(verzoek({}), { besluit, tekst: ' ' })).toMatchObject({
      refusal: { code: 'reden-ontbreekt' },
    })
  }
  expect(
    beantwoordVerzoek({ ...verzoek({}), antwoord: NEE }, { besluit: 'toegewezen', tekst: 'Ja' }),
  ).toMatchObject({ refusal: { code: 'verzoek-al-beantwoord' } })
})

test('[K7] there is a month to answer in; after its last day it is late, unless it was answered', () => {
  expect(uiterlijkOf(dag('2027-01-31'))).toBe('2027-02-28')
  const ingediend = verzoek({ ingediend: dag('2026-11-10') })

  expect(isOverTijd(ingediend, dag('2026-12-10'))).toBe(false)
  expect(isOverTijd(ingediend, dag('2026-12-11'))).toBe(true)
  expect(isOverTijd({ ...ingediend, antwoord: NEE }, dag('2027-12-11'))).toBe(false)
})

test('[K7] beside the sentence stands how it reads now, or what the cliënt says when it was refused; nothing before that', () => {
  const zin = 'U woont alleen.'
  const tekst = 'Ik woon met mijn zus.'
  const ja = { besluit: 'toegewezen', tekst: 'U woont met uw zus.' } as const

  expect(kanttekeningenOf([verzoek({ zin, tekst })])).toEqual([])
  expect(kanttekeningenOf([{ ...verzoek({ zin, tekst }), antwoord: ja }])).toEqual([
    { zin, soort: 'zo-is-het-nu', tekst: 'U woont met uw zus.' },
  ])
  expect(kanttekeningenOf([{ ...verzoek({ zin, tekst }), antwoord: NEE }])).toEqual([
    { zin, soort: 'client-zegt', tekst },
  ])
})

const NEE = { besluit: 'afgewezen', tekst: 'Dat staat in het register.' } as const

function codeOf(
  eerdere: readonly Verzoek[],
  deel: Partial<Parameters<typeof dienVerzoekIn>[1]>,
): string {
  const result = dienVerzoekIn(eerdere, { soort: 'client', zin: 'Iets', tekst: 'Nee.', ...deel })
  return result.ok ? 'ok' : result.refusal.code
}

function verzoek(deel: Partial<Verzoek>): Verzoek {
  return {
    zin: 'U woont alleen.',
    tekst: 'Nee.',
    ingediend: dag('2026-11-10'),
    antwoord: null,
    ...deel,
  }
}

function dag(text: string): Datum {
  const datum = parseDatum(text)
  if (!datum) throw new Error(`Not a day: ${text}`)
  return datum
}
