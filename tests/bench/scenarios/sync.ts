import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { createRandom } from '../../helpers/raw.ts'
import type { Contestant, Name } from '../contestants/contestant.ts'
import { shuffle } from '../numbers.ts'
import { prepareScattered } from '../prepared.ts'
import { openBrowser } from '../wire/browser.ts'
import type { Seat } from '../wire/socket.ts'
import { cellsOf, medianOf } from './cells.ts'
import type { House, Row } from './scenario.ts'

const WRITERS = 10
const EDITS = 20_000
// Below what ours takes from one connection for long.
const PER_SECOND_EACH = 120
const HOT = 15
// Longer than hocuspocus waits before it stores.
const STORE_MS = 12_000
const WHOLE_MS = 5000

type Opened = { ms: number; whole: boolean; wholeMs: number | null }
type Found = { hot: number[]; restarts: Opened[] }

/** How long it takes to open a document of a long meeting, and whether it is whole when the server says so. */
export async function measureSync(house: House): Promise<Row[]> {
  const { options } = house
  const edits = options.short ? EDITS / 4 : EDITS
  const random = createRandom(20_261_122)
  const prepared = Array.from({ length: WRITERS }, (_, index) =>
    prepareScattered(1_000_000_007 + index * 99_991, edits / WRITERS, random),
  )
  const expected = vectorOf(prepared.flat())
  const found: Partial<Record<Name, Found>> = {}
  for (const contestant of shuffle(house.contestants)) {
    const result = await measureOne(contestant, {
      prepared,
      expected,
      restarts: options.short ? 1 : 3,
    })
    found[contestant.name] = result
    house.warm.delete(contestant)
    house.say(
      `${contestant.name.padEnd(10)} hot ${result.hot.map(Math.round).join(' ')} ms · restart ${describe(result)}`,
    )
  }
  return rowsOf(edits, found)
}

type Turn = {
  prepared: Uint8Array[][]
  expected: ReadonlyMap<number, number>
  restarts: number
}

async function measureOne(
  contestant: Contestant,
  { prepared, expected, restarts }: Turn,
): Promise<Found> {
  const [seats = []] = await contestant.seats({ docs: 1, people: WRITERS + 1 })
  const reader = seats[WRITERS]
  if (!reader) throw new Error('Nobody to read')
  // Somebody stays, so that the document does: some forget it as soon as nobody has it open.
  const holder = openBrowser(reader)
  await holder.synced
  await write(seats.slice(0, WRITERS), prepared)

  const found: Found = { hot: [], restarts: [] }
  for (let look = 0; look < HOT; look++) {
    const { ms, whole } = await open(reader, expected)
    if (!whole) throw new Error(`${contestant.name} has not the whole document`)
    found.hot.push(ms)
    await wait(100)
  }
  holder.close()
  await wait(STORE_MS)
  for (let round = 0; round < restarts; round++) {
    await contestant.stop()
    await contestant.start()
    await wait(1000)
    found.restarts.push(await open(reader, expected))
    await wait(500)
  }
  return found
}

async function write(seats: readonly Seat[], prepared: Uint8Array[][]) {
  const browsers = seats.map((seat) => openBrowser(seat))
  await Promise.all(browsers.map((browser) => browser.synced))
  const started = performance.now()
  const count = prepared[0]?.length ?? 0
  for (let index = 0; index < count; index++) {
    for (const [writer, browser] of browsers.entries()) {
      const update = prepared[writer]?.[index]
      if (update) browser.sendUpdate(update)
    }
    const ahead = started + (index / PER_SECOND_EACH) * 1000 - performance.now()
    if (ahead > 1) await wait(ahead)
  }
  // They stay until everything has gone: a socket that is cut takes with it what it still holds.
  await wait(STORE_MS)
  for (const browser of browsers) browser.close()
}

/** From the first packet until the server says that this is the document, and until it is. */
async function open(seat: Seat, expected: ReadonlyMap<number, number>): Promise<Opened> {
  const started = performance.now()
  const parts: Uint8Array[] = []
  const browser = openBrowser(seat, { onUpdate: (bytes) => parts.push(Uint8Array.from(bytes)) })
  const first = await browser.synced
  const ms = performance.now() - started
  const whole = has([first], expected)
  let wholeMs = whole ? ms : null
  while (wholeMs === null && performance.now() - started < WHOLE_MS) {
    await wait(5)
    if (has([first, ...parts], expected)) wholeMs = performance.now() - started
  }
  browser.close()
  return { ms, whole, wholeMs }
}

function has(updates: readonly Uint8Array[], expected: ReadonlyMap<number, number>): boolean {
  const vector = vectorOf(updates)
  return [...expected].every(([client, clock]) => (vector.get(client) ?? 0) >= clock)
}

function vectorOf(updates: readonly Uint8Array[]): Map<number, number> {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const vector = Y.decodeStateVector(Y.encodeStateVector(doc))
  doc.destroy()
  return vector
}

function rowsOf(edits: number, found: Partial<Record<Name, Found>>): Row[] {
  const hot = pick(found, ({ hot }) => hot)
  const restart = pick(found, ({ restarts }) =>
    restarts.map(({ wholeMs }) => wholeMs ?? Number.POSITIVE_INFINITY),
  )
  const same = (value: number) => value
  const notWhole = Object.entries(found).filter(([, { restarts }]) =>
    restarts.some(({ whole }) => !whole),
  )
  return [
    {
      title: `${edits} edits: first sync, hot`,
      unit: 'ms',
      cells: cellsOf(hot, same, 1),
      goal: 'at most y-websocket',
      reached: atMost(medianOf(hot.ours, same), medianOf(hot.yws, same)),
      detail: found,
    },
    {
      title: `${edits} edits: first sync after a restart, until it is whole`,
      unit: 'ms',
      cells: { ...cellsOf(restart, same, 1), ...nothingLeft(found) },
      goal: 'at most hocuspocus',
      reached: atMost(medianOf(restart.ours, same), medianOf(restart.hocuspocus, same)),
      detail: null,
    },
    {
      title: 'Whole when it says so, after a restart',
      unit: '',
      cells: Object.fromEntries(
        Object.keys(found).map((name) => [
          name,
          notWhole.some(([other]) => other === name) ? 'no' : 'yes',
        ]),
      ),
      goal: 'yes',
      reached: found.ours ? !notWhole.some(([name]) => name === 'ours') : null,
      detail: null,
    },
  ]
}

function pick(
  found: Partial<Record<Name, Found>>,
  values: (found: Found) => number[],
): Partial<Record<Name, number[]>> {
  return Object.fromEntries(Object.entries(found).map(([name, one]) => [name, values(one)]))
}

function nothingLeft(found: Partial<Record<Name, Found>>): Partial<Record<Name, string>> {
  const empty = Object.entries(found).filter(([, { restarts }]) =>
    restarts.every(({ wholeMs }) => wholeMs === null),
  )
  return Object.fromEntries(empty.map(([name]) => [name, 'nothing left']))
}

function atMost(ours: number, limit: number): boolean | null {
  return Number.isNaN(ours) || Number.isNaN(limit) ? null : ours <= limit
}

function describe({ restarts }: Found): string {
  return restarts
    .map(({ ms, whole, wholeMs }) =>
      whole
        ? `${Math.round(ms)} ms`
        : `says so after ${Math.round(ms)} ms, whole ${wholeMs === null ? 'never' : `after ${Math.round(wholeMs)} ms`}`,
    )
    .join(', ')
}
