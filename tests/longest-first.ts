import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Seen to take longest. One that begins last keeps everybody waiting for it alone.
const LONG = [
  'history',
  'two-servers-faults',
  'http-input',
  'nothing-lost',
  'faults-database',
  'commands-matrix',
  'faults-network',
  'two-servers',
  'http-matrix',
  'slow-reader',
  'storm',
]

/** The long ones first, and the rest as vitest would. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files)
    return rest.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
  return rank < 0 ? LONG.length : rank
}
