import { expect, test } from 'vitest'
import { CLIENTWOORDEN, woordenIn } from './client.ts'
import { TALEN, type Taal } from './taal.ts'
import { vul } from './vul.ts'

test('[K2] a sentence asks for the same in every language, and is empty in none', () => {
  type Deel = Record<Taal, Record<string, string>>
  const delen = Object.entries<Deel>(CLIENTWOORDEN)
  expect(delen.length).toBeGreaterThan(0)
  const anders = delen.flatMap(([deel, { nl, ...rest }]) =>
    Object.values(rest).flatMap((taal) =>
      Object.entries<string>(nl)
        .filter(([sleutel, zin]) => {
          const ander = taal[sleutel] ?? ''
          return !zin.trim() || !ander.trim() || plaatsenIn(zin) !== plaatsenIn(ander)
        })
        .map(([sleutel]) => `${deel}.${sleutel}`),
    ),
  )
  expect(anders).toEqual([])
})

test('[K2] a page gets every part, in one language', () => {
  for (const taal of TALEN) {
    const woorden = woordenIn(taal)
    expect(Object.keys(woorden).sort()).toEqual(Object.keys(CLIENTWOORDEN).sort())
    for (const [deel, zinnen] of Object.entries(woorden)) {
      const bron = new Map(Object.entries(CLIENTWOORDEN)).get(deel)
      expect(zinnen).toBe(bron?.[taal])
    }
  }
})

test('what belongs in a sentence is put there as it is', () => {
  expect(vul('Bel {naam}: {nummer}.', { naam: '{nummer}', nummer: '$& 06' })).toBe(
    'Bel {nummer}: $& 06.',
  )
  expect(vul('Bel {naam}.', {})).toBe('Bel {naam}.')
})

function plaatsenIn(zin: string): string {
  return [...zin.matchAll(/\{\w+\}/g)].map(String).sort().join()
}
