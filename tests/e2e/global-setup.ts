import { startTestPostgres } from '../helpers/test-postgres.ts'

/** One PostgreSQL for the whole run; every worker has a server with a database of its own. */
export default async function setup() {
  const server = await startTestPostgres()
  process.env.FOCUSTAFEL_TEST_POSTGRES = server.url
  process.env.FOCUSTAFEL_TEST_POSTGRES_APP = server.appUrl
  return () => server.stop()
}
