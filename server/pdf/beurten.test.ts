import { expect, test } from 'vitest'
import type { Vrager } from '#app/context.ts'
import { createBeurten } from './beurten.ts'

const KEES = { kant: 'client', wie: 'kees' } as const
const ALI = { kant: 'client', wie: 'ali' } as const
const REGIE = { kant: 'professional', wie: 'regie' } as const
const POLITIE = { kant: 'professional', wie: 'politie' } as const

/** Two places, and what became of each who asked: `bezig`, `wacht`, `vol` or `weg`. */
function openRij() {
  const beurten = createBeurten({ atOnce: 2, waiting: 3 })
  const klaar = new Map<string, () => void>()
  const standen = new Map<string, string>()
  return {
    vraag(naam: string, vrager: Vrager, signal = new AbortController().signal) {
      const beurt = beurten.neem(vrager, signal)
      standen.set(naam, beurt ? 'wacht' : 'vol')
      void beurt?.then((geefTerug) => {
        standen.set(naam, geefTerug ? 'bezig' : 'weg')
        if (geefTerug) klaar.set(naam, geefTerug)
      })
    },
    async klaar(naam: string) {
      klaar.get(naam)?.()
      await Promise.resolve()
    },
    async standen() {
      await new Promise((resolve) => setImmediate(resolve))
      return Object.fromEntries(standen)
    },
  }
}

test('two at once of one cliënt are made one after the other, and a professional has his at once', async () => {
  const rij = openRij()
  rij.vraag('kees 1', KEES)
  rij.vraag('kees 2', KEES)
  rij.vraag('regie', REGIE)
  expect(await rij.standen()).toEqual({ 'kees 1': 'bezig', 'kees 2': 'wacht', regie: 'bezig' })
  await rij.klaar('kees 1')
  expect(await rij.standen()).toMatchObject({ 'kees 2': 'bezig', regie: 'bezig' })
})

test('clients together leave a place free, and whoever of them waits keeps no professional waiting', async () => {
  const rij = openRij()
  for (const naam of ['kees 1', 'kees 2', 'kees 3', 'kees 4']) rij.vraag(naam, KEES)
  rij.vraag('ali 1', ALI)
  rij.vraag('ali 2', ALI)
  rij.vraag('regie', REGIE)
  rij.vraag('politie', POLITIE)
  expect(await rij.standen()).toEqual({
    'kees 1': 'bezig',
    'kees 2': 'wacht',
    'kees 3': 'wacht',
    // Two of one person wait at most, so that there is room for another.
    'kees 4': 'vol',
    'ali 1': 'wacht',
    'ali 2': 'vol',
    regie: 'bezig',
    politie: 'wacht',
  })
  await rij.klaar('kees 1')
  expect(await rij.standen()).toMatchObject({ politie: 'bezig', 'kees 2': 'wacht' })
  await rij.klaar('politie')
  expect(await rij.standen()).toMatchObject({ 'kees 2': 'bezig', 'ali 1': 'wacht' })
  await rij.klaar('kees 2')
  await rij.klaar('regie')
  expect(await rij.standen()).toMatchObject({ 'kees 3': 'bezig', 'ali 1': 'wacht' })
})

test('a place that is given back twice is given back once', async () => {
  const rij = openRij()
  rij.vraag('regie', REGIE)
  await rij.standen()
  await rij.klaar('regie')
  await rij.klaar('regie')
  rij.vraag('kees 1', KEES)
  rij.vraag('politie', POLITIE)
  rij.vraag('ali 1', ALI)
  expect(await rij.standen()).toMatchObject({
    'kees 1': 'bezig',
    politie: 'bezig',
    'ali 1': 'wacht',
  })
})

test('whose time is over while he waits is told so at once, and leaves his place in the row to another', async () => {
  const rij = openRij()
  const tijd = new AbortController()
  for (const naam of ['kees 1', 'kees 2', 'kees 3']) rij.vraag(naam, KEES, tijd.signal)
  rij.vraag('ali 1', ALI)
  rij.vraag('regie', REGIE)
  expect(await rij.standen()).toMatchObject({ 'kees 2': 'wacht', 'kees 3': 'wacht' })
  tijd.abort()
  expect(await rij.standen()).toEqual({
    'kees 1': 'bezig',
    'kees 2': 'weg',
    'kees 3': 'weg',
    'ali 1': 'wacht',
    regie: 'bezig',
  })
  rij.vraag('te laat', KEES, tijd.signal)
  rij.vraag('kees 4', KEES)
  rij.vraag('kees 5', KEES)
  expect(await rij.standen()).toMatchObject({
    'te laat': 'vol',
    'kees 4': 'wacht',
    'kees 5': 'wacht',
  })
  await rij.klaar('kees 1')
  expect(await rij.standen()).toMatchObject({ 'ali 1': 'bezig', 'kees 4': 'wacht' })
})

test('whose time is over after his turn came takes nobody out of the row', async () => {
  const rij = openRij()
  const tijd = new AbortController()
  rij.vraag('kees 1', KEES)
  rij.vraag('kees 2', KEES, tijd.signal)
  await rij.standen()
  await rij.klaar('kees 1')
  rij.vraag('ali 1', ALI)
  tijd.abort()
  await rij.klaar('kees 2')
  expect(await rij.standen()).toEqual({ 'kees 1': 'bezig', 'kees 2': 'bezig', 'ali 1': 'bezig' })
})
