import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Contestant, Name } from '../contestants/contestant.ts'
import { shuffle } from '../numbers.ts'
import { prepareTypist } from '../prepared.ts'
import { arrivalMessage, type Browser, openBrowser } from '../wire/browser.ts'
import type { Seat } from '../wire/socket.ts'
import { cellsOf } from './cells.ts'
import type { House, Row } from './scenario.ts'

const CROWD = { docs: 200, people: 10 }
const LETTERS = 200
const PATIENCE_MS = 60_000
const STORE_MS = 3000
const GOAL = { ms: 10_000, blockMs: 250 }

const Delay = z.object({ max: z.number() })
type Storm = { ms: number; blockMs: number; failed: number }

/** Everybody comes back at the same moment: after a cut of the network, and after a restart. */
export async function measureStorm(house: House): Promise<Row[]> {
  const rounds = house.options.rounds ?? (house.options.short ? 1 : 3)
  const found: Record<'cut' | 'restart', Partial<Record<Name, Storm[]>>> = { cut: {}, restart: {} }
  for (let round = 0; round < rounds; round++) {
    for (const contestant of shuffle(house.contestants)) {
      const seats = await fill(contestant)
      const cut = await comeBack(contestant, seats)
      await contestant.stop()
      await contestant.start()
      house.warm.delete(contestant)
      const restart = await comeBack(contestant, seats)
      found.cut[contestant.name] = [...(found.cut[contestant.name] ?? []), cut]
      found.restart[contestant.name] = [...(found.restart[contestant.name] ?? []), restart]
      house.say(
        `${contestant.name.padEnd(10)} cut: ${describe(cut)} · restart: ${describe(restart)}`,
      )
    }
  }
  return [...rowsOf('after a cut', found.cut), ...rowsOf('after a restart', found.restart)]
}

/** Two hundred documents with something in them; everybody has been there, and is cut off. */
async function fill(contestant: Contestant): Promise<Seat[]> {
  const seats = await contestant.seats(CROWD)
  const typist = prepareTypist(1_000_000_007, LETTERS)
  const everybody: Browser[] = []
  for (const people of seats) {
    const browsers = people.map((seat) => openBrowser(seat))
    await Promise.all(browsers.map((browser) => browser.synced))
    browsers[0]?.send(typist.begin)
    for (const edit of typist.edits) browsers[0]?.send(edit)
    everybody.push(...browsers)
  }
  await wait(STORE_MS)
  for (const browser of everybody) browser.close()
  return seats.flat()
}

async function comeBack(contestant: Contestant, seats: readonly Seat[]): Promise<Storm> {
  await wait(500)
  await contestant.probe('delay-start')
  const started = performance.now()
  let last = started
  let failed = 0
  const browsers = seats.map((seat, index) => {
    const browser = openBrowser(seat)
    browser.raw.opened.then(() => browser.send(arrivalMessage(2_000_000_000 + index)))
    return browser
  })
  const all = browsers.map((browser) =>
    browser.synced.then(
      () => {
        last = performance.now()
      },
      () => {
        failed += 1
      },
    ),
  )
  await Promise.race([Promise.all(all), wait(PATIENCE_MS, undefined, { ref: false })])
  const { max } = Delay.parse(await contestant.probe('delay-stop'))
  for (const browser of browsers) browser.close()
  await wait(500)
  return { ms: last - started, blockMs: max, failed }
}

function rowsOf(when: string, found: Partial<Record<Name, Storm[]>>): Row[] {
  const { ours } = found
  return [
    {
      title: `2,000 reconnects at once ${when}: all at work`,
      unit: 'ms',
      cells: cellsOf(found, ({ ms }) => ms, 0),
      goal: `within ${GOAL.ms}`,
      reached: ours ? ours.every(({ ms, failed }) => ms <= GOAL.ms && failed === 0) : null,
      detail: found,
    },
    {
      title: `2,000 reconnects at once ${when}: longest block of the event loop`,
      unit: 'ms',
      cells: cellsOf(found, ({ blockMs }) => blockMs, 0),
      goal: `at most ${GOAL.blockMs}`,
      reached: ours ? ours.every(({ blockMs }) => blockMs <= GOAL.blockMs) : null,
      detail: null,
    },
  ]
}

function describe({ ms, blockMs, failed }: Storm): string {
  const refused = failed > 0 ? `, ${failed} failed` : ''
  return `${Math.round(ms)} ms, longest block ${Math.round(blockMs)} ms${refused}`
}
