import type { z } from 'zod'
import type { ClientBrowser } from '#app/context.ts'
import type { Sql } from '#db/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'

/** How one form of Mijn plan is done, by the schema of its fields. */
export type Doe<Schema extends z.ZodType> = (
  sql: Sql,
  browser: ClientBrowser,
  velden: z.output<Schema>,
) => Promise<Result<unknown, Refusal>>
