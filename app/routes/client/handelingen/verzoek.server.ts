import { z } from 'zod'
import { submitVerzoekCommand } from '#app/commands/submit-verzoek.server.ts'
import type { Doe } from './doe.ts'

/** K7 */
export const Verzoek = z.object({
  intent: z.literal('verzoek'),
  zin: z.string().max(40).default(''),
  tekst: z.string().max(10_000).default(''),
})

export const doVerzoek: Doe<typeof Verzoek> = (sql, browser, { zin, tekst }) =>
  submitVerzoekCommand(sql, { browser, sleutel: zin, tekst })
