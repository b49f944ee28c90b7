import { data, href, redirect } from 'react-router'
import { z } from 'zod'
import { omgevingContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { TALEN } from '#app/woorden/taal.ts'
import { weigeringIn } from '#app/woorden/weigering.ts'
import type { Route } from './+types/taal'
import { taalCookie, taalOf } from './taal.server.ts'

// Of the client side, and nowhere else.
const HIER = /^\/(u|(mijn-plan|uitnodiging)(\/[\w-]+)?)$/

const Keuze = z.strictObject({ taal: z.enum(TALEN), naar: z.string().regex(HIER) })

export function loader() {
  return redirect(href('/mijn-plan'))
}

/** Stays in this browser: a letter, and another telephone, keep the language that they have. K2 */
export async function action({ request, context }: Route.ActionArgs) {
  const keuze = await parseForm(request, Keuze)
  const omgeving = context.get(omgevingContext)
  if (!keuze) {
    const tekst = weigeringIn(taalOf(request, omgeving), { code: 'ongeldige-invoer' })
    throw data(tekst, { status: 400 })
  }
  const cookie = taalCookie(keuze.taal, omgeving)
  return redirect(keuze.naar, { headers: { 'Set-Cookie': cookie } })
}
