import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { NAMES } from './contestants/contestant.ts'
import type { Options } from './options.ts'
import type { Row } from './scenarios/scenario.ts'

const TITLES = {
  yws: 'y-websocket in memory',
  leveldb: 'y-leveldb',
  hocuspocus: 'hocuspocus + PostgreSQL',
  ours: 'ours',
} as const

type Parts = { rows: Row[]; results: string; machine: object; options: Options }

/** The table of goals, on screen and as JSON. A goal that is missed is said, and is no failure of the measurement. */
export function report({ rows, results, machine, options }: Parts) {
  const names = NAMES.filter((name) => options.servers.includes(name))
  const head = ['', ...names.map((name) => TITLES[name]), 'goal for ours', 'reached']
  const lines = rows.map((row) => [
    `${row.title} (${row.unit})`,
    ...names.map((name) => row.cells[name] ?? '–'),
    row.goal,
    row.reached === null ? '' : row.reached ? 'yes' : 'NO',
  ])
  console.log(`\n${line(head)}\n${line(head.map(() => '---'))}\n${lines.map(line).join('\n')}`)

  const missed = rows.filter(({ reached }) => reached === false)
  const measured = rows.filter(({ reached }) => reached !== null)
  console.log(`\n${measured.length - missed.length} of ${measured.length} goals reached.`)
  for (const { title, goal } of missed) console.log(`Not reached: ${title}: ${goal}`)
  const load = loadavg().map((value) => value.toFixed(2))
  console.log(`Load of the machine now: ${load.join(', ')}`)

  const path = join(results, `collab-${new Date().toISOString().replaceAll(':', '-')}.json`)
  writeFileSync(path, JSON.stringify({ machine, loadAfter: load, options, rows }, null, 2))
  console.log(path)
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
