import { expect, test } from 'vitest'
import { type Datum, parseDatum } from './datum.ts'
import {
  isZonderVerschil,
  type Vergelijkactie,
  type Vergelijkbaar,
  vergelijkPlannen,
} from './planverschil.ts'
import type { WieVoorClient } from './projectie.ts'

const JOKE: WieVoorClient = { soort: 'persoon', naam: 'Joke', organisatie: 'Gemeente' }
const GEMEENTE: WieVoorClient = { soort: 'organisatie', organisatie: 'Gemeente' }
const POLITIE: WieVoorClient = { soort: 'organisatie', organisatie: 'Politie' }
const IK: WieVoorClient = { soort: 'ik' }

test('[K8] a plan that is the same shows no change, whatever its capitals, spaces and order', () => {
  const oud = plan({ acties: [actie({ wat: 'Een adres regelen' }), actie({ wat: 'Bellen' })] })
  const nieuw = plan({ acties: [actie({ wat: 'bellen ' }), actie({ wat: 'Een  adres regelen' })] })

  expect(isZonderVerschil(vergelijkPlannen(oud, nieuw))).toBe(true)
})

test('[K8] an actie is new, gone, or the same with another day, other words or somebody else', () => {
  const oud = plan({
    acties: [
      actie({ wat: 'Een briefadres regelen bij de gemeente', wie: JOKE }),
      actie({ wat: 'Elke week langskomen' }),
      actie({ wat: 'Een pasfoto laten maken', wie: IK }),
      actie({ wat: 'De schulden op een rij zetten', klaar: true }),
    ],
  })
  const nieuw = plan({
    acties: [
      actie({ wat: 'Een briefadres regelen bij de gemeente', wie: POLITIE }),
      actie({ wat: 'Elke week langskomen', wanneer: dag('2027-03-01') }),
      actie({ wat: 'Twee pasfoto’s laten maken', wie: IK }),
      actie({ wat: 'Een postadres regelen bij de buren', wie: JOKE }),
    ],
  })
  const { acties } = vergelijkPlannen(oud, nieuw)

  expect(acties.veranderd.map(({ eerst, nu }) => [eerst.wat, nu.wat])).toEqual([
    ['Een briefadres regelen bij de gemeente', 'Een briefadres regelen bij de gemeente'],
    ['Elke week langskomen', 'Elke week langskomen'],
    ['Een pasfoto laten maken', 'Twee pasfoto’s laten maken'],
  ])
  expect(acties.nieuw.map(({ wat }) => wat)).toEqual(['Een postadres regelen bij de buren'])
  expect(acties.weg.map(({ wat, klaar }) => [wat, klaar])).toEqual([
    ['De schulden op een rij zetten', true],
  ])
})

test('[K8] words that are nearly the same, of the same person, are one actie that was changed', () => {
  const oud = plan({ acties: [actie({ wat: 'Samen de uitkering aanvragen', wie: JOKE })] })
  const nieuw = (wie: WieVoorClient) =>
    plan({ acties: [actie({ wat: 'Samen de bijstandsuitkering aanvragen', wie })] })

  expect(vergelijkPlannen(oud, nieuw(JOKE)).acties.veranderd).toHaveLength(1)
  expect(vergelijkPlannen(oud, nieuw(POLITIE)).acties.veranderd).toHaveLength(0)
})

test('[K8] two acties with the same words stay two, each paired once', () => {
  const bellen = actie({ wat: 'Bellen' })
  const { acties } = vergelijkPlannen(
    plan({ acties: [bellen] }),
    plan({ acties: [actie({ wat: 'Bellen' }), actie({ wat: 'Bellen' })] }),
  )

  expect([acties.nieuw.length, acties.veranderd.length, acties.weg.length]).toEqual([1, 0, 0])
})

test('[K8] [T6] [P6] that somebody is named by his organisatie alone now is no change: it would tell who left', () => {
  const met = (wie: WieVoorClient) => plan({ acties: [actie({ wat: 'Langskomen', wie })] })

  expect(isZonderVerschil(vergelijkPlannen(met(JOKE), met(GEMEENTE)))).toBe(true)
  expect(isZonderVerschil(vergelijkPlannen(met(GEMEENTE), met(JOKE)))).toBe(true)
  expect(isZonderVerschil(vergelijkPlannen(met(JOKE), met(IK)))).toBe(false)
  expect(isZonderVerschil(vergelijkPlannen(met(GEMEENTE), met(POLITIE)))).toBe(false)
})

test('[K8] sentences are new or gone, and the next date is told when there were two that differ', () => {
  const oud = plan({ zinnen: ['U heeft geen adres.', 'Dat blijft.'], volgende: dag('2026-12-01') })
  const nieuw = plan({ zinnen: ['Dat blijft.', 'U heeft een adres.'], volgende: dag('2027-01-05') })

  expect(vergelijkPlannen(oud, nieuw)).toMatchObject({
    zinnen: { nieuw: ['U heeft een adres.'], weg: ['U heeft geen adres.'] },
    volgende: { eerst: '2026-12-01', nu: '2027-01-05' },
  })
  expect(vergelijkPlannen({ ...oud, volgende: null }, nieuw).volgende).toBeNull()
  expect(vergelijkPlannen(oud, { ...nieuw, volgende: oud.volgende }).volgende).toBeNull()
})

function plan(deel: Partial<Vergelijkbaar>): Vergelijkbaar {
  return { zinnen: [], acties: [], volgende: null, ...deel }
}

function actie(deel: Partial<Vergelijkactie>): Vergelijkactie {
  return { wat: 'Bellen', wie: GEMEENTE, wanneer: dag('2026-12-08'), klaar: false, ...deel }
}

function dag(text: string): Datum {
  const datum = parseDatum(text)
  if (!datum) throw new Error(`Not a day: ${text}`)
  return datum
}
