import { randomUUID } from 'node:crypto'
import { createSql, type Sql } from '#db/connection.ts'
import { TEMPLATE, withDatabase } from './test-postgres.ts'

export type TestDatabase = { sql: Sql; url: string; [Symbol.asyncDispose](): Promise<void> }

export async function copyTemplate(serverUrl: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(TEMPLATE)}`)

  const url = withDatabase(serverUrl, name)
  const sql = createSql(url, { max: 10 })
  return {
    sql,
    url,
    async [Symbol.asyncDispose]() {
      await sql.end({ timeout: 1 })
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
