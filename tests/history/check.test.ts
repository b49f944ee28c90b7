import { expect, test } from 'vitest'
import type { Document } from '#domain/document.ts'
import { checkHistory } from './check.ts'
import type { Gebeurtenis, Verslag } from './records.ts'

const WOORD = 'p1-000001.'
const IN_BEELDVORMING = new Map<Document, string[]>([['beeldvorming', [WOORD]]])
const NERGENS = new Map<Document, string[]>([['beeldvorming', []]])

function getypt(op: number, document: Document = 'beeldvorming'): Gebeurtenis {
  return { soort: 'getypt', wie: 'p1', woord: WOORD, document, op }
}
function opgeslagen(op: number): Gebeurtenis {
  return { soort: 'opgeslagen', wie: 'p1', woord: WOORD, op }
}
function gezien(wie: string, op: number, document: Document = 'beeldvorming'): Gebeurtenis {
  return { soort: 'gezien', wie, woord: WOORD, document, op }
}

function verslag(gebeurtenissen: Gebeurtenis[], deel: Partial<Verslag> = {}): Verslag {
  return {
    gebeurtenissen,
    verboden: [],
    storingen: [],
    bewaard: IN_BEELDVORMING,
    schermen: [],
    ...deel,
  }
}

test('a history in which all was kept is right', () => {
  const scherm = {
    wie: 'p2',
    document: 'beeldvorming',
    woorden: [WOORD],
    onopgeslagen: false,
  } as const
  const goed = verslag([getypt(1), opgeslagen(2), gezien('p2', 2)], { schermen: [scherm] })
  expect(checkHistory(goed)).toEqual([])
})

test('[D1, D2] an acknowledged word that is lost is seen, and so is one that another had seen', () => {
  expect(checkHistory(verslag([getypt(1), opgeslagen(2)], { bewaard: NERGENS }))).toContain(
    `${WOORD} was opgeslagen and is lost`,
  )
  expect(checkHistory(verslag([getypt(1), gezien('p2', 2)], { bewaard: NERGENS }))).toContain(
    `${WOORD} was gezien and is lost`,
  )
})

test('a word that is there twice is seen, in PostgreSQL and on a screen', () => {
  const twee = [WOORD, WOORD]
  const bewaard = new Map<Document, string[]>([['beeldvorming', twee]])
  expect(checkHistory(verslag([getypt(1)], { bewaard }))).toEqual([
    `${WOORD} is in beeldvorming more than once`,
  ])
  const scherm = {
    wie: 'p2',
    document: 'beeldvorming',
    woorden: twee,
    onopgeslagen: false,
  } as const
  expect(checkHistory(verslag([getypt(1)], { schermen: [scherm] }))).toEqual([
    `${WOORD} is more than once on the screen of p2`,
  ])
})

test('[D3] a word in a fase that was closed before it was typed is seen; not when the fase was opened again', () => {
  const verbod = { wie: 'p1', document: 'beeldvorming', wat: 'schrijven', van: 10 } as const
  const dicht = { verboden: [{ ...verbod, tot: Infinity }] }
  expect(checkHistory(verslag([getypt(11)], dicht))).toEqual([
    `${WOORD} is in beeldvorming, which was closed before it was typed`,
  ])
  expect(checkHistory(verslag([getypt(9)], dicht))).toEqual([])
  expect(checkHistory(verslag([getypt(11)], { verboden: [{ ...verbod, tot: 50 }] }))).toEqual([])
})

test('[S3] a word that somebody sees more than a second after his cut is seen', () => {
  const verbod = {
    wie: 'p2',
    document: 'beeldvorming',
    wat: 'lezen',
    van: 100,
    tot: Infinity,
  } as const
  const cut = { verboden: [verbod] }
  expect(checkHistory(verslag([getypt(1), gezien('p2', 1050)], cut))).toEqual([])
  expect(checkHistory(verslag([getypt(1), gezien('p3', 1150)], cut))).toEqual([])
  expect(checkHistory(verslag([getypt(1), gezien('p2', 1150)], cut))).toEqual([
    `${WOORD} was seen by p2 after his cut`,
  ])
})

test('[S3] a bad network explains old words that come late, never words that were typed after the cut', () => {
  const verbod = {
    wie: 'p2',
    document: 'beeldvorming',
    wat: 'lezen',
    van: 100,
    tot: Infinity,
  } as const
  const cut = { verboden: [verbod], storingen: [{ wie: 'p2', van: 90, tot: 3000 }] }
  expect(checkHistory(verslag([getypt(50), gezien('p2', 3100)], cut))).toEqual([])
  expect(checkHistory(verslag([getypt(1200), gezien('p2', 3100)], cut))).toEqual([
    `${WOORD} was seen by p2 after his cut`,
  ])
})

test('a word that is gone from the screen of its author without a mark is seen; refused or waiting it is marked', () => {
  const weg = verslag([getypt(1)], { bewaard: NERGENS })
  expect(checkHistory(weg)).toEqual([
    `${WOORD} vanished from the screen of its author without a mark`,
  ])
  const gered: Gebeurtenis = { soort: 'gered', wie: 'p1', woord: WOORD, op: 2 }
  expect(checkHistory(verslag([getypt(1), gered], { bewaard: NERGENS }))).toEqual([])
  const scherm = {
    wie: 'p1',
    document: 'beeldvorming',
    woorden: [WOORD],
    onopgeslagen: true,
  } as const
  const wacht = checkHistory(verslag([getypt(1)], { bewaard: NERGENS, schermen: [scherm] }))
  expect(wacht).toEqual([`${WOORD} is only on the screen of p1`])
})

test('[S2, T5] a word of the partners at the client side is seen, and any word after he went back', () => {
  const weergave = 'tafel'
  const bij: Gebeurtenis = { soort: 'bij-client', wie: 'client', woord: WOORD, weergave, op: 2000 }
  expect(checkHistory(verslag([getypt(1), bij]))).toEqual([
    `${WOORD} of beeldvorming reached client`,
  ])

  const bewaard = new Map<Document, string[]>([['samenvatting', [WOORD]]])
  const verbod = {
    wie: 'client',
    document: 'samenvatting',
    wat: 'lezen',
    van: 100,
    tot: Infinity,
  } as const
  const terug = { bewaard, verboden: [verbod] }
  expect(checkHistory(verslag([getypt(1, 'samenvatting'), bij], terug))).toEqual([
    `${WOORD} reached client in the wachtkamer, as tafel: typed 0.0, read 2.0, forbidden 0.1 to Infinity; disturbed `,
  ])
  expect(checkHistory(verslag([getypt(1, 'samenvatting'), { ...bij, op: 900 }], terug))).toEqual([])
})
