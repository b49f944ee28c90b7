import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Contestant, Name } from '../contestants/contestant.ts'
import { memoryOf } from '../machine.ts'
import { shuffle } from '../numbers.ts'
import { prepareTypist } from '../prepared.ts'
import { arrivalMessage, type Browser, openBrowser } from '../wire/browser.ts'
import type { Seat } from '../wire/socket.ts'
import { cellsOf, medianOf } from './cells.ts'
import type { House, Row } from './scenario.ts'

const LETTERS = 20
const SETTLE_MS = 2000
const LOOKS = 10
const UNLOAD_MS = 60_000
const LOOK_MS = 5000
const KIB = 1024
const GOAL = { connection: 12, document: 60 }

const Usage = z.looseObject({ heapUsed: z.number(), external: z.number() })
type Measured = { heap: number; private: number }
type Found = {
  /** In KiB: of what the process has for itself, and of what it can reach. */
  connection: number
  document: number
  heapConnection: number
  heapDocument: number
  /** Seconds after which nine tenths were given back; null: not within a minute. */
  unloaded: number | null
}

/** What an open connection and an open document cost, and whether a document that everybody left is let go. */
export async function measureMemory(house: House): Promise<Row[]> {
  const { options } = house
  const crowd = options.short ? { docs: 200, people: 5 } : { docs: 500, people: 5 }
  const rounds = options.rounds ?? (options.short ? 1 : 3)
  const found: Partial<Record<Name, Found[]>> = {}
  for (let round = 0; round < rounds; round++) {
    for (const contestant of shuffle(house.contestants)) {
      await contestant.stop()
      await contestant.start()
      house.warm.delete(contestant)
      const result = await measureOne(contestant, crowd)
      found[contestant.name] = [...(found[contestant.name] ?? []), result]
      house.say(`${contestant.name.padEnd(10)} ${describe(result)}`)
    }
  }
  return rowsOf(found)
}

async function measureOne(
  contestant: Contestant,
  crowd: { docs: number; people: number },
): Promise<Found> {
  const seats = await contestant.seats(crowd)
  // The first of everything is not counted: code that is compiled, pools that fill.
  const [first = []] = await contestant.seats({ docs: 1, people: crowd.people })
  for (const browser of await openAll(first)) browser.close()

  const empty = await measure(contestant)
  const writers = await openAll(seats.flatMap((people) => people.slice(0, 1)))
  const typist = prepareTypist(1_000_000_007, LETTERS)
  for (const browser of writers) {
    browser.send(typist.begin)
    for (const edit of typist.edits) browser.send(edit)
  }
  const withDocuments = await measure(contestant)
  const others = await openAll(seats.flatMap((people) => people.slice(1)))
  const full = await measure(contestant)
  for (const browser of [...writers, ...others]) browser.close()
  const unloaded = await awaitUnloaded(contestant, { empty: empty.heap, full: full.heap })

  const per = (kind: keyof Measured) => {
    const connection = (full[kind] - withDocuments[kind]) / others.length / KIB
    const document = (withDocuments[kind] - empty[kind]) / crowd.docs / KIB - connection
    return { connection, document }
  }
  const [heap, own] = [per('heap'), per('private')]
  return { ...own, heapConnection: heap.connection, heapDocument: heap.document, unloaded }
}

async function openAll(seats: readonly Seat[]): Promise<Browser[]> {
  const browsers: Browser[] = []
  for (const [index, seat] of seats.entries()) {
    const browser = openBrowser(seat)
    browsers.push(browser)
    await browser.synced
    browser.send(arrivalMessage(2_000_000_000 + index))
  }
  return browsers
}

async function measure(contestant: Contestant): Promise<Measured> {
  let before = Number.POSITIVE_INFINITY
  // Until nothing is under way any more.
  for (let look = 0; look < LOOKS; look++) {
    await wait(SETTLE_MS)
    const usage = Usage.parse(await contestant.probe('memory'))
    const heap = usage.heapUsed + usage.external
    const isQuiet = Math.abs(before - heap) < heap / 500
    before = heap
    if (isQuiet) break
  }
  return { heap: before, private: memoryOf(contestant.pid()).private }
}

async function awaitUnloaded(
  contestant: Contestant,
  { empty, full }: { empty: number; full: number },
) {
  const left = performance.now()
  while (performance.now() - left < UNLOAD_MS) {
    await wait(LOOK_MS)
    const usage = Usage.parse(await contestant.probe('memory'))
    if (usage.heapUsed + usage.external < empty + (full - empty) / 10)
      return Math.round((performance.now() - left) / 1000)
  }
  return null
}

function rowsOf(found: Partial<Record<Name, Found[]>>): Row[] {
  const row = (what: string, kind: keyof typeof GOAL): Row => {
    const ours = medianOf(found.ours, (round) => round[kind])
    return {
      title: `Memory of the process per ${what}`,
      unit: 'KiB',
      cells: cellsOf(found, (round) => round[kind], 0),
      goal: `at most ${GOAL[kind]}`,
      reached: Number.isNaN(ours) ? null : ours <= GOAL[kind],
      detail: kind === 'connection' ? found : null,
    }
  }
  const heap = (what: string, kind: 'heapConnection' | 'heapDocument'): Row => ({
    title: `Of which heap and buffers after gc, per ${what}`,
    unit: 'KiB',
    cells: cellsOf(found, (round) => round[kind], 0),
    goal: '',
    reached: null,
    detail: null,
  })
  const entries = Object.entries(found).map(([name, all]) => [name, sayUnloaded(all)])
  return [
    row('connection', 'connection'),
    row('small open document', 'document'),
    heap('connection', 'heapConnection'),
    heap('small open document', 'heapDocument'),
    {
      title: 'Nine tenths of that heap given back after the last left',
      unit: 's',
      cells: Object.fromEntries(entries),
      goal: 'within 60',
      reached: found.ours ? found.ours.every(({ unloaded }) => unloaded !== null) : null,
      detail: null,
    },
  ]
}

function sayUnloaded(all: readonly Found[]): string {
  return all.map(({ unloaded }) => (unloaded === null ? 'not' : `≤ ${unloaded}`)).join(', ')
}

function describe(found: Found): string {
  const { connection, document, heapConnection, heapDocument } = found
  return (
    `${connection.toFixed(1)} KiB a connection, ${document.toFixed(1)} a document ` +
    `(heap: ${heapConnection.toFixed(1)}, ${heapDocument.toFixed(1)}) · given back after ${sayUnloaded([found])} s`
  )
}
