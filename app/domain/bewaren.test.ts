import { expect, test } from 'vitest'
import { BEWAARTERMIJNEN, bewaardTot, isVerlopen } from './bewaren.ts'
import { type Datum, parseDatum } from './datum.ts'

function dag(text: string): Datum {
  const datum = parseDatum(text)
  if (!datum) throw new Error(`${text} is no day`)
  return datum
}

const PLAN = { metPlan: true, laatst: dag('2026-05-31') }
const ZONDER = { metPlan: false, laatst: dag('2026-08-31') }

test('[P7] a plan is kept for five years after the last day that it was watched or worked on', () => {
  expect(bewaardTot([PLAN], BEWAARTERMIJNEN)).toBe('2031-05-31')
})

test('[P7] an overleg that came to no plan is kept for a year', () => {
  expect(bewaardTot([ZONDER], BEWAARTERMIJNEN)).toBe('2027-08-31')
})

test('[P7] a casus is kept as a whole, until the last of its overleggen may go', () => {
  expect(bewaardTot([ZONDER, PLAN], BEWAARTERMIJNEN)).toBe('2031-05-31')
  expect(bewaardTot([PLAN, { ...ZONDER, laatst: dag('2031-01-15') }], BEWAARTERMIJNEN)).toBe(
    '2032-01-15',
  )
})

test('[P7] a house says its own terms, and a short month ends on its last day', () => {
  expect(bewaardTot([ZONDER], { metPlan: 24, zonderPlan: 6 })).toBe('2027-02-28')
})

test('[P7] the last day is a day on which it is still there', () => {
  expect(isVerlopen(dag('2031-05-31'), dag('2031-05-31'))).toBe(false)
  expect(isVerlopen(dag('2031-05-31'), dag('2031-06-01'))).toBe(true)
})

test('[P7] a casus of which nothing is known is not destroyed', () => {
  expect(bewaardTot([], BEWAARTERMIJNEN)).toBe(null)
  expect(isVerlopen(null, dag('2099-01-01'))).toBe(false)
})
