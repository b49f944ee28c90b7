import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { COLLAB_PATH, documentName, EDITOR_VERSION } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import type { Seat } from '../wire/socket.ts'
import type { Contestant, Crowd } from './contestant.ts'
import { createProcess, findFreePort } from './process.ts'
import { seedOverleggen, seedPeople } from './seed.ts'

const ROOT = join(import.meta.dirname, '../../..')

type Options = { folder: string; databaseUrl: string; sql: Sql }

/** The whole house in production mode: sessions, rights, the record, every edit in PostgreSQL before it is told. */
export async function createOurs({ folder, databaseUrl, sql }: Options): Promise<Contestant> {
  if (!existsSync(join(ROOT, 'build/server/index.js'))) {
    throw new Error('There is no build to measure: npm run build')
  }
  const port = await findFreePort()
  const origin = `http://127.0.0.1:${port}`
  const server = createProcess({
    args: ['server/main.ts'],
    cwd: ROOT,
    env: {
      FOCUSTAFEL_MODE: 'production',
      DATABASE_URL: databaseUrl,
      AUDIT_ANCHOR_DIR: folder,
      PUBLIC_ORIGIN: origin,
      SESSION_SECRET: randomBytes(32).toString('hex'),
      PORT: String(port),
      NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/focustafel'),
    },
    folder,
    name: 'ours',
    port,
    url: (port) => `http://127.0.0.1:${port}/gezond`,
  })

  return { name: 'ours', ...server, seats }

  async function seats({ docs, people }: Crowd): Promise<Seat[][]> {
    const everybody = await seedPeople(sql, docs * people)
    const overleggen = await seedOverleggen(sql, { everybody, docs })
    return overleggen.map(({ overlegId, cookies }) =>
      cookies.map((cookie) => ({
        port,
        path: `${COLLAB_PATH}/${documentName({ overlegId, document: 'beeldvorming' })}?editor=${EDITOR_VERSION}`,
        headers: { Cookie: cookie, Origin: origin },
        address: null,
      })),
    )
  }
}
