import type { Server } from 'socket.io'
import type { Sql } from '#db/connection.ts'
import type { Notices } from '#db/notices.ts'
import type { Log } from '../log.ts'
import { createClientNamespace } from './client.ts'
import { createPresence } from './presence.ts'
import { createTableNamespace } from './table.ts'

type SocketParts = {
  io: Server
  sql: Sql
  notices: Notices
  procesId: string
  log: Log
  secure?: boolean
}

/** The two namespaces that exist. The server speaks in them, browsers do not. */
export function createSockets({ secure = false, ...parts }: SocketParts): { close(): void } {
  const presence = createPresence(parts)
  const table = createTableNamespace({ ...parts, secure, presence })
  const client = createClientNamespace({ ...parts, secure, presence })
  return {
    close() {
      table.close()
      client.close()
      presence.close()
    },
  }
}
