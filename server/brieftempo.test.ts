import { expect, test } from 'vitest'
import { createBrieftempo } from './brieftempo.ts'

const TIEN_MINUTEN = 600_000

test('[S5] the number of a letter is typed 30 times in ten minutes at one address, and 3000 times by all', () => {
  let tijd = 0
  const mag = createBrieftempo(() => tijd)
  tijd = TIEN_MINUTEN
  const een = Array.from({ length: 40 }, () => mag('een'))
  expect(een.filter(Boolean)).toHaveLength(30)
  const velen = Array.from({ length: 4000 }, (_, index) => mag(`adres ${index}`))
  expect(velen.filter(Boolean)).toHaveLength(2970)
  tijd += TIEN_MINUTEN
  expect([mag('een'), mag('twee')]).toEqual([true, true])
})
