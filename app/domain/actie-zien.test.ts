import { expect, test } from 'vitest'
import { zietActie } from './actie-zien.ts'
import type { Deelname } from './rol.ts'
import type { Stand } from './toegang.ts'

const STAND: Stand = {
  overleg: { status: 'vastgesteld' },
  dicht: false,
  metClient: true,
  besloten: false,
}
const DRAGERS = {
  'hij zelf': { soort: 'deelnemer', deelnemerId: 'ik', organisatieId: 'politie' },
  'een collega': { soort: 'deelnemer', deelnemerId: 'collega', organisatieId: 'politie' },
  'een ander': { soort: 'deelnemer', deelnemerId: 'ander', organisatieId: 'gemeente' },
  'de cliënt': { soort: 'client' },
} as const

test('[P3] the whole plan is for procesregisseur and casushouder, a partner sees his organisatie, who left himself', () => {
  const partner = { rol: 'partner', toegelaten: true } as const
  expect([
    ['procesregisseur', zichtVan({ rol: 'procesregisseur', keuze: 'blijft', toegelaten: true })],
    ['casushouder', zichtVan({ rol: 'casushouder', keuze: 'blijft', toegelaten: true })],
    ['blijft', zichtVan({ ...partner, keuze: 'blijft' })],
    ['vertrekt', zichtVan({ ...partner, keuze: 'vertrekt' })],
    ['niet besloten', zichtVan({ ...partner, keuze: 'onbeslist' })],
    ['zonder verklaring', zichtVan({ ...partner, keuze: 'blijft', toegelaten: false })],
  ]).toEqual([
    ['procesregisseur', ['hij zelf', 'een collega', 'een ander', 'de cliënt']],
    ['casushouder', ['hij zelf', 'een collega', 'een ander', 'de cliënt']],
    ['blijft', ['hij zelf', 'een collega']],
    ['vertrekt', ['hij zelf']],
    ['niet besloten', ['hij zelf']],
    ['zonder verklaring', []],
  ])
})

test('[P3] [T8] in an overleg that is dicht the acties are there for the procesregisseur alone', () => {
  const dicht = { ...STAND, dicht: true }
  const casushouder = { rol: 'casushouder', keuze: 'blijft', toegelaten: true } as const
  expect(zichtVan({ ...casushouder, rol: 'procesregisseur' }, dicht)).toHaveLength(4)
  expect(zichtVan(casushouder, dicht)).toEqual([])
})

function zichtVan(deelname: Deelname, stand: Stand = STAND) {
  const wie = { deelname, deelnemerId: 'ik', organisatieId: 'politie', stand }
  return Object.entries(DRAGERS).flatMap(([naam, drager]) => (zietActie(wie, drager) ? [naam] : []))
}
