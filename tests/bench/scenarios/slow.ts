import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Contestant, Name } from '../contestants/contestant.ts'
import { memoryOf } from '../machine.ts'
import { shuffle } from '../numbers.ts'
import { type Browser, openBrowser } from '../wire/browser.ts'
import type { Seat } from '../wire/socket.ts'
import type { House, Row } from './scenario.ts'

const MIB = 1024 * 1024
const TEXT_BYTES = 3_000_000
const CHUNK_BYTES = 128 * 1024
// Two frames each: written, and taken out again. Ours takes 150 a second from one connection.
const CHUNKS_PER_SECOND = 60
// Asking for everything costs as much as 20 frames.
const ASKS_PER_SECOND = 6
const LOOK_MS = 50
const CLOSE_MS = 12_000
const GOAL_MIB = 16

type Found = { grown: number; passed: number; code: number | null; resynced: boolean }

/**
 * A browser that stops reading, while so much is addressed to it: what others write, and when a server takes no more of
 * that, the document itself, which the browser asks for again and again.
 */
export async function measureSlow(house: House): Promise<Row[]> {
  const total = (house.options.short ? 100 : 300) * MIB
  const found: Partial<Record<Name, Found>> = {}
  for (const contestant of shuffle(house.contestants)) {
    const result = await measureOne(contestant, total)
    found[contestant.name] = result
    house.say(`${contestant.name.padEnd(10)} ${describe(result)}`)
    await contestant.stop()
    await contestant.start()
    house.warm.delete(contestant)
  }
  const { ours } = found
  return [
    {
      title: `A browser that stops reading while ${total / MIB} MB pass`,
      unit: 'MiB of memory more',
      cells: Object.fromEntries(Object.entries(found).map(([name, one]) => [name, describe(one)])),
      goal: `at most + ${GOAL_MIB}, then closed, and it resyncs`,
      reached: ours ? ours.grown <= GOAL_MIB && ours.code !== null && ours.resynced : null,
      detail: found,
    },
  ]
}

/** Once with everybody reading, for what the work itself costs in memory; then the same with one who does not. */
async function measureOne(contestant: Contestant, total: number): Promise<Found> {
  const usual = await passMuch(contestant, { total: total / 5, reading: 'goes on' })
  const found = await passMuch(contestant, { total, reading: 'stops' })
  return { ...found, grown: (found.peak - usual.peak) / MIB }
}

type Pass = { total: number; reading: 'goes on' | 'stops' }

async function passMuch(contestant: Contestant, { total, reading }: Pass) {
  const [[slowSeat, healthySeat, ...writers] = []] = await contestant.seats({ docs: 1, people: 4 })
  if (!slowSeat || !healthySeat) throw new Error('Nobody to read')
  let code: number | null = null
  const slow = openBrowser(slowSeat, {
    onClose(reason) {
      code = reason
    },
  })
  const healthy = openBrowser(healthySeat)
  const author = openWriter(healthy)
  await Promise.all([slow.synced, healthy.synced])
  for (const letter of 'xyz') author.keep(letter.repeat(TEXT_BYTES / 3))
  await wait(2000)

  let peak = memoryOf(contestant.pid()).resident
  const looking = setInterval(() => {
    peak = Math.max(peak, memoryOf(contestant.pid()).resident)
  }, LOOK_MS)
  if (reading === 'stops') slow.raw.socket.pause()
  const written = await writeMuch(writers, total)
  const asked = await askMuch(slow, total - written)
  clearInterval(looking)

  // What waits for it in the kernel it gets; if the server closed, then the end of that, and no more.
  slow.raw.socket.resume()
  const patience = reading === 'stops' ? CLOSE_MS : 0
  for (let waited = 0; code === null && waited < patience; waited += 100) await wait(100)
  const again = openBrowser(slowSeat)
  const resynced = await again.synced.then(
    (whole) => whole.length > TEXT_BYTES,
    () => false,
  )
  const ended = code
  for (const browser of [slow, healthy, again]) browser.close()
  return { peak, passed: (written + asked) / MIB, code: ended, resynced }
}

/** Pieces of text that are written and taken out again, until so much has gone to everybody, or is refused. */
async function writeMuch(seats: readonly Seat[], bytes: number): Promise<number> {
  const writers = seats.map((seat) => openWriter(openBrowser(seat)))
  await Promise.all(writers.map(({ browser }) => browser.synced))
  const chunk = 'w'.repeat(CHUNK_BYTES)
  let sent = 0
  while (sent < bytes && writers.every(({ browser }) => browser.refused() === 0)) {
    for (const writer of writers) writer.passing(chunk)
    sent += writers.length * CHUNK_BYTES
    await wait(1000 / CHUNKS_PER_SECOND)
  }
  await wait(1000)
  const refused = writers.reduce((sum, { browser }) => sum + browser.refused(), 0)
  for (const { browser } of writers) browser.close()
  return Math.max(0, sent - (refused / 2) * CHUNK_BYTES)
}

async function askMuch(slow: Browser, bytes: number): Promise<number> {
  let asked = 0
  while (asked < bytes && !slow.raw.socket.destroyed) {
    slow.askAll()
    asked += TEXT_BYTES
    await wait(1000 / ASKS_PER_SECOND)
  }
  return asked
}

function openWriter(browser: Browser) {
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  doc.on('update', (update: Uint8Array) => browser.sendUpdate(update))
  void browser.synced.then(
    () => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [text])
      doc.getXmlFragment('tekst').insert(0, [paragraph])
    },
    () => {},
  )
  return {
    browser,
    keep: (words: string) => text.insert(0, words),
    passing(words: string) {
      text.insert(0, words)
      text.delete(0, words.length)
    },
  }
}

function describe({ grown, passed, code, resynced }: Found): string {
  const end = code === null ? 'kept' : `closed (${code})`
  const back = resynced ? 'resyncs' : 'does not resync'
  return `+ ${Math.round(grown)} of ${Math.round(passed)} passed, ${end}, ${back}`
}
