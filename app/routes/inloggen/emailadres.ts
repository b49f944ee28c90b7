import { z } from 'zod'

/** What somebody types as his own address, with what is wrong with it in Dutch. */
export const Emailadres = z
  .string({ error: 'Vul uw e-mailadres in.' })
  .trim()
  .min(1, 'Vul uw e-mailadres in.')
  .max(254, 'Dit e-mailadres is te lang.')
  .regex(
    /^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u,
    'Vul een volledig e-mailadres in, zoals naam@gemeente.nl.',
  )
