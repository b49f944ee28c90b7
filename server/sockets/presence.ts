import { randomUUID } from 'node:crypto'
import {
  type Aanwezige,
  insertAanwezige,
  listAanwezigeIds,
  removeAanwezigen,
} from '#db/aanwezigheid.ts'
import type { Sql } from '#db/connection.ts'
import { describeError, type Log } from '../log.ts'

const RECONCILE_IN_MS = 5_000

type Wie = { gebruikerId: string } | { clientSessieId: string }

export type Presence = {
  /** Says that somebody is here; answers with what says that he left. */
  enter(overlegId: string, wie: Wie): () => void
  close(): void
}

/**
 * Rows for the open sockets of this process.
 *
 * The database may be away when somebody comes or goes. What this process knows is right, and the rows are brought in
 * line with it every few seconds.
 */
export function createPresence({
  sql,
  procesId,
  log,
}: {
  sql: Sql
  procesId: string
  log: Log
}): Presence {
  const here = new Map<string, Aanwezige>()
  const timer = setInterval(() => void attempt(reconcile()), RECONCILE_IN_MS)
  timer.unref()

  function enter(overlegId: string, wie: Wie) {
    const aanwezige = toAanwezige(randomUUID(), overlegId, wie)
    here.set(aanwezige.id, aanwezige)
    const entered = attempt(insertAanwezige(sql, procesId, aanwezige))
    return () => {
      here.delete(aanwezige.id)
      // A row that is removed before it is written would stay.
      void entered.then(() => attempt(removeAanwezigen(sql, [aanwezige.id])))
    }
  }

  async function reconcile() {
    const known = new Set(await listAanwezigeIds(sql, procesId))
    const gone = [...known].filter((id) => !here.has(id))
    if (gone.length > 0) await removeAanwezigen(sql, gone)
    for (const aanwezige of [...here.values()].filter(({ id }) => !known.has(id))) {
      if (here.has(aanwezige.id)) await insertAanwezige(sql, procesId, aanwezige)
    }
  }

  async function attempt(work: Promise<unknown>) {
    try {
      await work
    } catch (error) {
      log.warn({ event: 'presence-not-written', ...describeError(error) })
    }
  }

  return { enter, close: () => clearInterval(timer) }
}

function toAanwezige(id: string, overlegId: string, wie: Wie): Aanwezige {
  return 'gebruikerId' in wie
    ? { id, overlegId, gebruikerId: wie.gebruikerId, clientSessieId: null }
    : { id, overlegId, gebruikerId: null, clientSessieId: wie.clientSessieId }
}
