import { expect, test } from 'vitest'
import { type Briefinhoud, genoemdenOf, isOnline, verouderdDoor } from './brief.ts'
import { KEUZES, ROLLEN } from './rol.ts'

const BRIEF: Briefinhoud = {
  type: 'gesprek',
  soort: 'client',
  taal: 'nl',
  naam: 'mevrouw K.',
  doel: '',
  moment: '2026-12-08T09:00:00.000Z',
  plaats: 'Stadhuis, kamer 4',
  isOnline: false,
  genoemden: [{ naam: 'T. de Vries', organisatie: 'Gemeente', taak: 'helpt met geld' }],
  contact: { naam: 'Marieke', telefoon: '06 12345678' },
  vervangt: false,
}

test('[K1] a letter names who blijft, the procesregisseur and the casushouder, and nobody else', () => {
  const alle = ROLLEN.flatMap((rol) =>
    KEUZES.map((keuze) => ({ rol, keuze, naam: `${rol} ${keuze}`, organisatie: 'O', taak: '' })),
  )
  expect(genoemdenOf(alle).map(({ naam }) => naam)).toEqual([
    'procesregisseur onbeslist',
    'procesregisseur blijft',
    'procesregisseur vertrekt',
    'casushouder onbeslist',
    'casushouder blijft',
    'casushouder vertrekt',
    'partner blijft',
  ])
})

test('[K1] of who is named a letter knows name, organisatie and taak alone', () => {
  const meer = { rol: 'partner', keuze: 'blijft', telefoon: '06', functie: 'x' } as const
  const deelnemer = { ...meer, naam: 'A', organisatie: 'B', taak: 'C' }
  expect(genoemdenOf([deelnemer])).toEqual([{ naam: 'A', organisatie: 'B', taak: 'C' }])
})

test('[K1] a letter is outdated by another time, place, company, person to call or language, and by nothing else', () => {
  const zegt = (nu: Partial<Briefinhoud>) => verouderdDoor(BRIEF, { ...BRIEF, ...nu })
  expect(zegt({ vervangt: true, doel: 'Iets anders', naam: 'mw. K.' })).toEqual([])
  expect(zegt({ moment: '2026-12-08T10:00:00.000Z' })).toEqual(['tijd'])
  expect(zegt({ plaats: 'Stadhuis, kamer 5' })).toEqual(['plaats'])
  expect(zegt({ isOnline: true })).toEqual(['plaats'])
  expect(zegt({ genoemden: [] })).toEqual(['mensen'])
  expect(zegt({ contact: { ...BRIEF.contact, telefoon: '06 87654321' } })).toEqual(['contact'])
  expect(zegt({ taal: 'en' })).toEqual(['taal'])
  const [genoemde] = BRIEF.genoemden
  if (!genoemde) throw new Error('Somebody is named')
  expect(zegt({ genoemden: [{ ...genoemde, taak: 'helpt met wonen' }] })).toEqual([])
})

test('[K1] a letter with which somebody reads his plan has no time that can change, and a language that can', () => {
  const plan = { ...BRIEF, type: 'plan' } as const
  expect(verouderdDoor(plan, { ...BRIEF, moment: '2027-01-01T10:00:00.000Z' })).toEqual([])
  expect(verouderdDoor(plan, { ...plan, taal: 'en' })).toEqual(['taal'])
})

test('[K1] it is online with a link of the table, and when there is no place to come to', () => {
  expect(isOnline({ plaats: '', heeftLink: false })).toBe(true)
  expect(isOnline({ plaats: 'Stadhuis', heeftLink: false })).toBe(false)
  expect(isOnline({ plaats: 'Stadhuis', heeftLink: true })).toBe(true)
})
