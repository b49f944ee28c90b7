import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CLIENTWOORDEN, SERVERWOORDEN } from './client.ts'
import { leesklachten } from './leesbaar.ts'
import { TALEN } from './taal.ts'

test('[K2] no sentence of the client side is longer than fifteen words, and none has a word of the office', () => {
  const delen = Object.entries({ ...CLIENTWOORDEN, ...SERVERWOORDEN })
  const bestanden = readdirSync(join(import.meta.dirname, 'client'))
  expect(delen.map(([deel]) => `${deel}.ts`).sort()).toEqual(bestanden.sort())
  const klachten = delen.flatMap(([deel, talen]) =>
    TALEN.flatMap((taal) =>
      Object.entries<string>(talen[taal]).flatMap(([sleutel, tekst]) =>
        leesklachten(tekst, taal).map((klacht) => `${deel}.${sleutel} (${taal}): ${klacht}`),
      ),
    ),
  )
  expect(klachten).toEqual([])
})

test('a long sentence and a word of the office are found, and a part of another word is not', () => {
  expect(leesklachten('Conform de afspraak overlegt u met de ketenpartners.', 'nl')).toEqual([
    'kantoorwoord "Conform"',
    'kantoorwoord "overlegt"',
    'kantoorwoord "ketenpartners"',
  ])
  expect(leesklachten('Additional information is required.', 'en')).toHaveLength(3)
  expect(leesklachten('Dit is een echte vraag. U mag nee zeggen.', 'nl')).toEqual([])
  const lang =
    'een twee drie vier vijf zes zeven acht negen tien elf twaalf {naam} veertien vijftien'
  expect(leesklachten(`${lang}.`, 'nl')).toEqual([])
  expect(leesklachten(`${lang} zestien.`, 'nl')).toEqual([`16 woorden: ${lang} zestien.`])
})
