import { inject } from 'vitest'
import { copyTemplate, type TestDatabase } from './copy-template.ts'

export type { TestDatabase }

/** A database of its own for one test: a copy of the migrated template. */
export function createTestDatabase(): Promise<TestDatabase> {
  return copyTemplate(inject('postgres'))
}
