import type { Sql, Transaction } from '#db/connection.ts'
import { type Deelnemerschap, findDeelnemerschap, lockOverleg } from '#db/overleggen.ts'
import { recordOf } from '#db/record.ts'
import type { Refusal } from '#domain/refusal.ts'
import { type Result, refuse } from '#domain/result.ts'
import { checkBevoegd, type Handeling } from '#domain/rol.ts'
import { isZichtbaar } from '#domain/toegang.ts'

export type Key = { overlegId: string; gebruikerId: string }

/** Decides first and writes last: a refusal after a write would be committed with it. */
type Change<Value> = (
  sql: Transaction,
  deelnemerschap: Deelnemerschap,
) => Promise<Result<Value, Refusal>>

/** What the procesregisseur arranges while nobody else can come in. T8 */
const OOK_TERWIJL_DICHT: readonly Handeling[] = [
  'weer-openen',
  'overleg-afbreken',
  'overleg-verplaatsen',
  'deelnemers-beheren',
  'client-uitnodigen',
  'keuze-zetten',
  'terug-naar-wachtkamer',
]

/**
 * One change of one overleg by one of its deelnemers: all of it, or nothing.
 *
 * The row is locked before his rights are read, so that they cannot change in between. What he may not see does not
 * exist for him.
 */
export async function asDeelnemer<Value>(
  sql: Sql,
  { wat, ...key }: Key & { wat: string },
  change: Change<Value>,
): Promise<Result<Value, Refusal>> {
  const done: { result: Result<Value, Refusal> } = await sql.begin(async (sql) => {
    await lockOverleg(sql, key.overlegId)
    const deelnemerschap = await findDeelnemerschap(sql, key)
    if (!deelnemerschap || !isZichtbaar(deelnemerschap.deelname, deelnemerschap.overleg.stand)) {
      return { result: refuse({ code: 'niet-gevonden' }) }
    }
    return { result: await change(sql, deelnemerschap) }
  })
  if (!done.result.ok) recordRefusal(sql, { ...key, wat, code: done.result.refusal.code })
  return done.result
}

function recordRefusal(sql: Sql, { code, ...audit }: Key & { wat: string; code: string }) {
  const refused = { ...audit, event: 'command-refused', details: { code } }
  recordOf(sql).refused(audit.gebruikerId, refused)
}

/** The same, for who is authorised to do this. T9 */
export function asBevoegde<Value>(
  sql: Sql,
  { handeling, ...key }: Key & { handeling: Handeling },
  change: Change<Value>,
): Promise<Result<Value, Refusal>> {
  const wat = `handeling:${handeling}`
  return asDeelnemer(sql, { ...key, wat }, async (sql, deelnemerschap) => {
    const { deelname, overleg } = deelnemerschap
    const bevoegd = checkBevoegd(deelname, handeling)
    if (!bevoegd.ok) return bevoegd
    if (overleg.stand.dicht && !OOK_TERWIJL_DICHT.includes(handeling)) {
      return refuse({ code: 'overleg-dicht' })
    }
    return change(sql, deelnemerschap)
  })
}
