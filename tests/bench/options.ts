import { parseArgs } from 'node:util'
import { NAMES, type Name } from './contestants/contestant.ts'
import { SCENARIOS, type ScenarioName } from './scenarios/names.ts'

export type Options = {
  only: readonly ScenarioName[]
  servers: readonly Name[]
  /** How often each server has its turn; null: as often as the scenario asks for. */
  rounds: number | null
  short: boolean
  profile: boolean
  /** Before everything else on this machine. For root, and not for long. */
  urgent: boolean
}

const USAGE = `npm run bench -- collab [--only ${SCENARIOS.join(',')}] [--servers ${NAMES.join(',')}]
  [--rounds n] [--short] [--profile] [--urgent]`

export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      servers: { type: 'string' },
      rounds: { type: 'string' },
      short: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      urgent: { type: 'boolean', default: false },
    },
  })
  if (positionals.length !== 1 || positionals[0] !== 'collab') throw new Error(USAGE)
  const rounds = values.rounds === undefined ? null : Number(values.rounds)
  if (rounds !== null && !(rounds >= 1)) throw new Error(USAGE)
  return {
    only: choose(values.only, SCENARIOS),
    servers: choose(values.servers, NAMES),
    rounds,
    short: values.short,
    profile: values.profile,
    urgent: values.urgent,
  }
}

function choose<T extends string>(text: string | undefined, all: readonly T[]): readonly T[] {
  if (text === undefined) return all
  const wanted = text.split(',')
  const unknown = wanted.filter((word) => !all.some((name) => name === word))
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}\n${USAGE}`)
  return all.filter((name) => wanted.includes(name))
}
