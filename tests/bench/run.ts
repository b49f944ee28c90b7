import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from './house.ts'
import { describeMachine } from './machine.ts'
import { readOptions } from './options.ts'
import { report } from './report.ts'
import { measureCpu } from './scenarios/cpu.ts'
import { measureKill } from './scenarios/kill.ts'
import { measureLatency } from './scenarios/latency.ts'
import { measureMalformed } from './scenarios/malformed.ts'
import { measureMemory } from './scenarios/memory.ts'
import type { ScenarioName } from './scenarios/names.ts'
import { measureRights } from './scenarios/rights.ts'
import type { Row, Scenario } from './scenarios/scenario.ts'
import { measureSlow } from './scenarios/slow.ts'
import { measureStorm } from './scenarios/storm.ts'
import { measureSync } from './scenarios/sync.ts'

const MEASURE: Partial<Record<ScenarioName, Scenario>> = {
  cpu: measureCpu,
  latency: measureLatency,
  kill: measureKill,
  memory: measureMemory,
  sync: measureSync,
  slow: measureSlow,
  malformed: measureMalformed,
  storm: measureStorm,
  rights: measureRights,
}

// What must be stopped is stopped at exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const options = readOptions(process.argv.slice(2))
// What is started from here on has it too.
if (options.urgent) execFileSync('chrt', ['-a', '-r', '-p', '1', String(process.pid)])
const results = join(import.meta.dirname, '../../test-results/bench')
mkdirSync(results, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'focustafel-bench-'))
// PostgreSQL runs as another account, and keeps its files in here.
chmodSync(folder, 0o711)
const machine = describeMachine()
console.log(JSON.stringify(machine))

const house = await openHouse({ folder, results, options })
const rows: Row[] = []
try {
  for (const name of options.only) {
    console.log(`\n== ${name}`)
    rows.push(...((await MEASURE[name]?.(house)) ?? []))
  }
} finally {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
}
report({ rows, results, machine, options })
