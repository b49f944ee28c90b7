import { z } from 'zod'
import {
  callSteunpersoonBackCommand,
  sendSteunpersoonAwayCommand,
} from '#app/commands/send-steunpersoon.server.ts'
import type { Doe } from './doe.ts'

export const Steunpersoon = z.object({
  intent: z.literal('steunpersoon'),
  steunpersoon: z.enum(['weg', 'terug']),
})

export const doSteunpersoon: Doe<typeof Steunpersoon> = (sql, browser, { steunpersoon }) =>
  steunpersoon === 'weg'
    ? sendSteunpersoonAwayCommand(sql, { browser })
    : callSteunpersoonBackCommand(sql, { browser })
