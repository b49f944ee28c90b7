import type { Sql } from './connection.ts'

/** Rows of one document that were committed together. */
export type DocumentNotice = {
  proces: string
  overlegId: string
  soort: string
  documentId: string
  ids: string[]
}

export type NoticeHandlers = {
  /** Something of this overleg changed: rights, people, presence, status. Ask again. */
  overleg?: (overlegId: string) => void
  /** This session (by its hash) ended. */
  sessie?: (sessieHash: string) => void
  document?: (notice: DocumentNotice) => void
  /** Notices may have been missed: ask everything again. */
  all?: () => void
}

export type Notices = { subscribe(handlers: NoticeHandlers): () => void; close(): Promise<void> }

/** What was committed, in this process or another, through one LISTEN connection. */
export async function listenNotices(sql: Sql): Promise<Notices> {
  const subscribers = new Set<NoticeHandlers>()
  // postgres.js calls this at every (re)connection; notices sent while it was away are lost.
  const all = () => tell((handlers) => handlers.all?.())

  function tell(work: (handlers: NoticeHandlers) => void) {
    for (const handlers of subscribers) work(handlers)
  }

  const listening = await Promise.all([
    sql.listen('overleg', (id) => tell((handlers) => handlers.overleg?.(id)), all),
    sql.listen('sessie', (hash) => tell((handlers) => handlers.sessie?.(hash))),
    sql.listen('document', (text) => {
      for (const notice of parseDocumentNotices(text))
        tell((handlers) => handlers.document?.(notice))
    }),
  ])

  return {
    subscribe(handlers) {
      subscribers.add(handlers)
      return () => subscribers.delete(handlers)
    },
    async close() {
      await Promise.all(listening.map(({ unlisten }) => unlisten()))
    },
  }
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
