import type { Sql } from '#db/connection.ts'

/** Keeps every edit of this overleg on its way to the database until it is released. */
export async function holdEdits(sql: Sql, overlegId: string) {
  const held = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const done = sql.begin(async (sql) => {
    await sql`select from overleg where id = ${overlegId} for no key update`
    held.resolve()
    await release.promise
  })
  await held.promise
  const end = async () => {
    release.resolve()
    await done
  }
  return { release: end, [Symbol.asyncDispose]: end }
}
