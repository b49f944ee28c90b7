import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { createHistogram } from './numbers.ts'
import type { Typist } from './prepared.ts'
import { arrivalMessage, type Browser, openBrowser } from './wire/browser.ts'
import type { Seat } from './wire/socket.ts'

export type Load = { docs: number; people: number; typists: number; perSecond: number }

const FIRST_YJS_CLIENT = 2_000_000_000
const OPEN_TOGETHER = 40
// One frame goes to many: what it says is read once. More than a few are never under way in one document.
const REMEMBERED = 8

type Heard = { bytes: Uint8Array; from: Map<number, number>; to: Map<number, number> }
type Place = {
  document: number
  browser: Browser
  sentAt: Float64Array
  sent: number
  typist: Typist
  due: number
  /** Up to which Yjs clock others have seen what he wrote. */
  shown: number
}

/** People at documents, some of whom type: every edit is timed from its sending to its arrival at each other person. */
export async function openTyping(seats: Seat[][], typists: readonly Typist[]) {
  const histogram = createHistogram()
  const places: Place[] = []
  const browsers: Browser[] = []
  let closed = 0
  let delivered = 0

  for (const [document, people] of seats.entries()) await openDocument(document, people)
  await inGroups(browsers, (browser) => browser.synced)
  for (const { browser, typist } of places) browser.send(typist.begin)

  async function openDocument(document: number, people: Seat[]) {
    const heard: Heard[] = []
    const writers: Place[] = []
    for (const [index, seat] of people.entries()) {
      const seen = new Float64Array(typists.length)
      const browser = openBrowser(seat, {
        onUpdate: (bytes) => count(recall(heard, bytes), { index, seen, writers }),
        onClose: () => {
          closed += 1
        },
      })
      browsers.push(browser)
      const typist = typists[index]
      browser.raw.opened.then(() =>
        browser.send(arrivalMessage(typist?.yjsClient ?? FIRST_YJS_CLIENT + index)),
      )
      if (!typist) continue
      seen[index] = Number.POSITIVE_INFINITY
      const place = {
        browser,
        typist,
        sent: 0,
        sentAt: new Float64Array(typist.edits.length),
        due: 0,
        document,
        shown: 0,
      }
      writers.push(place)
      places.push(place)
    }
    if (browsers.length % OPEN_TOGETHER < people.length)
      await Promise.all(browsers.slice(-OPEN_TOGETHER).map((browser) => browser.synced))
  }

  type Listener = { index: number; seen: Float64Array; writers: readonly Place[] }

  /** Each edit in it that this person had not, with the time that it took. */
  function count({ from, to }: Heard, { index, seen, writers }: Listener) {
    const now = performance.now()
    for (const [nr, writer] of writers.entries()) {
      const { typist, sentAt } = writer
      const end = to.get(typist.yjsClient)
      if (end === undefined || nr === index) continue
      const first = Math.max(seen[nr] ?? 0, from.get(typist.yjsClient) ?? 0, typist.firstClock)
      for (let clock = first; clock < end; clock++) {
        const sent = sentAt[clock - typist.firstClock]
        // Somebody else wrote it under this writer's id, before he did.
        if (!sent) continue
        histogram.record(now - sent)
        delivered += 1
      }
      seen[nr] = Math.max(end, seen[nr] ?? 0)
      writer.shown = Math.max(end, writer.shown)
    }
  }

  return {
    histogram,
    closed: () => closed,
    sent: () => places.reduce((sum, { sent }) => sum + sent, 0),
    delivered: () => delivered,
    /** Everybody at his own moment, evenly over the period. */
    type: (perSecond: number, ms: number) => keepTyping(places, perSecond, ms),
    /** Per typist how many edits the server said to have kept, and how many it showed to anybody. */
    promised: () =>
      places.map(({ document, typist, browser, shown }) => ({
        document,
        typist,
        // The first that he sent was not an edit, but his paragraph.
        saved: Math.max(0, browser.saved() - 1),
        shown: Math.max(0, shown - typist.firstClock),
      })),
    stop() {
      for (const browser of browsers) browser.close()
    },
  }
}

async function keepTyping(places: Place[], perSecond: number, ms: number) {
  const period = 1000 / perSecond
  const started = performance.now()
  for (const [index, place] of places.entries()) {
    place.due = started + ((index * 0.618_033_988_7) % 1) * period
  }
  const order = places.toSorted((a, b) => a.due - b.due)
  let next = 0
  while (performance.now() < started + ms) {
    const now = performance.now()
    for (let place = order[next]; place && place.due <= now; place = order[next]) {
      typeOne(place)
      place.due += period
      next = (next + 1) % order.length
    }
    await wait(1)
  }
}

function typeOne(place: Place) {
  const { browser, typist, sent } = place
  const edit = typist.edits[sent]
  const caret = typist.carets[sent]
  if (!edit || !caret) throw new Error('There are too few edits for so long a time')
  place.sentAt[sent] = performance.now()
  place.sent += 1
  browser.send(edit)
  // The editor tells of the caret once the edit is done.
  setImmediate(() => browser.send(caret))
}

function recall(heard: Heard[], bytes: Uint8Array): Heard {
  const known = heard.find((item) => Buffer.compare(item.bytes, bytes) === 0)
  if (known) return known
  const item = { bytes: Uint8Array.from(bytes), ...Y.parseUpdateMeta(bytes) }
  heard.unshift(item)
  heard.length = Math.min(heard.length, REMEMBERED)
  return item
}

async function inGroups<T>(items: readonly T[], work: (item: T) => Promise<unknown>) {
  for (let index = 0; index < items.length; index += OPEN_TOGETHER) {
    await Promise.all(items.slice(index, index + OPEN_TOGETHER).map(work))
  }
}
