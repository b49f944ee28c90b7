import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Contestant, Name } from '../contestants/contestant.ts'
import { listAttacks } from '../malformed.ts'
import { shuffle } from '../numbers.ts'
import { prepareTypist } from '../prepared.ts'
import { openTyping } from '../typing.ts'
import { openBrowser } from '../wire/browser.ts'
import type { Seat } from '../wire/socket.ts'
import type { House, Row } from './scenario.ts'

const VICTIM = 1_000_000_007
const PER_SECOND = 20
const BEFORE_MS = 700
const WATCHED_MS = { full: 2500, short: 1000 }
// Those that stall do so for up to twelve seconds.
const PATIENCE_MS = 15_000
const GOAL_MS = 100
const WORST_SHOWN = 8

type Outcome = {
  name: string
  died: boolean
  /** The longest that anybody else waited for a letter, or to come in; and that before the attack. */
  waitedMs: number
  usualMs: number
  /** The longest that the server's event loop was blocked. */
  blockMs: number
  /** Letters of somebody else that never came. */
  lost: number
}
const Delay = z.object({ max: z.number() })

/** An attacker at the table sends 44 things, one after the other; somebody else goes on typing, and somebody joins. */
export async function measureMalformed(house: House): Promise<Row[]> {
  const found: Partial<Record<Name, Outcome[]>> = {}
  const watchedMs = house.options.short ? WATCHED_MS.short : WATCHED_MS.full
  for (const contestant of shuffle(house.contestants)) {
    const outcomes: Outcome[] = []
    const count = listAttacks({ yjsClient: VICTIM, clock: 1 }).length
    for (let nr = 0; nr < count; nr++)
      outcomes.push(await attackOnce(contestant, { nr, watchedMs }))
    found[contestant.name] = outcomes
    house.warm.delete(contestant)
    house.say(`${contestant.name.padEnd(10)} ${describe(outcomes)}\n${sayWorst(outcomes)}`)
  }
  const { ours } = found
  return [
    {
      title: '44 malformed frames and messages',
      unit: 'deaths · longest wait of others',
      cells: Object.fromEntries(Object.entries(found).map(([name, all]) => [name, describe(all)])),
      goal: `0 deaths, nobody else waits over ${GOAL_MS} ms`,
      reached: ours ? ours.every(({ died, waitedMs }) => !died && waitedMs <= GOAL_MS) : null,
      detail: found,
    },
  ]
}

type Turn = { nr: number; watchedMs: number }

async function attackOnce(contestant: Contestant, { nr, watchedMs }: Turn): Promise<Outcome> {
  if (!contestant.isAlive()) await contestant.start()
  const [[author, reader, attacker, late] = []] = await contestant.seats({ docs: 1, people: 4 })
  if (!author || !reader || !attacker || !late) throw new Error('Nobody to attack')
  const typist = prepareTypist(VICTIM, ((BEFORE_MS + watchedMs) / 1000 + 1) * PER_SECOND)
  const clock = typist.firstClock + Math.floor((BEFORE_MS / 1000) * PER_SECOND)
  const attack = listAttacks({ yjsClient: VICTIM, clock })[nr]
  if (!attack) throw new Error('No such attack')
  // Made before the clock runs: it takes the generator's time, and not the server's.
  const bytes = 'raw' in attack ? attack.raw() : attack.messages()

  const typing = await openTyping([[author, reader]], [typist])
  const browser = openBrowser(attacker)
  await browser.synced
  await typing.type(PER_SECOND, BEFORE_MS)
  const usualMs = typing.histogram.max()
  typing.histogram.reset()
  await contestant.probe('delay-start')
  for (const part of bytes) 'raw' in attack ? browser.raw.sendRaw(part) : browser.send(part)
  const [joined] = await Promise.all([join(late), typing.type(PER_SECOND, watchedMs)])
  await drain(contestant, typing)

  const died = !contestant.isAlive()
  const waitedMs = died ? PATIENCE_MS : Math.max(typing.histogram.max(), joined)
  const lost = died ? 0 : typing.sent() - typing.delivered()
  const delay = died
    ? null
    : Delay.parse(await contestant.probe('delay-stop').catch(() => ({ max: 0 })))
  browser.close()
  typing.stop()
  return { name: attack.name, died, waitedMs, usualMs, blockMs: delay?.max ?? 0, lost }
}

/** Waits for what is still under way: a server that stalls may still do its work. */
async function drain(contestant: Contestant, typing: Awaited<ReturnType<typeof openTyping>>) {
  const deadline = performance.now() + PATIENCE_MS
  while (contestant.isAlive() && performance.now() < deadline) {
    if (typing.delivered() >= typing.sent()) return
    await wait(20)
  }
}

/** Somebody who comes to the table meanwhile; how long that takes, above what it takes when nothing is wrong. */
async function join(seat: Seat): Promise<number> {
  await wait(200)
  const started = performance.now()
  const browser = openBrowser(seat)
  const whole = await Promise.race([
    browser.synced.then(
      () => true,
      () => false,
    ),
    wait(PATIENCE_MS, false),
  ])
  browser.close()
  return whole ? performance.now() - started : PATIENCE_MS
}

function describe(outcomes: readonly Outcome[]): string {
  const deaths = outcomes.filter(({ died }) => died).length
  const alive = outcomes.filter(({ died }) => !died)
  const lost = alive.filter(({ lost }) => lost > 0).length
  const longest = Math.max(0, ...alive.map(({ waitedMs }) => waitedMs))
  return `${deaths} · ${Math.round(longest)} ms${lost > 0 ? ` · ${lost} lose words of others` : ''}`
}

function sayWorst(outcomes: readonly Outcome[]): string {
  return outcomes
    .toSorted((a, b) => b.waitedMs - a.waitedMs)
    .filter((outcome, index) => index < WORST_SHOWN || outcome.lost > 0 || outcome.died)
    .map(({ name, died, waitedMs, usualMs, blockMs, lost }) => {
      const figures = `${Math.round(waitedMs)} ms (before ${Math.round(usualMs)}, event loop ${Math.round(blockMs)})`
      return `  ${died ? 'dies' : figures}${lost > 0 ? `, ${lost} letters lost` : ''}  ${name}`
    })
    .join('\n')
}
