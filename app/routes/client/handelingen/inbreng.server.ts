import { z } from 'zod'
import { answerInbrengCommand } from '#app/commands/answer-inbreng.server.ts'
import type { Doe } from './doe.ts'

export const Inbreng = z.object({
  intent: z.literal('inbreng'),
  vraag: z.string().max(40),
  antwoord: z.enum(['ja', 'nee']),
})

export const doInbreng: Doe<typeof Inbreng> = (sql, browser, { vraag, antwoord }) =>
  answerInbrengCommand(sql, { browser, vraag, antwoord })
