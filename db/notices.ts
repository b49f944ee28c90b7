import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import type { Sql } from './connection.ts'

/** Rows of one document that were committed together. */
export type DocumentNotice = {
  proces: string
  overlegId: string
  soort: string
  documentId: string
  ids: string[]
}

type NoticeHandlers = {
  /** Something of this overleg changed: rights, people, presence, status. Ask again. */
  overleg?: (overlegId: string) => void
  /** This session (by its hash) ended. */
  sessie?: (sessieHash: string) => void
  document?: (notice: DocumentNotice) => void
  /** Something was put in the outbox. */
  mail?: () => void
  /** Notices may have been missed: ask everything again. */
  all?: () => void
}

export type Notices = { subscribe(handlers: NoticeHandlers): () => void; close(): Promise<void> }

type Options = {
  /** Nothing was heard for a while, though the database answers: it listens anew. */
  onDeaf?: () => void
  beatMs?: number
  silenceMs?: number
}

/**
 * What was committed, in this process or another, through one LISTEN connection.
 *
 * It says something to itself all the time: a connection may be lost without a word, and nobody writes to it.
 */
export async function listenNotices(sql: Sql, options: Options = {}): Promise<Notices> {
  const { onDeaf = () => {}, beatMs = 1000, silenceMs = 3000 } = options
  const subscribers = new Set<NoticeHandlers>()
  const proof = randomUUID()
  let unanswered: number | null = null
  let ear = openEar(sql)
  await listen()
  const timer = setInterval(() => void beat().catch(() => {}), beatMs)
  timer.unref()

  function tell(work: (handlers: NoticeHandlers) => void) {
    for (const handlers of subscribers) work(handlers)
  }

  async function listen() {
    await Promise.all([
      ear.listen('overleg', (id) => tell((handlers) => handlers.overleg?.(id))),
      ear.listen('sessie', (hash) => tell((handlers) => handlers.sessie?.(hash))),
      ear.listen('mail', () => tell((handlers) => handlers.mail?.())),
      ear.listen('document', (text) => {
        for (const notice of parseDocumentNotices(text))
          tell((handlers) => handlers.document?.(notice))
      }),
      // The last: what was committed before it is missed by none of them. postgres.js calls it at every (re)connection.
      ear.listen('hartslag', hear, () => tell((handlers) => handlers.all?.())),
    ])
  }

  function hear(text: string) {
    if (text === proof) unanswered = null
  }

  /** A database that is away proves nothing: only what was committed can be missed. */
  async function beat() {
    await sql`select pg_notify('hartslag', ${proof})`
    const now = performance.now()
    unanswered ??= now
    if (now - unanswered < silenceMs) return
    unanswered = null
    onDeaf()
    const deaf = ear
    ear = openEar(sql)
    await Promise.all([deaf.end({ timeout: 0 }), listen()])
  }

  return {
    subscribe(handlers) {
      subscribers.add(handlers)
      return () => subscribers.delete(handlers)
    },
    async close() {
      clearInterval(timer)
      await ear.end({ timeout: 1 })
    },
  }
}

/** A connection apart, that can be thrown away; postgres.js takes its own options as they are. */
function openEar({ options }: Sql): Sql {
  return postgres(Object({ ...options, max: 1 }))
}

/** As `insertEdits` (edits.ts) writes them: those of one commit together. */
function parseDocumentNotices(text: string): DocumentNotice[] {
  const value: unknown = JSON.parse(text)
  if (!isFlush(value)) return []
  return value.documenten.map((document) => ({ ...document, proces: value.proces }))
}

type Flush = { proces: string; documenten: Omit<DocumentNotice, 'proces'>[] }

function isFlush(value: unknown): value is Flush {
  return typeof value === 'object' && value !== null && 'documenten' in value && 'proces' in value
}
