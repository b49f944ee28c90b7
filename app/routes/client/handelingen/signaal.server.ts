import { z } from 'zod'
import { setSignaalCommand } from '#app/commands/set-signaal.server.ts'
import { SIGNALEN } from '#domain/tafel.ts'
import type { Doe } from './doe.ts'

export const Signaal = z.object({
  intent: z.literal('signaal'),
  signaal: z.enum([...SIGNALEN, '']),
})

export const doSignaal: Doe<typeof Signaal> = (sql, browser, { signaal }) =>
  setSignaalCommand(sql, { browser, signaal: signaal || null })
