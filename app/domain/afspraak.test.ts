import { expect, test } from 'vitest'
import { checkAntwoord, checkCollega } from './afspraak.ts'
import { eindVan, padVanOverleg } from './agenda.ts'
import type { Overleg } from './fase.ts'

const OP = new Date('2026-12-08T09:00:00Z')
const LATER = new Date('2026-12-09T09:00:00Z')

test('[F8] an answer is given until the start, and to the moment that was on the screen', () => {
  const standen: [Overleg, string][] = [
    [{ status: 'gepland' }, 'ja'],
    [{ status: 'lopend', fase: 'vraagstelling', tafel: 'vooroverleg' }, 'overleg-niet-gepland'],
    [{ status: 'vastgesteld' }, 'overleg-niet-gepland'],
    [{ status: 'afgebroken' }, 'overleg-niet-gepland'],
  ]
  for (const [overleg, code] of standen) {
    const result = checkAntwoord({ overleg, geplandOp: OP }, new Date(OP))
    expect(result.ok ? 'ja' : result.refusal.code, overleg.status).toBe(code)
  }
  for (const anders of [LATER, new Date('geen datum')]) {
    const result = checkAntwoord({ overleg: { status: 'gepland' }, geplandOp: OP }, anders)
    expect(result).toEqual({ ok: false, refusal: { code: 'overleg-verplaatst' } })
  }
})

test('[F8] a collega is of the same organisatie, and not in the overleg yet', () => {
  const ik = { id: 'joke', organisatieId: 'gemeente' }
  const collega = { id: 'samira', organisatieId: 'gemeente' }
  expect(checkCollega({ ik, collega, deelnemers: ['joke'] })).toEqual({ ok: true, value: collega })
  for (const geen of [null, { id: 'fleur', organisatieId: 'politie' }]) {
    const result = checkCollega({ ik, collega: geen, deelnemers: ['joke'] })
    expect(result).toEqual({ ok: false, refusal: { code: 'niet-gevonden' } })
  }
  for (const dubbel of [collega, ik]) {
    const result = checkCollega({ ik, collega: dubbel, deelnemers: ['joke', 'samira'] })
    expect(result).toEqual({ ok: false, refusal: { code: 'al-deelnemer' } })
  }
})

test('[F8] a calendar gets a page of this house, and an end', () => {
  expect(padVanOverleg('x')).toBe('/overleggen/x/deelnemers')
  expect(eindVan(OP)).toEqual(new Date('2026-12-08T10:30:00Z'))
})
