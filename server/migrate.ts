import { prepareDatabase } from './database.ts'

const USE = `Brings the schema up to this program, and gives the role of the application its rights.

  DATABASE_OWNER_URL=… DATABASE_URL=… npm run migrate

DATABASE_OWNER_URL: the role that owns the tables. DATABASE_URL: that of the application, which the server runs as.
`

try {
  const ownerUrl = process.env.DATABASE_OWNER_URL
  const url = process.env.DATABASE_URL
  if (!ownerUrl || !url) throw new Error('DATABASE_OWNER_URL and DATABASE_URL are both needed')
  const ran = await prepareDatabase({ url, ownerUrl })
  process.stdout.write(`${ran.length > 0 ? ran.join('\n') : 'Nothing to migrate'}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USE}`)
  process.exitCode = 1
}
