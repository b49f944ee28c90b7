import * as Y from 'yjs'
import type { Conceptactie } from '#domain/actie.ts'
import { DOCUMENTEN, type Document } from '#domain/document.ts'
import type { Knoop } from '#domain/inhoud.ts'
import type { Query, Sql, Transaction } from './connection.ts'
import { createBegin, inhoudOf, SERVER_YJS_CLIENT } from './yjs-inhoud.ts'

type Key = { overlegId: string; document: Document }

/** Makes the five documents with their headings, once, by the server: two browsers never both begin one. */
export async function createDocumenten(
  sql: Transaction,
  { overlegId, vraag }: { overlegId: string; vraag: string },
): Promise<void> {
  const rows = await sql<{ id: string; soort: Document }[]>`
    insert into document (overleg_id, soort)
    select ${overlegId}, soort from unnest(${sql.array([...DOCUMENTEN])}::text[]) as soort
    returning id, soort`
  for (const { id, soort } of rows) {
    await sql`
      insert into document_schrijver (document_id, yjs_client, gebruiker_id)
      values (${id}, ${SERVER_YJS_CLIENT}, null)`
    await sql`
      insert into document_update (document_id, auteur, bytes)
      values (${id}, null, ${Buffer.from(createBegin(soort, vraag))})`
  }
}

/**
 * What the document says now.
 *
 * An edit is in PostgreSQL before anybody sees it (D1), so this is the live document, in every process. Inside a
 * transaction that locked the overleg it cannot change any more: collab writes under a shared lock of that row.
 */
export async function readDocument(
  sql: Query,
  { overlegId, document }: Key,
): Promise<{ knopen: Knoop[]; acties: Conceptactie[] }> {
  const [row] = await sql<{ id: string }[]>`
    select id from document where overleg_id = ${overlegId} and soort = ${document}`
  if (!row) return { knopen: [], acties: [] }

  const doc = new Y.Doc()
  const stored = await listBytes(sql, row.id)
  // One transaction: with one for each row, a thousand rows take seconds.
  doc.transact(() => {
    for (const { bytes } of stored) Y.applyUpdate(doc, bytes)
  })
  const inhoud = inhoudOf(doc)
  doc.destroy()
  return inhoud
}

/** `auteur` is null for the server's own first content, and for what a snapshot holds. */
export type StoredUpdate = { id: string | null; auteur: string | null; bytes: Uint8Array }

/** Snapshot first, then every later update, in the order in which they were written. */
export function listBytes(sql: Query, documentId: string): Promise<StoredUpdate[]> {
  return sql<StoredUpdate[]>`
    select null as id, null as auteur, bytes from document_snapshot where document_id = ${documentId}
    union all
    (select id, auteur, bytes from document_update where document_id = ${documentId} order by id)`
}

export function listUpdates(sql: Query, ids: readonly string[]): Promise<StoredUpdate[]> {
  return sql<StoredUpdate[]>`
    select id, auteur, bytes from document_update where id = any(${[...ids]}::bigint[]) order by id`
}

export async function findDocumentId(
  sql: Query,
  { overlegId, document }: Key,
): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select id from document where overleg_id = ${overlegId} and soort = ${document}`
  return row?.id ?? null
}

/** Which Yjs client id belongs to whom; null is the server. */
export async function listSchrijvers(
  sql: Query,
  documentId: string,
): Promise<Map<number, string | null>> {
  const rows = await sql<{ yjsClient: string; gebruikerId: string | null }[]>`
    select yjs_client as "yjsClient", gebruiker_id as "gebruikerId"
    from document_schrijver where document_id = ${documentId}`
  return new Map(rows.map(({ yjsClient, gebruikerId }) => [Number(yjsClient), gebruikerId]))
}

/**
 * Folds what is stored into one snapshot, in which deleted text is gone (D4). Answers how many bytes fewer it takes.
 *
 * Only rows that this transaction saw are removed: what another process writes meanwhile stays.
 */
export function compactDocument(sql: Sql, documentId: string): Promise<number> {
  return sql.begin(async (sql) => {
    await sql`select from document where id = ${documentId} for update`
    const stored = await listBytes(sql, documentId)
    const ids = stored.flatMap(({ id }) => (id === null ? [] : [id]))
    if (ids.length < 2) return 0

    const doc = new Y.Doc()
    doc.transact(() => {
      for (const { bytes } of stored) Y.applyUpdate(doc, bytes)
    })
    // A missing predecessor would be dropped by the snapshot: keep the rows until it is there.
    if (doc.store.pendingStructs || doc.store.pendingDs) return 0
    const bytes = Buffer.from(Y.encodeStateAsUpdate(doc))
    doc.destroy()

    await sql`
      insert into document_snapshot (document_id, bytes) values (${documentId}, ${bytes})
      on conflict (document_id) do update set bytes = excluded.bytes, created_at = now()`
    await sql`delete from document_update where id = any(${ids}::bigint[])`
    return stored.reduce((sum, row) => sum + row.bytes.length, 0) - bytes.length
  })
}

/**
 * Writes in a document in the name of the server; every process that has it open gets it when this commits. D1
 *
 * The caller holds the overleg (`lockOverleg`): collab writes under a shared lock of that row, so nobody comes in between
 * what is read here and what is written.
 */
export async function writeByServer(
  sql: Transaction,
  { overlegId, document }: Key,
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const documentId = await findDocumentId(sql, { overlegId, document })
  if (!documentId) throw new Error('No such document')

  const doc = new Y.Doc()
  const stored = await listBytes(sql, documentId)
  doc.transact(() => {
    for (const { bytes } of stored) Y.applyUpdate(doc, bytes)
  })
  // Only now: Yjs takes another id as soon as it sees its own come in.
  doc.clientID = SERVER_YJS_CLIENT
  const before = Y.encodeStateVector(doc)
  change(doc)
  const bytes = Buffer.from(Y.encodeStateAsUpdate(doc, before))
  doc.destroy()
  const [row] = await sql<{ id: string }[]>`
    insert into document_update (document_id, auteur, bytes) values (${documentId}, null, ${bytes})
    returning id`
  // Of no process: whoever has it open reads the row, this one too. See insertEdits.
  const notice = { overlegId, soort: document, documentId, ids: [row?.id] }
  await sql`
    select pg_notify('document', ${JSON.stringify({ proces: '', documenten: [notice] })})`
}

/** Changes a document outside a meeting, in the name of one person. For seeds and tests: it asks for no rights. */
export async function changeDocument(
  sql: Query,
  { overlegId, document, gebruikerId }: Key & { gebruikerId: string },
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const documentId = await findDocumentId(sql, { overlegId, document })
  if (!documentId) throw new Error('No such document')

  const doc = new Y.Doc()
  for (const { bytes } of await listBytes(sql, documentId)) Y.applyUpdate(doc, bytes)
  const before = Y.encodeStateVector(doc)
  change(doc)
  await sql`
    insert into document_schrijver (document_id, yjs_client, gebruiker_id)
    values (${documentId}, ${doc.clientID}, ${gebruikerId})`
  await sql`
    insert into document_update (document_id, auteur, bytes)
    values (${documentId}, ${gebruikerId}, ${Buffer.from(Y.encodeStateAsUpdate(doc, before))})`
}
