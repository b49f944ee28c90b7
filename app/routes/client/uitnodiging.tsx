import { data, href, redirect } from 'react-router'
import { z } from 'zod'
import { clientCookie, endClientSession } from '#app/auth/client-side.server.ts'
import { signInClientCommand } from '#app/commands/sign-in-client.server.ts'
import { Deur, type Deurfouten } from '#app/components/client/deur.tsx'
import { useWoorden } from '#app/components/client/woorden.tsx'
import { omgevingContext, sqlContext } from '#app/context.ts'
import { readForm } from '#app/invoer.server.ts'
import { statusOf } from '#app/refusal-response.ts'
import { veldenOf } from '#app/velden.ts'
import { woordenIn } from '#app/woorden/client.ts'
import type { Taal } from '#app/woorden/taal.ts'
import { weigeringIn } from '#app/woorden/weigering.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Route } from './+types/uitnodiging'
import { taalOf } from './taal.server.ts'

const Aanmelding = z.object({
  code: z.string({ error: 'codeLeeg' }).trim().min(1, 'codeLeeg').max(60, 'codeLang'),
  pin: z.string().max(40, 'pinLang').default(''),
})

// There is no loader: a GET says the same for every token, and uses nothing up.
export async function action({ request, params, context }: Route.ActionArgs) {
  const omgeving = context.get(omgevingContext)
  const taal = taalOf(request, omgeving)
  const form = await readForm(request)
  const invoer = Aanmelding.safeParse(veldenOf(form ?? new FormData()))
  if (!invoer.success) return data({ fouten: foutenOf(invoer.error, taal) }, { status: 400 })

  const sql = context.get(sqlContext)
  const { code, pin } = invoer.data
  const result = await signInClientCommand(sql, { token: params.token, code, pin })
  if (!result.ok) {
    const fouten: Deurfouten = { code: foutTekst(result.refusal, { pin, taal }) }
    return data({ fouten }, { status: statusOf(result.refusal) })
  }

  await endClientSession(sql, request.headers.get('cookie'), omgeving)
  const headers = { 'Set-Cookie': clientCookie(result.value.sessieId, omgeving) }
  throw redirect(href('/mijn-plan'), { headers })
}

export default function Uitnodiging({ params, actionData }: Route.ComponentProps) {
  const { brief } = useWoorden().deur
  const action = href('/uitnodiging/:token', { token: params.token })
  return <Deur action={action} uitleg={brief} fouten={actionData?.fouten} />
}

function foutenOf(error: z.ZodError<z.infer<typeof Aanmelding>>, taal: Taal): Deurfouten {
  const { code, pin } = z.flattenError(error).fieldErrors
  const w = woordenIn(taal).deur
  return {
    ...(code && { code: code[0] === 'codeLang' ? w.codeLang : w.codeLeeg }),
    ...(pin && { pin: w.pinLang }),
  }
}

/** Which of the two is wrong is not said. */
function foutTekst(refusal: Refusal, { pin, taal }: { pin: string; taal: Taal }): string {
  const metPin = refusal.code === 'code-onjuist' && pin !== ''
  return weigeringIn(taal, metPin ? { code: 'code-of-pin-onjuist' } : refusal)
}

// Without this the title of the root would stand beside our own.
export const meta: Route.MetaFunction = () => []
