import { createHash } from 'node:crypto'
import type { Document } from '#domain/document.ts'
import type { Query } from './connection.ts'
import { readDocument } from './documenten.ts'

/** Nobody is signed in, on his way in, or here: all that says so is of before. Nor is a mail of before sent once more. */
export async function endAlleSessies(sql: Query): Promise<void> {
  for (const tabel of ['sessie', 'halve_sessie', 'client_sessie', 'proces'] as const) {
    await sql`delete from ${sql(tabel)}`
  }
  for (const tabel of ['uitdaging', 'oidc_poging', 'wachtwoordlink'] as const) {
    await sql`delete from ${sql(tabel)}`
  }
  await sql`
    update mail set opgegeven_op = now(), aan = null, onderwerp = null, tekst = null, agenda = null
    where tekst is not null`
}

/** What each document says, as a hash: two databases that say the same have the same. */
export async function hashDocumenten(sql: Query): Promise<Map<string, string>> {
  const rows = await sql<{ overlegId: string; document: Document }[]>`
    select overleg_id as "overlegId", soort as document from document order by overleg_id, soort`
  const hashes = new Map<string, string>()
  for (const key of rows) {
    const inhoud = JSON.stringify(await readDocument(sql, key))
    const hash = createHash('sha256').update(inhoud).digest('hex')
    hashes.set(`${key.overlegId} ${key.document}`, hash)
  }
  return hashes
}
