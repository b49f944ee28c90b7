import type { Sql, Transaction } from '#db/connection.ts'
import { type AccountRij, findAccount, lockBeheerders } from '#db/gebruikersbeheer.ts'
import type { Refusal } from '#domain/refusal.ts'
import { type Result, refuse } from '#domain/result.ts'

/** Decides first and writes last: a refusal after a write would be committed with it. */
type Change<Value> = (sql: Transaction) => Promise<Result<Value, Refusal>>

/**
 * One change in the house by a beheerder; for anybody else there is nothing here.
 *
 * All beheerders are held first: two who take the huisfunctie from each other at once would leave nobody.
 */
export async function asBeheerder<Value>(
  sql: Sql,
  beheerderId: string,
  change: Change<Value>,
): Promise<Result<Value, Refusal>> {
  const done: { result: Result<Value, Refusal> } = await sql.begin(async (sql) => {
    const beheerders = await lockBeheerders(sql)
    if (!beheerders.includes(beheerderId)) return { result: refuse({ code: 'niet-gevonden' }) }
    return { result: await change(sql) }
  })
  return done.result
}

export type Doel = { beheerderId: string; gebruikerId: string }

/** The same, about the account of somebody else: his own is changed by another, so that one is always left. */
export function aboutAccount<Value>(
  sql: Sql,
  { beheerderId, gebruikerId }: Doel,
  change: (sql: Transaction, account: AccountRij) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  return asBeheerder(sql, beheerderId, async (sql) => {
    if (gebruikerId === beheerderId) return refuse({ code: 'eigen-account' })
    const account = await findAccount(sql, gebruikerId)
    return account ? change(sql, account) : refuse({ code: 'niet-gevonden' })
  })
}
