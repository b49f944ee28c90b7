import { expect, test } from 'vitest'
import { zinnenTussen } from './aankondiging.tsx'

test('who came and who went is said together, and a fase only when it changed', () => {
  const eerst = { fase: 'Beeldvorming', namen: ['Joke Veenstra', 'Ruud Terpstra'] }
  const nu = { fase: 'Oordeelsvorming', namen: ['Ruud Terpstra', 'Mehmet Aydin', 'Fleur Hoekstra'] }
  expect(zinnenTussen(eerst, nu)).toEqual([
    'Nu bezig: Oordeelsvorming.',
    'Aan tafel gekomen: Mehmet Aydin en Fleur Hoekstra.',
    'Niet meer aan tafel: Joke Veenstra.',
  ])
  expect(zinnenTussen(nu, nu)).toEqual([])
})
