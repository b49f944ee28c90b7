import { parseArgs } from 'node:util'
import { z } from 'zod'
import { recordAudit } from '#db/audit.ts'
import { createSql, type Transaction } from '#db/connection.ts'
import { findCasusId, readVerslag, type Verslagvraag } from '#db/verslag.ts'
import { parseDatum } from '#domain/datum.ts'
import { verslagregel } from './verslagtekst.ts'

const USE = `Prints who did or read what, in plain Dutch, for who supervises it (the FG). Looking is in the record too.

  DATABASE_URL=… npm run --silent audit:overzicht -- --van 2026-10-01 --tot 2026-12-31 [--casus 2026-0012]

Both days are in it. It has names: keep what it prints where the record may be kept, and no longer than it is needed.
`

const Dag = z.string().transform((tekst, context) => {
  const datum = parseDatum(tekst)
  if (datum) return datum
  context.addIssue({ code: 'custom', message: 'a day is written as 2026-12-31' })
  return z.NEVER
})
const Vraag = z.object({
  van: Dag,
  tot: Dag,
  casus: z
    .string()
    .regex(/^\d{4}-\d{4}$/, 'a casus has a number like 2026-0012')
    .nullable()
    .default(null),
})

try {
  const { DATABASE_URL: url } = process.env
  if (!url) throw new Error('DATABASE_URL is needed')
  const options = {
    van: { type: 'string' },
    tot: { type: 'string' },
    casus: { type: 'string' },
  } as const
  const vraag = Vraag.safeParse(parseArgs({ options }).values)
  if (!vraag.success) throw new Error(z.prettifyError(vraag.error))
  await print(url, vraag.data)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USE}`)
  process.exitCode = 1
}

async function print(url: string, vraag: Verslagvraag) {
  const sql = createSql(url, { max: 2 })
  try {
    const { van, tot, casus } = vraag
    const casusId = casus && (await findCasusId(sql, casus))
    if (casus && !casusId) throw new Error('There is no such casus')
    // First its own row: what is read is in the record before it is said. By id: a number would outlive its casus there.
    const audit = { event: 'verslag-read', overlegId: null, wat: 'verslag' }
    await recordAudit(sql, { ...audit, details: { van, tot, casusId } })
    process.stdout.write(`${await sql.begin((sql) => printRows(sql, vraag))} regels.\n`)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

async function printRows(sql: Transaction, vraag: Verslagvraag): Promise<number> {
  let aantal = 0
  for await (const rijen of readVerslag(sql, vraag)) {
    for (const rij of rijen) process.stdout.write(`${verslagregel(rij)}\n`)
    aantal += rijen.length
  }
  return aantal
}
