import { expect, test } from 'vitest'
import { parseDatum } from '#domain/datum.ts'
import { actiegroepOf } from './actiegroepen.ts'

const datum = (text: string) => parseDatum(text) ?? expect.unreachable()

test('an actie is late from the day after, and this week lasts until Sunday', () => {
  const vrijdag = datum('2026-12-04')
  const groepen = ['2026-12-03', '2026-12-04', '2026-12-06', '2026-12-07'].map((dag) =>
    actiegroepOf({ status: 'loopt', wanneer: datum(dag) }, vrijdag),
  )
  expect(groepen).toEqual(['te-laat', 'deze-week', 'deze-week', 'later'])
})

test('on a Sunday this week is that day', () => {
  const zondag = datum('2026-12-06')
  expect(actiegroepOf({ status: 'open', wanneer: zondag }, zondag)).toBe('deze-week')
  expect(actiegroepOf({ status: 'open', wanneer: datum('2026-12-07') }, zondag)).toBe('later')
})

test('[P2] what asks for nothing any more is klaar, however late it is', () => {
  const groepen = (['gedaan', 'vervallen', 'niet-gelukt-omstandigheden'] as const).map((status) =>
    actiegroepOf({ status, wanneer: datum('2026-01-01') }, datum('2026-12-04')),
  )
  expect(groepen).toEqual(['klaar', 'klaar', 'klaar'])
})
