import postgres from 'postgres'
import { AT_ONCE_IN_BYTES, createPatientSocket } from './patient-socket.ts'

export type Sql = postgres.Sql
export type Transaction = postgres.TransactionSql
/** A query that works in and out of a transaction. */
export type Query = Sql | Transaction

const OID_DATE = 1082

/** One pool per process. A `date` stays the text that it is: a day has no time zone. */
export function createSql(url: string, { max = 10 }: { max?: number } = {}): Sql {
  const options = {
    max,
    connect_timeout: 5,
    backoff: (attempt: number) => Math.min(2, 0.05 * 2 ** attempt),
    connection: {
      statement_timeout: 5000,
      application_name: 'focustafel',
      options: ' '.repeat(AT_ONCE_IN_BYTES),
    },
    types: { date: { to: OID_DATE, from: [OID_DATE], serialize: String, parse: String } },
    onnotice: () => {},
    // Its types do not know of it.
    socket: createPatientSocket,
  }
  return postgres(url, options)
}
