import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Contestant, Name } from '../contestants/contestant.ts'
import { shuffle } from '../numbers.ts'
import { prepareTypist } from '../prepared.ts'
import { openTyping } from '../typing.ts'
import { openBrowser } from '../wire/browser.ts'
import type { Seat } from '../wire/socket.ts'
import type { House, Row } from './scenario.ts'

const DOCS = 10
const PER_SECOND = 5
const SPREAD_MS = 1000
// What a server still tells after its first answer, when that was not all.
const SETTLE_MS = 1500

type Loss = { promised: number; lost: number; acknowledged: number; lostAcknowledged: number }

/** Twenty people type; the server dies; how much is gone of what it had acknowledged, or shown to anybody? */
export async function measureKill(house: House): Promise<Row[]> {
  const { options } = house
  const rounds = options.rounds ?? (options.short ? 3 : 20)
  const typingMs = options.short ? 3000 : 10_000
  const found: Partial<Record<Name, Loss[]>> = {}
  for (let round = 0; round < rounds; round++) {
    for (const contestant of shuffle(house.contestants)) {
      const loss = await killOnce(contestant, typingMs)
      found[contestant.name] = [...(found[contestant.name] ?? []), loss]
      house.warm.delete(contestant)
      house.say(`${contestant.name.padEnd(10)} ${describe([loss])}`)
    }
  }
  const ours = found.ours
  return [
    {
      title: `Lost at kill -9, of what was acknowledged or shown (${rounds} rounds)`,
      unit: 'edits',
      cells: Object.fromEntries(Object.entries(found).map(([name, all]) => [name, describe(all)])),
      goal: '0',
      reached: ours ? ours.every(({ lost }) => lost === 0) : null,
      detail: found,
    },
  ]
}

async function killOnce(contestant: Contestant, typingMs: number): Promise<Loss> {
  const seats = await contestant.seats({ docs: DOCS, people: 2 })
  const count = Math.ceil(((typingMs + SPREAD_MS) / 1000 + 1) * PER_SECOND)
  const typists = [prepareTypist(1_000_000_007, count), prepareTypist(1_000_999_983, count)]
  const typing = await openTyping(seats, typists)
  const death = wait(typingMs - Math.random() * SPREAD_MS).then(() => contestant.kill())
  await Promise.all([typing.type(PER_SECOND, typingMs), death])
  const promised = typing.promised()
  typing.stop()

  await contestant.start()
  const stored = await Promise.all(seats.map(([seat]) => readStored(seat)))
  const loss = { promised: 0, lost: 0, acknowledged: 0, lostAcknowledged: 0 }
  for (const { document, typist, saved, shown } of promised) {
    const clock = stored[document]?.get(typist.yjsClient) ?? 0
    const kept = Math.max(0, clock - typist.firstClock)
    loss.promised += Math.max(saved, shown)
    loss.lost += Math.max(0, Math.max(saved, shown) - kept)
    loss.acknowledged += saved
    loss.lostAcknowledged += Math.max(0, saved - kept)
  }
  return loss
}

/** What a browser gets that has nothing: per Yjs client the clock that it ends with. */
async function readStored(seat: Seat | undefined): Promise<Map<number, number>> {
  if (!seat) throw new Error('A document without a place')
  const doc = new Y.Doc()
  const browser = openBrowser(seat, { onUpdate: (bytes) => Y.applyUpdate(doc, bytes) })
  Y.applyUpdate(doc, await browser.synced)
  await wait(SETTLE_MS)
  browser.close()
  const vector = Y.decodeStateVector(Y.encodeStateVector(doc))
  doc.destroy()
  return vector
}

function describe(all: readonly Loss[]): string {
  const sum = (pick: (loss: Loss) => number) => all.reduce((total, loss) => total + pick(loss), 0)
  const acknowledged = sum((loss) => loss.acknowledged)
  const told =
    acknowledged > 0
      ? `, acknowledged ${sum((loss) => loss.lostAcknowledged)} of ${acknowledged}`
      : ''
  return `${sum((loss) => loss.lost)} of ${sum((loss) => loss.promised)}${told}`
}
