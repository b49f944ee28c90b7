import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { createSql, type Sql } from '#db/connection.ts'
import { anchorFolder } from './server.ts'
import { type ServerUrls, TEMPLATE, withDatabase } from './test-postgres.ts'

/** `sql` is that of the owner, who may do everything; `url` is for a server, which runs as the application. */
export type TestDatabase = {
  sql: Sql
  url: string
  ownerUrl: string
  [Symbol.asyncDispose](): Promise<void>
}

export async function copyTemplate({ url: serverUrl, appUrl }: ServerUrls): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(TEMPLATE)}`)

  const ownerUrl = withDatabase(serverUrl, name)
  const sql = createSql(ownerUrl, { max: 10 })
  return {
    sql,
    url: withDatabase(appUrl, name),
    ownerUrl,
    async [Symbol.asyncDispose]() {
      await sql.end({ timeout: 1 })
      await rm(anchorFolder(ownerUrl), { recursive: true, force: true })
      await asAdmin(serverUrl, (admin) => admin`drop database ${admin(name)} with (force)`)
    },
  }
}

async function asAdmin(url: string, work: (sql: Sql) => Promise<unknown>) {
  const sql = createSql(url, { max: 1 })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
