import { createSql } from '#db/connection.ts'
import { readAnchors } from './anchor-file.ts'
import { checkAudit } from './audit-check.ts'

const USE = `Checks that nothing in the audit was changed, taken out, put in, put in another order or cut off.

  DATABASE_URL=… AUDIT_ANCHOR_DIR=… npm run audit:verify

AUDIT_ANCHOR_DIR: the folder of audit-anchor.jsonl; without it that of DATA_DIR, or data. Ends with 0 when all is well.
`

try {
  const { DATABASE_URL: url, AUDIT_ANCHOR_DIR, DATA_DIR } = process.env
  if (!url) throw new Error(`DATABASE_URL is needed\n\n${USE}`)
  process.exitCode = await verify(url, AUDIT_ANCHOR_DIR || DATA_DIR || 'data')
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

async function verify(url: string, folder: string): Promise<0 | 1> {
  const sql = createSql(url, { max: 1 })
  try {
    const anchors = await readAnchors(folder)
    const { faults, notices, last } = await checkAudit(sql, anchors)
    for (const line of [...notices, ...faults]) process.stdout.write(`${line}\n`)
    process.stdout.write(
      faults.length > 0
        ? 'The audit is NOT whole.\n'
        : `The audit is whole: ${last.nr} rows, the last link is ${last.hash}.\n`,
    )
    return faults.length > 0 ? 1 : 0
  } finally {
    await sql.end({ timeout: 2 })
  }
}
