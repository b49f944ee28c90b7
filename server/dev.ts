import type { Server } from 'node:http'
import type { ServerBuild } from 'react-router'
import { createServer } from 'vite'
import { isServerBuild } from './build.ts'

/** Vite in front of the pages, on our own port. */
export async function createDev(http: Server) {
  const vite = await createServer({
    server: { middlewareMode: true, ws: { server: http } },
  })
  return {
    assets: vite.middlewares,
    async build(): Promise<ServerBuild> {
      const build: unknown = await vite.ssrLoadModule('virtual:react-router/server-build')
      if (!isServerBuild(build)) throw new Error('Vite made something else than a build')
      return build
    },
    close: () => vite.close(),
  }
}
