import { expect, test } from 'vitest'
import { zinnenTussen } from './aankondiging.tsx'

test('who came and who went is said together, and a fase only when it changed', () => {
  const eerst = { fase: 'Beeldvorming', besloten: false, namen: ['Joke Veenstra', 'Ruud Terpstra'] }
  const nu = {
    fase: 'Oordeelsvorming',
    besloten: false,
    namen: ['Ruud Terpstra', 'Mehmet Aydin', 'Fleur Hoekstra'],
  }
  expect(zinnenTussen(eerst, nu)).toEqual([
    'Nu bezig: Oordeelsvorming.',
    'Aan tafel gekomen: Mehmet Aydin en Fleur Hoekstra.',
    'Niet meer aan tafel: Joke Veenstra.',
  ])
  expect(zinnenTussen(nu, nu)).toEqual([])
})

test('[K4] that the cliënt is alone, and that it is over, is said once', () => {
  const samen = { fase: 'Besluitvorming', besloten: false, namen: ['Tom'] }
  const alleen = { ...samen, besloten: true }
  expect(zinnenTussen(samen, alleen)).toEqual([
    'De cliënt heeft nu besloten tijd. Schrijven staat stil.',
  ])
  expect(zinnenTussen(alleen, alleen)).toEqual([])
  expect(zinnenTussen(alleen, samen)).toEqual(['De besloten tijd is voorbij.'])
})
