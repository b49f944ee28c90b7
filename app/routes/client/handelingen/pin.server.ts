import { z } from 'zod'
import { choosePinCommand } from '#app/commands/choose-pin.server.ts'
import { givePinCommand } from '#app/commands/give-pin.server.ts'
import type { Doe } from './doe.ts'

const pin = z.string().max(40).default('')

export const KiesPin = z.object({ intent: z.literal('kies-pin'), pin })
export const GeefPin = z.object({ intent: z.literal('pin'), pin })

export const doKiesPin: Doe<typeof KiesPin> = (sql, browser, { pin }) =>
  choosePinCommand(sql, { browser, pin })

export const doGeefPin: Doe<typeof GeefPin> = (sql, browser, { pin }) =>
  givePinCommand(sql, { browser, pin })
