import { z } from 'zod'
import { updateEigenActieCommand } from '#app/commands/update-actie.server.ts'
import type { Doe } from './doe.ts'

export const EigenActie = z.object({
  intent: z.literal('actie'),
  nummer: z.coerce.number().int().positive().max(10_000),
  status: z.enum(['gedaan', 'open']),
  /** A word with it, for who carries the plan. */
  woord: z.string().max(2000).default(''),
})

export const doEigenActie: Doe<typeof EigenActie> = (sql, browser, { nummer, status, woord }) =>
  updateEigenActieCommand(sql, { browser, nummer, status, woord })
