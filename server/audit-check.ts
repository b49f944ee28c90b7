import { createHash } from 'node:crypto'
import { type Geketend, listLosseRijen, readKeten, type Schakel } from '#db/audit-keten.ts'
import type { Sql } from '#db/connection.ts'
import type { Anchor, Anchors } from './anchor-file.ts'

type Verdict = { faults: string[]; notices: string[]; last: Schakel }

const BEGIN: Schakel = { nr: 0, hash: '00'.repeat(32) }
// More of one kind say nothing more.
const MOST = 50

/** Makes the whole chain once more, and compares it with what was written down outside the database. */
export async function checkAudit(sql: Sql, anchors: Anchors): Promise<Verdict> {
  const found = createFindings()
  const { valid, notices } = validAnchors(anchors, found)
  const last = await sql.begin('isolation level repeatable read read only', async (sql) => {
    await sql`set local statement_timeout = 0`
    let previous = BEGIN
    for await (const links of readKeten(sql)) {
      for (const link of links) {
        checkLink(link, previous, found)
        checkAnchor(link, valid, found)
        previous = link
      }
    }
    for (const id of await listLosseRijen(sql, MOST)) {
      found.add(`Row ${id} has no link: it was put in, or its link was taken out.`)
    }
    return { nr: previous.nr, hash: previous.hash }
  })
  checkTail(last, { anchors, valid, found })
  return { faults: found.list(), notices, last }
}

type Findings = ReturnType<typeof createFindings>

function createFindings() {
  const faults: string[] = []
  let more = 0
  return {
    add(fault: string) {
      if (faults.length < MOST) faults.push(fault)
      else more += 1
    },
    list: () => (more > 0 ? [...faults, `And ${more} more.`] : faults),
  }
}

function checkLink(link: Geketend, previous: Schakel, found: Findings) {
  const { nr, auditId } = link
  if (nr !== previous.nr + 1) {
    found.add(`There is a gap: link ${nr} comes after link ${previous.nr}.`)
  }
  if (!link.delen) found.add(`Link ${nr} has no row: row ${auditId} was removed.`)
  else if (hashOfRow(link.delen) !== link.rij) {
    found.add(`Row ${auditId} (link ${nr}) was changed.`)
  }
  if (hashOfLink(link, previous.hash) !== link.hash) {
    found.add(`Link ${nr} does not follow on the one before it: the order was changed, or a link.`)
  }
}

/** As audit_tekst in 0002_verslaglegging.sql: every part with its length before it. */
function hashOfRow(delen: (string | null)[]): string {
  const tekst = delen.map((deel) => (deel === null ? '-' : `${Buffer.byteLength(deel)}:${deel}`))
  return createHash('sha256').update(tekst.join(',')).digest('hex')
}

function hashOfLink({ nr, auditId, rij }: Geketend, previous: string): string {
  const numbers = Buffer.alloc(16)
  numbers.writeBigInt64BE(BigInt(nr), 0)
  numbers.writeBigInt64BE(BigInt(auditId), 8)
  return createHash('sha256')
    .update(Buffer.from(previous, 'hex'))
    .update(numbers)
    .update(Buffer.from(rij, 'hex'))
    .digest('hex')
}

/** By number; of before a restore only what the restored database has. */
function validAnchors({ lines, path }: Anchors, found: Findings) {
  const notices: string[] = []
  let valid = new Map<number, Anchor>()
  for (const [index, line] of lines.entries()) {
    if (!line) {
      found.add(`Line ${index + 1} of ${path} cannot be read.`)
      continue
    }
    if (line.restored) {
      valid = new Map([...valid].filter(([nr]) => nr <= line.nr))
      notices.push(`The database was restored on ${line.at}; it ended then at link ${line.nr}.`)
    }
    valid.set(line.nr, line)
  }
  return { valid, notices }
}

function checkAnchor({ nr, hash }: Geketend, valid: Map<number, Anchor>, found: Findings) {
  const anchor = valid.get(nr)
  if (anchor && anchor.hash !== hash) {
    found.add(
      `Link ${nr} is not the one that was anchored on ${anchor.at}: the chain was made anew.`,
    )
  }
}

type Tail = { anchors: Anchors; valid: Map<number, Anchor>; found: Findings }

function checkTail(last: Schakel, { anchors, valid, found }: Tail) {
  if (anchors.lines.length === 0 && last.nr > 0) {
    found.add(`There is no anchor in ${anchors.path}: whether the end was cut off cannot be told.`)
  }
  const furthest = Math.max(0, ...valid.keys())
  const at = valid.get(furthest)?.at
  if (furthest > last.nr) {
    found.add(
      `The end was cut off: the database ends at link ${last.nr}, and on ${at} there was a link ${furthest}.`,
    )
  }
}
