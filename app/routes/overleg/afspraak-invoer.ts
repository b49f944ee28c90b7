import { z } from 'zod'

/** An answer to an invitation, on the page of the overleg and on the work list. `moment`: that was on the screen. F8 */
export const Afspraakvelden = {
  moment: z.iso.datetime({ precision: 3 }).transform((tekst) => new Date(tekst)),
  antwoord: z.enum(['komt', 'komt-niet']),
}
