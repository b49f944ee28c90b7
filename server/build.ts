import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from 'react-router'

const BUILD = join(import.meta.dirname, '../build/server/index.js')

/** What `npm run build` made. */
export async function loadBuild(): Promise<ServerBuild> {
  const build: unknown = await import(pathToFileURL(BUILD).href)
  if (!isServerBuild(build)) throw new Error('build/ is not what this program makes: npm run build')
  return build
}

export function isServerBuild(value: unknown): value is ServerBuild {
  return typeof value === 'object' && value !== null && 'routes' in value && 'assets' in value
}
