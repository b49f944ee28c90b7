import type { Sql } from '#db/connection.ts'
import type { Env } from './env.ts'

export async function prepareDemo(_sql: Sql, env: Env) {
  return { tell: () => process.stdout.write(`${env.origin}\n`) }
}
