import { expect, test } from 'vitest'
import { VEELGEBRUIKT } from './veelgebruikte-wachtwoorden.server.ts'
import { checkWachtwoord } from './wachtwoord.server.ts'

const TOM = {
  naam: 'Tom de Vries',
  email: 't.devries@reclassering.nl',
  organisatie: 'Reclassering Zwaluwe',
}

test('[check 43] the list has the 3000 most used, in small letters', () => {
  const lijst = VEELGEBRUIKT.trim().split(/\s+/)
  expect(lijst.length).toBeGreaterThan(3000)
  expect(new Set(lijst).size).toBe(lijst.length)
  expect(lijst.filter((woord) => woord !== woord.toLowerCase())).toEqual([])
})

test('[check 43] what is on the list is refused with what people put around it, and a sentence is not', () => {
  const refused = { ok: false, refusal: { code: 'wachtwoord-te-zwak', reden: 'veelgebruikt' } }
  for (const woord of ['Needforspeed', 'iloveyou2026!', 'Dragon!!!!!!2', 'businessbabe']) {
    expect(checkWachtwoord(woord, TOM)).toEqual(refused)
  }
  expect(checkWachtwoord('dragon eet graag pannenkoek', TOM).ok).toBe(true)
})
