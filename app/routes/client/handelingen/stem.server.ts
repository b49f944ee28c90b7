import { z } from 'zod'
import { answerCommand } from '#app/commands/answer.server.ts'
import { writeEigenWoordenCommand } from '#app/commands/write-eigen-woorden.server.ts'
import { ACTIEANTWOORDEN, WOORDVELDEN, ZINANTWOORDEN } from '#domain/antwoord.ts'
import { SLEUTEL } from '#domain/zin.ts'
import type { Doe } from './doe.ts'

const sleutel = z.string().regex(SLEUTEL)

export const ZinAntwoord = z.object({
  intent: z.literal('zin'),
  sleutel,
  antwoord: z.enum(ZINANTWOORDEN),
})
export const ActieAntwoord = z.object({
  intent: z.literal('actie-antwoord'),
  sleutel,
  antwoord: z.enum(ACTIEANTWOORDEN),
})
export const EigenWoorden = z.object({
  intent: z.literal('woorden'),
  veld: z.enum(WOORDVELDEN),
  woorden: z.string(),
  versie: z
    .string()
    .regex(/^[0-9]{1,9}$/)
    .transform(Number),
  wijze: z.enum(['zo', 'onder-elkaar']),
})

export const doZinAntwoord: Doe<typeof ZinAntwoord> = (sql, browser, { sleutel, antwoord }) =>
  answerCommand(sql, { browser, vraag: { soort: 'zin', sleutel, antwoord } })

export const doActieAntwoord: Doe<typeof ActieAntwoord> = (sql, browser, { sleutel, antwoord }) =>
  answerCommand(sql, { browser, vraag: { soort: 'actie', sleutel, antwoord } })

export const doEigenWoorden: Doe<typeof EigenWoorden> = (sql, browser, velden) => {
  const { veld, woorden: tekst, versie, wijze } = velden
  return writeEigenWoordenCommand(sql, { browser, veld, tekst, versie, wijze })
}
