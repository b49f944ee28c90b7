import { data, href, redirect } from 'react-router'
import { z } from 'zod'
import { clientCookie, endClientSession } from '#app/auth/client-side.server.ts'
import { signInMetNummerCommand } from '#app/commands/sign-in-client.server.ts'
import { Deur, type Deurfouten } from '#app/components/client/deur.tsx'
import { useWoorden } from '#app/components/client/woorden.tsx'
import { brieftempoContext, kluisContext, omgevingContext, sqlContext } from '#app/context.ts'
import { readForm } from '#app/invoer.server.ts'
import { statusOf } from '#app/refusal-response.ts'
import { veldenOf } from '#app/velden.ts'
import { briefnummer } from '#app/woorden/client/briefnummer.ts'
import { woordenIn } from '#app/woorden/client.ts'
import { weigeringIn } from '#app/woorden/weigering.ts'
import type { Route } from './+types/briefnummer'
import { taalOf } from './taal.server.ts'

const Veld = z.string().trim().max(60).default('')
const Aanmelding = z.object({
  nummer: Veld,
  code: Veld,
  pin: z.string().max(40).default(''),
})

/** For who types: nothing of the letter is in the address, where browsers keep it and pass it on while it is typed. S5 */
export async function action({ request, context }: Route.ActionArgs) {
  const omgeving = context.get(omgevingContext)
  const taal = taalOf(request, omgeving)
  const w = briefnummer[taal]
  const form = await readForm(request)
  const invoer = Aanmelding.safeParse(veldenOf(form ?? new FormData()))
  if (!invoer.success) return fout({ nummer: w.lang }, 400)
  const zonderCode = invoer.data.code ? {} : { code: woordenIn(taal).deur.codeLeeg }
  if (!invoer.data.nummer) return fout({ nummer: w.leeg, ...zonderCode }, 400)
  if (!context.get(brieftempoContext)()) return fout({ nummer: w.teVaak }, 429)
  if (!invoer.data.code) return fout(zonderCode, 400)

  const sql = context.get(sqlContext)
  const result = await signInMetNummerCommand(sql, context.get(kluisContext), invoer.data)
  if (!result.ok) {
    // Which of the three is wrong is not said.
    const { code } = result.refusal
    const tekst = code === 'code-onjuist' ? w.onjuist : weigeringIn(taal, { code })
    return fout({ nummer: tekst }, statusOf(result.refusal))
  }

  await endClientSession(sql, request.headers.get('cookie'), omgeving)
  const headers = { 'Set-Cookie': clientCookie(result.value.sessieId, omgeving) }
  throw redirect(href('/mijn-plan'), { headers })
}

function fout(fouten: Deurfouten, status: number) {
  return data({ fouten }, { status })
}

export default function Briefnummer({ actionData }: Route.ComponentProps) {
  const { uitleg, nummer } = useWoorden().briefnummer
  return <Deur action={href('/u')} uitleg={uitleg} nummer={nummer} fouten={actionData?.fouten} />
}

// Without this the title of the root would stand beside our own.
export const meta: Route.MetaFunction = () => []
