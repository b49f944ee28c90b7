import type { Server } from 'socket.io'
import type { Log } from '#collab/log.ts'
import type { Sql } from '#db/connection.ts'
import type { Notices } from '#db/notices.ts'

type Parts = { io: Server; sql: Sql; notices: Notices; procesId: string; log: Log }

export function createSockets(_parts: Parts) {}
