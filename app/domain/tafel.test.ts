import { expect, test } from 'vitest'
import { FASEN, type Fase, type Overleg, type Tafel } from './fase.ts'
import {
  type Clientsessie,
  clientweergaveOf,
  seatClient,
  type TafelDeelnemer,
  unseatClient,
  VERTREKREDENEN,
  zonderKeuze,
} from './tafel.ts'
import type { Stand } from './toegang.ts'

const JANSSEN = { naam: 'Marieke Janssen', rol: 'procesregisseur', keuze: 'onbeslist' } as const
const DE_VRIES = { naam: 'Tom de Vries', rol: 'casushouder', keuze: 'onbeslist' } as const
const BAKKER = { naam: 'Sanne Bakker', rol: 'partner', keuze: 'blijft' } as const
const OZDEMIR = { naam: 'Ayşe Özdemir', rol: 'partner', keuze: 'vertrekt' } as const
const KLAAR = {
  deelnemers: [JANSSEN, DE_VRIES, BAKKER, OZDEMIR] satisfies TafelDeelnemer[],
  heeftSamenvatting: true,
  wachtenden: 1,
}

test('[T2] the cliënt sits down when besluitvorming, every keuze and the samenvatting are there', () => {
  expect(seatClient(standOf(lopend('besluitvorming')), KLAAR)).toEqual({
    ok: true,
    value: lopend('besluitvorming', 'met-client'),
  })
})

test('[T2] the cliënt sits down in besluitvorming and in no other fase', () => {
  const table = FASEN.map((fase) => [fase, codeOf(seatClient(standOf(lopend(fase)), KLAAR))])

  expect(table).toEqual([
    ['vraagstelling', 'nog-geen-besluitvorming'],
    ['beeldvorming', 'nog-geen-besluitvorming'],
    ['oordeelsvorming', 'nog-geen-besluitvorming'],
    ['besluitvorming', 'accepted'],
  ])
})

test('[T2] the cliënt sits down only while an overleg runs, and once', () => {
  const table = [
    ...(['gepland', 'vastgesteld', 'afgebroken'] as const).map((status) => ({ status })),
    lopend('besluitvorming', 'met-client'),
  ].map((overleg) => codeOf(seatClient(standOf(overleg), KLAAR)))

  expect(table).toEqual([
    'overleg-niet-lopend',
    'overleg-niet-lopend',
    'overleg-niet-lopend',
    'client-zit-aan-tafel',
  ])
})

test('[T2] nobody is seated when nobody waits', () => {
  const stand = standOf(lopend('besluitvorming'))

  expect(codeOf(seatClient(stand, { ...KLAAR, wachtenden: 0 }))).toBe('niemand-wacht')
})

test('[T1] the cliënt does not sit down before every partner is blijft or vertrekt', () => {
  const deelnemers = [
    ...KLAAR.deelnemers,
    { ...BAKKER, naam: 'Karim Amrani', keuze: 'onbeslist' as const },
  ]

  expect(seatClient(standOf(lopend('besluitvorming')), { ...KLAAR, deelnemers })).toEqual({
    ok: false,
    refusal: { code: 'keuze-ontbreekt', namen: ['Karim Amrani'] },
  })
})

test('[T1] a keuze is asked of partners only', () => {
  const undecided = [JANSSEN, DE_VRIES, { ...BAKKER, keuze: 'onbeslist' as const }, OZDEMIR]

  expect(zonderKeuze(undecided)).toEqual(['Sanne Bakker'])
  expect(zonderKeuze(KLAAR.deelnemers)).toEqual([])
})

test('[T1] who vertrekt has one of three reasons', () => {
  expect(Object.values(VERTREKREDENEN)).toEqual([
    'Informatie niet deelbaar met de cliënt',
    'Niet direct betrokken in het plan',
    'Groepsgrootte of welbevinden van de cliënt',
  ])
})

test('[F5] the cliënt does not sit down before there is a samenvatting', () => {
  const stand = standOf(lopend('besluitvorming'))

  expect(codeOf(seatClient(stand, { ...KLAAR, heeftSamenvatting: false }))).toBe(
    'samenvatting-ontbreekt',
  )
})

test('[F6] nobody is seated in an overleg that is held without the cliënt', () => {
  const stand = { ...standOf(lopend('besluitvorming')), metClient: false }

  expect(codeOf(seatClient(stand, KLAAR))).toBe('overleg-zonder-client')
})

test('[T8] nobody is seated while the overleg is dicht', () => {
  const stand = { ...standOf(lopend('besluitvorming')), dicht: true }

  expect(codeOf(seatClient(stand, KLAAR))).toBe('overleg-dicht')
})

test('[T5] back to the wachtkamer is there when the cliënt is at the table, and only then', () => {
  const table = alleOverleggen().map((overleg) => [nameOf(overleg), codeOf(unseatClient(overleg))])

  expect(table).toEqual([
    ['gepland', 'overleg-niet-lopend'],
    ['vraagstelling', 'client-zit-niet-aan-tafel'],
    ['beeldvorming', 'client-zit-niet-aan-tafel'],
    ['oordeelsvorming', 'client-zit-niet-aan-tafel'],
    ['besluitvorming', 'client-zit-niet-aan-tafel'],
    ['besluitvorming met-client', 'accepted'],
    ['vastgesteld', 'overleg-niet-lopend'],
    ['afgebroken', 'overleg-niet-lopend'],
  ])
})

test('[T5] sitting down and going back leaves the overleg as it was', () => {
  const before = lopend('besluitvorming')
  const seated = seatClient(standOf(before), KLAAR)

  expect(seated.ok && unseatClient(seated.value)).toEqual({ ok: true, value: before })
})

test('[T4] what a browser of the client side sees, at each moment, whole', () => {
  const table = alleOverleggen().map((overleg) => [
    nameOf(overleg),
    ...SESSIES.map((sessie) => clientweergaveOf(sessie, standOf(overleg))),
  ])

  // biome-ignore format: a table
  expect(table).toEqual([
    //                            code only     toegelaten    code + PIN    both
    ['gepland',                   'wachtkamer', 'wachtkamer', 'wachtkamer', 'wachtkamer'],
    ['vraagstelling',             'wachtkamer', 'wachtkamer', 'wachtkamer', 'wachtkamer'],
    ['beeldvorming',              'wachtkamer', 'wachtkamer', 'wachtkamer', 'wachtkamer'],
    ['oordeelsvorming',           'wachtkamer', 'wachtkamer', 'wachtkamer', 'wachtkamer'],
    ['besluitvorming',            'wachtkamer', 'wachtkamer', 'wachtkamer', 'wachtkamer'],
    ['besluitvorming met-client', 'wachtkamer', 'tafel',      'wachtkamer', 'tafel'],
    ['vastgesteld',               'pin-nodig',  'plan',       'plan',       'plan'],
    ['afgebroken',                'afgebroken', 'afgebroken', 'afgebroken', 'afgebroken'],
  ])
})

test('[T8] dicht sends every browser of the client side to the wachtkamer, or tells that it is off', () => {
  for (const overleg of alleOverleggen()) {
    for (const sessie of SESSIES) {
      expect(clientweergaveOf(sessie, { ...standOf(overleg), dicht: true })).toBe(
        overleg.status === 'afgebroken' ? 'afgebroken' : 'wachtkamer',
      )
    }
  }
})

test('[T3] before the cliënt is at the table there is nothing but the wachtkamer, for any session', () => {
  for (const overleg of alleOverleggen().slice(0, 5)) {
    const seen = SESSIES.map((sessie) => clientweergaveOf(sessie, standOf(overleg)))
    expect(new Set(seen)).toEqual(new Set(['wachtkamer']))
  }
})

test('[S5] neither the code nor code and PIN opens the table: a human admits each browser', () => {
  const stand = standOf(lopend('besluitvorming', 'met-client'))
  const aanTafel = SESSIES.filter((sessie) => clientweergaveOf(sessie, stand) === 'tafel')

  expect(aanTafel.every(({ toegelaten }) => toegelaten)).toBe(true)
})

test('[S5] the code alone does not open Mijn plan', () => {
  const sessie = { toegelaten: false, metPin: false, weggestuurd: false }

  expect(clientweergaveOf(sessie, standOf({ status: 'vastgesteld' }))).toBe('pin-nodig')
})

test('[K6] a steunpersoon whom the cliënt sent away sees the wachtkamer, whatever he was let in with, and no plan afterwards', () => {
  for (const overleg of alleOverleggen()) {
    for (const sessie of SESSIES) {
      expect(clientweergaveOf({ ...sessie, weggestuurd: true }, standOf(overleg))).toBe(
        overleg.status === 'afgebroken' ? 'afgebroken' : 'wachtkamer',
      )
    }
  }
})

test('[T7] who waits is told that the overleg is off', () => {
  for (const sessie of SESSIES) {
    expect(clientweergaveOf(sessie, standOf({ status: 'afgebroken' }))).toBe('afgebroken')
  }
})

const SESSIES: Clientsessie[] = [
  { toegelaten: false, metPin: false, weggestuurd: false },
  { toegelaten: true, metPin: false, weggestuurd: false },
  { toegelaten: false, metPin: true, weggestuurd: false },
  { toegelaten: true, metPin: true, weggestuurd: false },
]

function alleOverleggen(): Overleg[] {
  return [
    { status: 'gepland' },
    ...FASEN.map((fase) => lopend(fase)),
    lopend('besluitvorming', 'met-client'),
    { status: 'vastgesteld' },
    { status: 'afgebroken' },
  ]
}

function lopend(fase: Fase, tafel: Tafel = 'vooroverleg') {
  return { status: 'lopend', fase, tafel } as const
}

function standOf(overleg: Overleg): Stand {
  return { overleg, dicht: false, metClient: true, besloten: false }
}

function nameOf(overleg: Overleg): string {
  if (overleg.status !== 'lopend') return overleg.status
  return overleg.tafel === 'met-client' ? `${overleg.fase} met-client` : overleg.fase
}

function codeOf(result: ReturnType<typeof seatClient>): string {
  return result.ok ? 'accepted' : result.refusal.code
}
