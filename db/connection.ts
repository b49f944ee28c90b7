import postgres from 'postgres'

export type Sql = postgres.Sql
export type Transaction = postgres.TransactionSql
/** A query that works in and out of a transaction. */
export type Query = Sql | Transaction

const OID_DATE = 1082

/** One pool per process. A `date` stays the text that it is: a day has no time zone. */
export function createSql(url: string, { max = 10 }: { max?: number } = {}): Sql {
  return postgres(url, {
    max,
    connect_timeout: 5,
    backoff: (attempt: number) => Math.min(2, 0.05 * 2 ** attempt),
    connection: { statement_timeout: 5000, application_name: 'focustafel' },
    types: { date: { to: OID_DATE, from: [OID_DATE], serialize: String, parse: String } },
    onnotice: () => {},
  })
}
