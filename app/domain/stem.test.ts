import { expect, test } from 'vitest'
import { magSpreken, type Zinantwoord } from './antwoord.ts'
import { CLIENTSOORTEN } from './rol.ts'
import { actieWoorden, koppelAntwoorden } from './stem.ts'
import { sleutelOf } from './zin.ts'

test('[K3] the cliënt and his vertegenwoordiger speak, whom he brings along does not', () => {
  expect(CLIENTSOORTEN.filter(magSpreken)).toEqual(['client', 'vertegenwoordiger'])
})

test('[K3] an answer counts for the words that it was given on, and for no others', () => {
  const { stemmen, weg } = koppelAntwoorden(
    [tekst('U woont bij uw zus.'), tekst('U heeft werk.')],
    [gegeven('U woont bij uw zus.', 'klopt')],
  )
  expect([...stemmen.values()]).toEqual([
    { antwoord: 'klopt', eerder: null },
    { antwoord: null, eerder: null },
  ])
  expect(weg).toEqual([])
})

test('[K3] a sentence that changed is asked again, and says what was answered before', () => {
  const oud = gegeven('U woont nu al een jaar bij uw zus.', 'klopt-niet')
  expect(beside('U woont nu al twee jaar bij uw zus.', [oud])).toEqual({
    stem: { antwoord: null, eerder: 'klopt-niet' },
    weg: [],
  })
  expect(beside('U heeft schulden.', [oud])).toEqual({
    stem: { antwoord: null, eerder: null },
    weg: [oud],
  })
})

test('[K3] of several answers before, the last one is told; after a new answer none is', () => {
  const nieuw = 'U woont nu al drie jaar bij uw zus.'
  const eerder = [
    gegeven('U woont nu al twee jaar bij uw zus.', 'weet-niet'),
    gegeven('U woont nu al een jaar bij uw zus.', 'klopt-niet'),
  ]
  expect(beside(nieuw, eerder).stem).toEqual({ antwoord: null, eerder: 'weet-niet' })
  expect(beside(nieuw, [gegeven(nieuw, 'klopt'), ...eerder])).toEqual({
    stem: { antwoord: 'klopt', eerder: null },
    weg: [],
  })
})

test('[K3] who does an actie and when belong to what is answered', () => {
  const actie = { wat: 'Bellen', waarom: '', wie: { soort: 'ik' as const }, wanneer: '2027-01-15' }
  const anders = [
    actie,
    { ...actie, wat: 'Mailen' },
    { ...actie, waarom: 'Zo gaat het sneller.' },
    { ...actie, wanneer: '2027-01-16' },
    { ...actie, wie: { soort: 'organisatie' as const, organisatie: 'De politie' } },
  ]
  expect(new Set(anders.map((a) => actieWoorden(a).sleutel)).size).toBe(anders.length)
  expect(actieWoorden({ ...actie, wat: ' Bellen ' })).toEqual(actieWoorden(actie))
})

function beside(nu: string, antwoorden: ReturnType<typeof gegeven>[]) {
  const { stemmen, weg } = koppelAntwoorden([tekst(nu)], antwoorden)
  return { stem: stemmen.get(sleutelOf(nu)), weg }
}

function tekst(woorden: string) {
  return { sleutel: sleutelOf(woorden), tekst: woorden }
}

function gegeven(woorden: string, antwoord: Zinantwoord) {
  return { ...tekst(woorden), antwoord }
}
