import type { TestProject } from 'vitest/node'
import { startTestPostgres } from './test-postgres.ts'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: declarations of vitest are merged with this one
  export interface ProvidedContext {
    postgresUrl: string
  }
}

export default async function setup({ provide }: TestProject) {
  const server = await startTestPostgres()
  provide('postgresUrl', server.url)
  return () => server.stop()
}
