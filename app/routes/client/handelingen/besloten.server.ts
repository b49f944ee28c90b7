import { z } from 'zod'
import { leaveBeslotenTijdCommand } from '#app/commands/end-besloten-tijd.server.ts'
import type { Doe } from './doe.ts'

export const BeslotenKlaar = z.object({ intent: z.literal('besloten-klaar') })

export const doBeslotenKlaar: Doe<typeof BeslotenKlaar> = (sql, browser) =>
  leaveBeslotenTijdCommand(sql, { browser })
