import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Seat } from '../wire/socket.ts'
import type { Contestant, Crowd } from './contestant.ts'
import { createProcess } from './process.ts'

const FOLDER = join(import.meta.dirname, '../comparators')
const Y_WEBSOCKET = 'node_modules/@y/websocket-server/src/server.js'

type Options = { folder: string; databaseUrl: string }

/** As its own command starts it: in memory, or with what YPERSISTENCE names. */
export function createYWebsocket(name: 'yws' | 'leveldb', { folder }: Options): Contestant {
  const env: Record<string, string> =
    name === 'leveldb' ? { YPERSISTENCE: join(folder, 'leveldb') } : {}
  const server = createProcess({
    args: [Y_WEBSOCKET],
    cwd: FOLDER,
    env,
    folder,
    name,
    url: (port) => `http://127.0.0.1:${port}/`,
  })
  return {
    name,
    ...server,
    seats: async (crowd) =>
      fill(crowd, (document) => ({
        port: server.port(),
        path: `/${document}`,
        headers: {},
        address: null,
      })),
  }
}

export function createHocuspocus({ folder, databaseUrl }: Options): Contestant {
  const server = createProcess({
    args: ['hocuspocus.mjs'],
    cwd: FOLDER,
    env: { DATABASE_URL: databaseUrl },
    folder,
    name: 'hocuspocus',
    url: (port) => `http://127.0.0.1:${port}/`,
  })
  return {
    name: 'hocuspocus',
    ...server,
    seats: async (crowd) =>
      fill(crowd, (address) => ({ port: server.port(), path: '/', headers: {}, address })),
  }
}

/** Names as long as ours. */
function fill({ docs, people }: Crowd, seat: (document: string) => Seat): Seat[][] {
  return Array.from({ length: docs }, () => {
    const document = `overleg/${randomUUID()}/beeldvorming`
    return Array.from({ length: people }, () => seat(document))
  })
}
