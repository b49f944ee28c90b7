import postgres from 'postgres'
import { keepTransactions } from './begin.ts'
import { AT_ONCE_IN_BYTES, createPatientSocket, type Settings } from './patient-socket.ts'
import { createSilenceWatch } from './silence.ts'

export type Sql = postgres.Sql
export type Transaction = postgres.TransactionSql
/** A query that works in and out of a transaction. */
export type Query = Sql | Transaction

const OID_DATE = 1082

type Options = {
  max?: number
  /** No answer for so long, and the connection is left; longer than a statement may take. */
  silentMs?: number
}

/** One pool per process. A `date` stays the text that it is: a day has no time zone. */
export function createSql(url: string, { max = 10, silentMs }: Options = {}): Sql {
  const watch = silentMs === undefined ? undefined : createSilenceWatch(silentMs)
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
    socket: (settings: Settings) => createPatientSocket(settings, watch),
  }
  return keepTransactions(postgres(url, options))
}
