import { expect, test } from 'vitest'
import { parseHandeling } from './handeling-invoer.ts'

const ID = '3f0e6a0e-2f53-4f0a-9d2c-9d6a3f1b7c11'
const ANDER_ID = 'b1f6bb0f-6a8e-4a3f-8d39-0c7c4c9a6f02'

function form(fields: [string, string][]) {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

test('[T2] who sits down together is read as a list, also when it is one', () => {
  const een = parseHandeling(
    form([
      ['intent', 'aan-tafel'],
      ['sessieId', ID],
    ]),
  )
  const twee = parseHandeling(
    form([
      ['intent', 'aan-tafel'],
      ['sessieId', ID],
      ['sessieId', ANDER_ID],
    ]),
  )
  expect(een).toMatchObject({ ok: true, handeling: { sessieId: [ID] } })
  expect(twee).toMatchObject({ ok: true, handeling: { sessieId: [ID, ANDER_ID] } })
})

test('[T1] a reason goes with vertrekt, and with nothing else', () => {
  const keuze = (rest: [string, string][]) =>
    parseHandeling(form([['intent', 'keuze'], ['deelnemerId', ID], ...rest])).ok
  expect(keuze([['keuze', 'blijft']])).toBe(true)
  expect(
    keuze([
      ['keuze', 'vertrekt'],
      ['vertrekreden', 'groepsgrootte'],
    ]),
  ).toBe(true)
  expect(keuze([['keuze', 'vertrekt']])).toBe(false)
  expect(
    keuze([
      ['keuze', 'blijft'],
      ['vertrekreden', 'groepsgrootte'],
    ]),
  ).toBe(false)
  expect(
    keuze([
      ['keuze', 'vertrekt'],
      ['vertrekreden', 'geen-zin'],
    ]),
  ).toBe(false)
})

test('wrong input is refused with a sentence at its field', () => {
  const velden = (fields: [string, string][]) => {
    const invoer = parseHandeling(form(fields))
    return invoer.ok ? null : invoer.velden
  }
  expect(velden([])).toEqual({ intent: 'Deze handeling bestaat niet. Ververs de pagina.' })
  expect(
    velden([
      ['intent', 'tijd'],
      ['minuten', 'veel'],
    ]),
  ).toEqual({
    minuten: 'Vul een aantal minuten in, bijvoorbeeld 20.',
  })
  expect(velden([['intent', 'aan-tafel']])).toEqual({ sessieId: 'Kies wie aanschuift.' })
  expect(
    velden([
      ['intent', 'start'],
      ['rol', 'procesregisseur'],
    ]),
  ).not.toBeNull()
  expect(
    velden([
      ['intent', 'voordragen'],
      ['deelnemerId', '1'],
    ]),
  ).toEqual({
    deelnemerId: 'Deze keuze bestaat niet (meer). Ververs de pagina.',
  })
})

test('where a browser without JavaScript came from is kept apart', () => {
  const invoer = parseHandeling(
    form([
      ['intent', 'start'],
      ['terug', '/overleggen'],
    ]),
  )
  expect(invoer).toEqual({ ok: true, handeling: { intent: 'start' }, terug: '/overleggen' })
})
