import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Contestant, Name } from '../contestants/contestant.ts'
import { cpuOf } from '../machine.ts'
import { shuffle } from '../numbers.ts'
import { prepareTypist, type Typist } from '../prepared.ts'
import { saveProfile } from '../profile.ts'
import { type Load, openTyping } from '../typing.ts'
import type { House } from './scenario.ts'

type Round = {
  delivered: number
  perSecond: number
  serverMicros: number
  postgresMicros: number
  serverCpuPercent: number
  generatorCpuPercent: number
  generatorDelayP99: number
  p50: number
  p95: number
  p99: number
  max: number
  /** Edits that had not arrived everywhere when the time was over, and sockets that were closed. */
  missing: number
  closed: number
}

export type Rounds = Partial<Record<Name, Round[]>>
type Times = { rounds: number; warmMs: number; ms: number }

const NS_IN_MS = 1e6
const RESOLUTION_MS = 10
const WARM_UP_MS = 5000
const DRAIN_MS = 2000

/** Every server has its turn in every round, in an order by chance, with new documents. */
export async function measureTyping(house: House, load: Load, times: Times): Promise<Rounds> {
  const edits = Math.ceil(((times.warmMs + times.ms) / 1000 + 1) * load.perSecond)
  const typists = Array.from({ length: load.typists }, (_, index) =>
    prepareTypist(1_000_000_007 + index * 99_991, edits),
  )
  const found: Rounds = {}
  // Nothing is compiled yet in a server that has just started.
  const first = { load, typists, times: { ...times, ms: WARM_UP_MS } }
  for (const contestant of house.contestants) {
    if (!house.warm.has(contestant)) await measureOne(house, contestant, first)
    house.warm.add(contestant)
  }
  for (let round = 0; round < times.rounds; round++) {
    for (const contestant of shuffle(house.contestants)) {
      const result = await measureOne(house, contestant, { load, times, typists })
      house.say(describe(contestant.name, load, result))
      found[contestant.name] = [...(found[contestant.name] ?? []), result]
    }
  }
  return found
}

type Turn = { load: Load; times: Times; typists: Typist[] }

async function measureOne(house: House, contestant: Contestant, turn: Turn): Promise<Round> {
  const { load, times, typists } = turn
  const seats = await contestant.seats(load)
  const typing = await openTyping(seats, typists)
  const { histogram } = typing
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  const profiled = house.options.profile && contestant.name === 'ours' && house.warm.has(contestant)

  await typing.type(load.perSecond, times.warmMs)
  if (profiled) await contestant.probe('profile-start')
  histogram.reset()
  delay.enable()
  const before = snapshot(house, contestant)
  await typing.type(load.perSecond, times.ms)
  const after = snapshot(house, contestant)
  delay.disable()
  const delivered = histogram.count()
  const missing = await drain(typing, load)
  histogram.recordNever(missing)
  if (profiled)
    saveProfile(house, `${load.docs}x${load.people}`, await contestant.probe('profile-stop'))
  const closed = typing.closed()
  typing.stop()

  const seconds = (after.at - before.at) / 1000
  const share = (used: number) => (used / 1e6 / seconds) * 100
  return {
    delivered,
    perSecond: delivered / seconds,
    serverMicros: (after.server - before.server) / delivered,
    postgresMicros: (after.postgres - before.postgres) / delivered,
    serverCpuPercent: share(after.server - before.server),
    generatorCpuPercent: share(after.generator - before.generator),
    generatorDelayP99: delay.percentile(99) / NS_IN_MS - RESOLUTION_MS,
    p50: histogram.percentile(0.5),
    p95: histogram.percentile(0.95),
    p99: histogram.percentile(0.99),
    max: histogram.max(),
    missing,
    closed,
  }
}

/** Waits for what is still under way; answers how much never came. */
async function drain(typing: Awaited<ReturnType<typeof openTyping>>, { people }: Load) {
  const deadline = Date.now() + DRAIN_MS
  const missing = () => typing.sent() * (people - 1) - typing.delivered()
  while (missing() > 0 && Date.now() < deadline) await wait(20)
  return missing()
}

function snapshot(house: House, contestant: Contestant) {
  const { user, system } = process.cpuUsage()
  return {
    at: performance.now(),
    server: cpuOf(contestant.pid()),
    postgres: house.postgresCpu(),
    generator: user + system,
  }
}

function describe(name: Name, { docs, people }: Load, round: Round): string {
  const { serverMicros, postgresMicros, p50, p95, p99, perSecond } = round
  const { generatorCpuPercent, generatorDelayP99, missing, closed } = round
  const lost = missing || closed ? ` · ${missing} not delivered, ${closed} closed` : ''
  return (
    `${docs} × ${people} ${name.padEnd(10)} ${serverMicros.toFixed(1)} µs (+ PostgreSQL ${postgresMicros.toFixed(1)}) · ` +
    `p50 ${p50.toFixed(2)} p95 ${p95.toFixed(2)} p99 ${p99.toFixed(2)} ms · ${Math.round(perSecond)}/s · ` +
    `generator ${Math.round(generatorCpuPercent)} %, its delay p99 ${generatorDelayP99.toFixed(1)} ms${lost}`
  )
}
