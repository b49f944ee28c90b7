import { expect, test } from 'vitest'
import { type Conceptactie, parseConceptactie } from './actie.ts'
import { addMaanden, parseDatum } from './datum.ts'
import { FASEN, type Overleg } from './fase.ts'
import { checkVaststellen, isPlanVoorbij } from './plan.ts'
import type { Stand } from './toegang.ts'

const ID = '7b0c9a52-5f0e-4d3a-9d5e-2f1f6f0a1c11'
const IN_BESLUITVORMING: Stand = {
  overleg: { status: 'lopend', fase: 'besluitvorming', tafel: 'met-client' },
  dicht: false,
  metClient: true,
  besloten: false,
}
const CASUSHOUDER = { aanvaard: true }

test('[S5] a plan runs until nothing in it is to be done and nobody comes to ask any more', () => {
  const dag = parseDatum('2027-06-08')
  if (!dag) throw new Error('A day')
  const monitoring = [{ datum: dag }]
  const klaar = [{ status: 'gedaan' }, { status: 'vervallen' }] as const
  expect(isPlanVoorbij({ acties: klaar, monitoring }, dag)).toBe(false)
  const later = addMaanden(dag, 1)
  expect(isPlanVoorbij({ acties: klaar, monitoring }, later)).toBe(true)
  for (const status of ['open', 'loopt'] as const) {
    expect(isPlanVoorbij({ acties: [...klaar, { status }], monitoring }, later)).toBe(false)
  }
})

test('[P1] a plan is vastgesteld with a casushouder who accepted and acties that say it all', () => {
  const acties = [actie({}), actie({ wat: 'Schulden op een rij zetten', wie: `deelnemer:${ID}` })]

  expect(checkVaststellen(IN_BESLUITVORMING, { casushouder: CASUSHOUDER, acties })).toEqual({
    ok: true,
    value: acties,
  })
})

test('[P1] a plan is vastgesteld in besluitvorming of an overleg that runs, and never otherwise', () => {
  const overleggen: Overleg[] = [
    { status: 'gepland' },
    ...FASEN.map((fase) => ({ status: 'lopend', fase, tafel: 'vooroverleg' }) as const),
    { status: 'lopend', fase: 'besluitvorming', tafel: 'met-client' },
    { status: 'vastgesteld' },
    { status: 'afgebroken' },
  ]
  const answers = overleggen.map((overleg) => check({ ...IN_BESLUITVORMING, overleg }, [actie({})]))

  expect(answers).toEqual([
    'overleg-niet-lopend',
    'nog-geen-besluitvorming',
    'nog-geen-besluitvorming',
    'nog-geen-besluitvorming',
    'accepted',
    'accepted',
    'overleg-niet-lopend',
    'overleg-niet-lopend',
  ])
})

test('[F6] a plan is vastgesteld without the cliënt at the table when the overleg is held without him', () => {
  const stand: Stand = {
    overleg: { status: 'lopend', fase: 'besluitvorming', tafel: 'vooroverleg' },
    dicht: false,
    metClient: false,
    besloten: false,
  }

  expect(check(stand, [actie({})])).toBe('accepted')
})

test('[T8] nothing is vastgesteld while the overleg is dicht', () => {
  expect(check({ ...IN_BESLUITVORMING, dicht: true }, [actie({})])).toBe('overleg-dicht')
})

test('[F4] nothing is vastgesteld without a casushouder, or with one who has not accepted', () => {
  const acties = [actie({})]

  expect(checkVaststellen(IN_BESLUITVORMING, { casushouder: null, acties })).toEqual({
    ok: false,
    refusal: { code: 'casushouder-ontbreekt' },
  })
  expect(checkVaststellen(IN_BESLUITVORMING, { casushouder: { aanvaard: false }, acties })).toEqual(
    { ok: false, refusal: { code: 'casushouder-niet-aanvaard' } },
  )
})

test('[F4] a plan without acties is not vastgesteld, and an empty line is not an actie', () => {
  expect(check(IN_BESLUITVORMING, [])).toBe('actie-ontbreekt')
  expect(check(IN_BESLUITVORMING, [leeg(), leeg()])).toBe('actie-ontbreekt')
})

test('[F4] every actie needs a wat, a wie and a wanneer; the refusal counts which lack one', () => {
  const acties = [
    actie({}),
    actie({ wat: '  ' }),
    actie({ wie: '' }),
    actie({ wanneer: '' }),
    actie({ waarom: '', leefgebied: '' }),
  ]

  expect(checkVaststellen(IN_BESLUITVORMING, { casushouder: CASUSHOUDER, acties })).toEqual({
    ok: false,
    refusal: { code: 'actie-onvolledig', nummers: [2, 3, 4] },
  })
})

test('[F4] empty lines are left out and do not count in the numbers', () => {
  const acties = [leeg(), actie({}), leeg(), actie({ wanneer: '' })]
  const refused = checkVaststellen(IN_BESLUITVORMING, { casushouder: CASUSHOUDER, acties })
  const accepted = checkVaststellen(IN_BESLUITVORMING, {
    casushouder: CASUSHOUDER,
    acties: acties.slice(0, 3),
  })

  expect(refused).toEqual({ ok: false, refusal: { code: 'actie-onvolledig', nummers: [2] } })
  expect(accepted).toEqual({ ok: true, value: [actie({})] })
})

function check(stand: Stand, acties: Conceptactie[]): string {
  const result = checkVaststellen(stand, { casushouder: CASUSHOUDER, acties })
  return result.ok ? 'accepted' : result.refusal.code
}

function actie(fields: Record<string, unknown>): Conceptactie {
  const parsed = parseConceptactie({
    id: ID,
    wat: 'Briefadres aanvragen',
    wie: 'client',
    wanneer: '2026-12-08',
    leefgebied: 'Huisvesting',
    waarom: 'Zonder adres geen uitkering',
    ...fields,
  })
  if (!parsed) throw new Error('Not an actie')
  return parsed
}

function leeg(): Conceptactie {
  return actie({ wat: '', wie: '', wanneer: '', waarom: ' ' })
}
