import type { Sql } from './connection.ts'

/** One update to a document, and under which rights it was judged. */
export type Edit = {
  documentId: string
  overlegId: string
  soort: string
  /** The version of rights (overleg.rechten_versie) under which it was allowed. */
  versie: string
  gebruikerId: string
  sessieHash: string
  /** Yjs client ids that become this person's with this edit. */
  claims: readonly number[]
  /** Whether the record tells of it: of the first of a connection, and now and then of a later one. */
  inVerslag: boolean
  bytes: Uint8Array
}

// A notice costs as much as five edits, and holds 8000 bytes: one edit takes up to 140 of them.
const EDITS_PER_NOTICE = 50

/**
 * Writes edits of any number of documents in one statement and one commit, and tells the other processes.
 *
 * Writes only those whose rights are still those of `versie`, and whose session lives: the others are missing from the
 * answer. The shared lock makes a change of rights wait for this commit, and this commit for it. S3, D3
 *
 * Missing too is all that somebody wrote in a document of which another has one of his Yjs client ids meanwhile: the
 * claim that is committed first counts, in whichever process.
 *
 * Answers the row id per index of `edits`.
 */
export async function insertEdits(
  sql: Sql,
  procesId: string,
  edits: readonly Edit[],
): Promise<Map<number, string>> {
  let offset = 1
  const offsets = edits.map(({ bytes }) => {
    const start = offset
    offset += bytes.length
    return start
  })
  const inVerslag = edits.flatMap((edit, index) => (edit.inVerslag ? [index] : []))
  const claims = edits.flatMap((edit, index) => edit.claims.map((client) => ({ index, client })))

  const rows = await sql<{ nr: number | null; id: string | null }[]>`
    with invoer as (
      select * from unnest(
        ${edits.map((_, index) => index)}::int[],
        ${edits.map((edit) => edit.documentId)}::bigint[],
        ${edits.map((edit) => edit.overlegId)}::uuid[],
        ${edits.map((edit) => edit.soort)}::text[],
        ${edits.map((edit) => edit.versie)}::bigint[],
        ${edits.map((edit) => edit.gebruikerId)}::uuid[],
        ${edits.map((edit) => edit.sessieHash)}::text[],
        ${offsets}::int[],
        ${edits.map((edit) => edit.bytes.length)}::int[]
      ) as t (nr, document_id, overleg_id, soort, versie, auteur, sessie, vanaf, lengte)
    ),
    vast as (
      select id, rechten_versie from overleg
      where id in (select overleg_id from invoer) order by id for share
    ),
    -- Of now, not of when this statement began to wait: all of vast first.
    levend as materialized (
      select levende_sessies(
        ${[...new Set(edits.map((edit) => edit.sessieHash))]}::text[],
        (select count(*) from vast)) as id_hash
    ),
    bevoegd as materialized (
      select invoer.*
      from invoer join vast on vast.id = invoer.overleg_id and vast.rechten_versie = invoer.versie
      where invoer.sessie in (select id_hash from levend)
    ),
    ${claims.length > 0 ? claimsOf(sql, claims) : sql``}
    mag as materialized (
      select bevoegd.*, nextval(pg_get_serial_sequence('document_update', 'id')) as id
      from bevoegd
      ${claims.length > 0 ? sql`where (document_id, auteur) not in (select * from verloren)` : sql``}
      order by nr
    ),
    geschreven as (
      insert into document_update (id, document_id, auteur, bytes)
      overriding system value
      select id, document_id, auteur, substring(${Buffer.concat(edits.map((edit) => edit.bytes))}::bytea from vanaf for lengte)
      from mag order by id
    ),
    ${inVerslag.length > 0 ? verslagOf(sql, inVerslag) : sql``}
    genoemd as (
      select pak, json_build_object(
        'overlegId', overleg_id, 'soort', soort, 'documentId', document_id::text,
        'ids', json_agg(id::text)) as document
      from (
        select *, (row_number() over (order by document_id, id) - 1) / ${EDITS_PER_NOTICE}::int as pak
        from mag) as geteld
      group by pak, overleg_id, soort, document_id
    )
    select nr, id from mag
    union all
    select null, length(pg_notify('document', json_build_object(
      'proces', ${procesId}::text, 'documenten', json_agg(document))::text)::text)::bigint
      from genoemd group by pak`
  return new Map(rows.flatMap(({ nr, id }) => (nr === null || id === null ? [] : [[nr, id]])))
}

type Claim = { index: number; client: number }

/** Rare: most edits come from a writer whose ids are known. */
function claimsOf(sql: Sql, claims: readonly Claim[]) {
  return sql`
    claim as materialized (
      select bevoegd.nr, bevoegd.document_id, bevoegd.auteur, claim.client
      from unnest(${claims.map(({ index }) => index)}::int[], ${claims.map(({ client }) => String(client))}::bigint[]) as claim (nr, client)
      join bevoegd on bevoegd.nr = claim.nr
    ),
    -- In one order, so that two processes never wait for each other. It waits for who claims the same at this moment.
    geclaimd as (
      insert into document_schrijver (document_id, yjs_client, gebruiker_id)
      select document_id, client, auteur from claim order by document_id, client, nr
      on conflict do nothing
      returning document_id, yjs_client, gebruiker_id
    ),
    verloren as materialized (
      select distinct document_id, auteur from claim
      where (document_id, client, auteur) not in (
        select * from geclaimd
        union all
        select document_id, yjs_client, gebruiker_id from document_schrijver
        where gebruiker_id is not null
          and document_id in (select document_id from claim) and yjs_client in (select client from claim))
    ),`
}

/** In the commit of the edit itself: no change without its row. */
function verslagOf(sql: Sql, nrs: readonly number[]) {
  return sql`
    verslagen as (
      insert into audit (event, overleg_id, gebruiker_id, wat)
      select 'document-changed', overleg_id, auteur, 'document:' || soort
      from mag where nr = any(${[...nrs]}::int[]) order by nr
    ),`
}
