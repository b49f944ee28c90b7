import { findClientByCookie } from '#app/auth/client-side.server.ts'
import type { DocumentKey } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import { recordOf } from '#db/record.ts'

type Try = { cookieHeader: string | undefined; key: DocumentKey; secure: boolean }

/** A browser of the client side that asks for a document is refused like any stranger; we know who it is. S1 */
export async function recordClientAtDocument(sql: Sql, { cookieHeader, key, secure }: Try) {
  const client = await findClientByCookie(sql, cookieHeader, { secure })
  if (!client) return
  recordOf(sql).refused(client.sessieHash, {
    event: 'reading-refused',
    overlegId: key.overlegId,
    clientPersoonId: client.clientPersoonId,
    wat: `document:${key.document}`,
    details: { langs: 'collab' },
  })
}
