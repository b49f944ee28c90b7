import { openBrowser } from '../wire/browser.ts'
import { cellsOf } from './cells.ts'
import type { House, Row } from './scenario.ts'

const PEOPLE = 100
const SOCKETS_EACH = 5
const PATIENCE_MS = 10_000
const GOAL_MS = 1000

/** Five hundred sockets at one table, and the procesregisseur closes it. */
export async function measureRights(house: House): Promise<Row[]> {
  const ours = house.contestants.find(({ name }) => name === 'ours')
  if (!ours) return []
  const rounds = house.options.rounds ?? (house.options.short ? 2 : 5)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const [seats = []] = await ours.seats({ docs: 1, people: PEOPLE })
    let open = 0
    let last = 0
    const done = Promise.withResolvers<void>()
    for (const seat of seats.flatMap((seat) => Array.from({ length: SOCKETS_EACH }, () => seat))) {
      const browser = openBrowser(seat, {
        onClose() {
          open -= 1
          last = performance.now()
          if (open === 0) done.resolve()
        },
      })
      open += 1
      await browser.synced
    }
    const overlegId = /overleg\/([0-9a-f-]+)\//.exec(seats[0]?.path ?? '')?.[1] ?? ''
    await house.sql`update overleg set dicht_op = now() where id = ${overlegId}`
    const committed = performance.now()
    const late = setTimeout(
      () => done.reject(new Error(`${open} sockets stayed open`)),
      PATIENCE_MS,
    )
    await done.promise
    clearTimeout(late)
    times.push(last - committed)
    house.say(`ours       ${Math.round(last - committed)} ms`)
  }
  return [
    {
      title: 'Rights: from commit to the last of 500 sockets closed',
      unit: 'ms',
      cells: cellsOf({ ours: times }, (ms) => ms, 0),
      goal: `under ${GOAL_MS}`,
      reached: times.every((ms) => ms < GOAL_MS),
      detail: times,
    },
  ]
}
