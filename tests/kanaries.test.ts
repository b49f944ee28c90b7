import { expect, test } from 'vitest'
import { findKanaries, KANARIE } from './helpers/kanaries.ts'

const TOKEN = 'wV0s3Zc1Yk2mQ9xT4bN7rA'

test('[check 97] a name, a text, an address, a cookie or a code in what was printed is found, and ids and codes are not', () => {
  const secrets = new Set([TOKEN, 'ACDE-FGHJ'])
  const line = (text: string) => findKanaries(`{"event":"page-failed","fout":"${text}"}`, secrets)

  for (const word of [KANARIE, 'Yasmina Bakkali', 'a. de w.', 'proefwachtwoord-tafel']) {
    expect(line(`kan ${word} niet lezen`), word).not.toEqual([])
  }
  expect(line('joke.veenstra@voorbeeld.nl')).toEqual(['joke.veenstra@voorbeeld.nl'])
  expect(line(`/uitnodiging/${TOKEN}`)).toEqual([`secret ${TOKEN}`])
  expect(line(`code ACDE-FGHJ`)).toEqual(['secret ACDE-FGHJ'])
  expect(line('/overleggen/3e0cb2a0-24a0-4d2f-8a2f-7a2b58a4f6d1/document/beeldvorming')).toEqual([])
  expect(line('at file:///node_modules/@tiptap/core/dist/index.js:12')).toEqual([])
})
