import { NAMES, type Name } from '../contestants/contestant.ts'
import { median } from '../numbers.ts'
import { cellsOf, medianOf } from './cells.ts'
import type { House, Row } from './scenario.ts'
import { measureTyping, type Rounds } from './typing.ts'

const LOADS = [
  { docs: 50, people: 10, typists: 2, perSecond: 5 },
  { docs: 200, people: 10, typists: 2, perSecond: 5 },
] as const
const POSTGRES_SHARE = 0.85

/** What a delivered edit costs, and how long it takes, with 500 and 2,000 people at work. */
export async function measureCpu(house: House): Promise<Row[]> {
  const { options } = house
  const rounds = options.rounds ?? (options.short ? 1 : 5)
  const times = options.short
    ? { rounds, warmMs: 3000, ms: 10_000 }
    : { rounds, warmMs: 5000, ms: 15_000 }
  const rows: Row[] = []
  for (const load of LOADS) {
    const found = await measureTyping(house, load, times)
    rows.push(...rowsOf(`${load.docs} × ${load.people}`, found))
  }
  return rows
}

function rowsOf(crowd: string, found: Rounds): Row[] {
  const server = (name: Name) => medianOf(found[name], ({ serverMicros }) => serverMicros)
  const both = (name: Name) =>
    medianOf(found[name], ({ serverMicros, postgresMicros }) => serverMicros + postgresMicros)
  const p99 = (name: Name) => medianOf(found[name], (round) => round.p99)
  return [
    {
      title: `Server CPU per delivered edit, ${crowd}`,
      unit: 'µs',
      cells: cellsOf(found, ({ serverMicros }) => serverMicros, 1),
      goal: 'at most y-websocket in memory',
      reached: atMost(server('ours'), server('yws')),
      detail: found,
    },
    {
      title: `The same with PostgreSQL's, ${crowd}`,
      unit: 'µs',
      cells: cellsOf(found, (round) => round.serverMicros + round.postgresMicros, 1),
      goal: `at most ${POSTGRES_SHARE} × hocuspocus`,
      reached: atMost(both('ours'), both('hocuspocus') * POSTGRES_SHARE),
      detail: null,
    },
    ...(['p50', 'p95', 'p99'] as const).map((name) => ({
      title: `Latency ${name}, ${crowd}`,
      unit: 'ms',
      cells: cellsOf(found, (round) => round[name], 1),
      goal: name === 'p99' && crowd.startsWith('200') ? 'at most hocuspocus' : '',
      reached:
        name === 'p99' && crowd.startsWith('200') ? atMost(p99('ours'), p99('hocuspocus')) : null,
      detail: null,
    })),
    {
      title: `Generator's own CPU and event loop delay p99, ${crowd}`,
      unit: '% · ms',
      cells: Object.fromEntries(
        NAMES.flatMap((name) => {
          const rounds = found[name]
          if (!rounds) return []
          const cpu = median(rounds.map((round) => round.generatorCpuPercent))
          const late = median(rounds.map((round) => round.generatorDelayP99))
          return [[name, `${Math.round(cpu)} % · ${late.toFixed(1)} ms`]]
        }),
      ),
      goal: '',
      reached: null,
      detail: null,
    },
  ]
}

function atMost(ours: number, limit: number): boolean | null {
  return Number.isNaN(ours) || Number.isNaN(limit) ? null : ours <= limit
}
