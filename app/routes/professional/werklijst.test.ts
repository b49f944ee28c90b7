import { expect, test } from 'vitest'
import { parseDatum } from '#domain/datum.ts'
import type { Overleg } from '#domain/fase.ts'
import type { Rol } from '#domain/rol.ts'
import { type OverlegVoorWerklijst, werklijstOf } from './werklijst.ts'

const GEPLAND_OP = new Date('2026-12-08T09:00:00Z')
const GEPLAND: Overleg = { status: 'gepland' }

function overleg(rol: Rol, anders: Partial<OverlegVoorWerklijst> = {}): OverlegVoorWerklijst {
  return {
    overleg: {
      id: 'a',
      casus: { nummer: '2026-0412', initialen: 'K.', gemeente: 'Zwaluwe' },
      stand: { overleg: GEPLAND, dicht: false, besloten: false, metClient: true },
      geplandOp: GEPLAND_OP,
    },
    deelname: { rol, keuze: 'onbeslist', toegelaten: true },
    moetAanvaarden: false,
    moetAfwegen: false,
    moetAntwoorden: false,
    brievenTeMaken: 0,
    evaluatieOpen: false,
    verzoeken: { open: 0, teLaat: 0 },
    ...anders,
  }
}

function taken(bron: OverlegVoorWerklijst) {
  const vandaag = parseDatum('2026-11-22')
  if (!vandaag) throw new Error('A day')
  return werklijstOf({ overleggen: [bron], acties: [], vandaag })
}

test('[F7] [F8] the casushouder is asked about the cliënt first, and then whether he comes', () => {
  const alles = { moetAanvaarden: true, moetAfwegen: true, moetAntwoorden: true }
  const lijst = taken(overleg('casushouder', alles))
  expect(lijst.map(({ soort, magCollega }) => [soort, magCollega])).toEqual([
    ['casushouder', false],
    ['afweging', false],
    ['afspraak', false],
  ])
})

test('[F8] only a partner is offered to send a collega, and an answer knows its moment', () => {
  expect(taken(overleg('partner', { moetAntwoorden: true }))).toMatchObject([
    { soort: 'afspraak', magCollega: true, geplandOp: GEPLAND_OP },
  ])
  expect(taken(overleg('partner'))).toEqual([])
})

test('[T9] who still has to sign is asked for nothing else', () => {
  const deelname = { rol: 'partner', keuze: 'onbeslist', toegelaten: false } as const
  const lijst = taken(overleg('partner', { deelname, moetAntwoorden: true }))
  expect(lijst.map(({ soort }) => soort)).toEqual(['verklaring'])
})
