import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { createSql, type Sql } from '#db/connection.ts'
import { TEMPLATE, withDatabase } from './test-postgres.ts'

export type TestDatabase = { sql: Sql; url: string; [Symbol.asyncDispose](): Promise<void> }

/** A database of its own for one test: a copy of the migrated template. */
export function createTestDatabase(): Promise<TestDatabase> {
  return copyTemplate(inject('postgresUrl'))
}

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
