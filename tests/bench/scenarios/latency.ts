import { setTimeout as wait } from 'node:timers/promises'
import type { Sql } from '#db/connection.ts'
import type { Name } from '../contestants/contestant.ts'
import { createHistogram } from '../numbers.ts'
import { cellsOf, medianOf } from './cells.ts'
import type { House, Row } from './scenario.ts'
import { measureTyping } from './typing.ts'

const LOAD = { docs: 1, people: 12, typists: 2, perSecond: 5 } as const
const P99_IN_MS = 10
const COMMITS = 200
const BETWEEN_COMMITS_IN_MS = 20

/** One table, with nobody else in the house. */
export async function measureLatency(house: House): Promise<Row[]> {
  const { options } = house
  const rounds = options.rounds ?? (options.short ? 2 : 5)
  const times = options.short
    ? { rounds, warmMs: 2000, ms: 8000 }
    : { rounds, warmMs: 4000, ms: 20_000 }
  const found = await measureTyping(house, LOAD, times)
  const p95 = (name: Name) => medianOf(found[name], (round) => round.p95)
  const commits = await measureCommits(house.sql)
  const p99 = medianOf(found.ours, (round) => round.p99)
  const both = !Number.isNaN(p95('ours')) && !Number.isNaN(p95('yws'))
  return [
    {
      title: 'Latency p95, 1 × 12',
      unit: 'ms',
      cells: cellsOf(found, (round) => round.p95, 2),
      goal: 'at most 2 × y-websocket',
      reached: both ? p95('ours') <= 2 * p95('yws') : null,
      detail: found,
    },
    {
      title: 'Latency p99, 1 × 12',
      unit: 'ms',
      cells: cellsOf(found, (round) => round.p99, 2),
      goal: `under ${P99_IN_MS} ms`,
      reached: Number.isNaN(p99) ? null : p99 < P99_IN_MS,
      detail: null,
    },
    {
      title: 'Of which one commit of one row, with nobody at work: p50 · p95 · p99',
      unit: 'ms',
      cells: {
        ours: [0.5, 0.95, 0.99].map((share) => commits.percentile(share).toFixed(2)).join(' · '),
      },
      goal: '',
      reached: null,
      detail: null,
    },
  ]
}

/** What the disk asks for every promise: nothing is shown before it. D1 */
async function measureCommits(sql: Sql) {
  await sql`create table if not exists bench_commit (nr integer)`
  const times = createHistogram()
  for (let nr = 0; nr < COMMITS; nr++) {
    const started = performance.now()
    await sql`insert into bench_commit (nr) values (${nr})`
    times.record(performance.now() - started)
    await wait(BETWEEN_COMMITS_IN_MS)
  }
  await sql`drop table bench_commit`
  return times
}
