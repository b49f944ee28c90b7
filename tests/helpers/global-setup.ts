import type { TestProject } from 'vitest/node'
import { type ServerUrls, startTestPostgres } from './test-postgres.ts'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: declarations of vitest are merged with this one
  export interface ProvidedContext {
    postgres: ServerUrls
  }
}

export default async function setup({ provide }: TestProject) {
  const server = await startTestPostgres()
  provide('postgres', { url: server.url, appUrl: server.appUrl })
  return () => server.stop()
}
