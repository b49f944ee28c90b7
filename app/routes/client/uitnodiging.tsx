import { data, Form, href, redirect } from 'react-router'
import { z } from 'zod'
import { clientCookie, endClientSession } from '#app/auth/client-side.server.ts'
import { signInClientCommand } from '#app/commands/sign-in-client.server.ts'
import { Tekstvak } from '#app/components/client/tekstvak.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { omgevingContext, sqlContext } from '#app/context.ts'
import { readForm } from '#app/invoer.server.ts'
import { statusOf } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import { veldenOf } from '#app/velden.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Route } from './+types/uitnodiging'

const Aanmelding = z.object({
  code: z
    .string({ error: 'Vul de code uit uw brief in.' })
    .trim()
    .min(1, 'Vul de code uit uw brief in.')
    .max(60, 'Deze code is te lang. De code heeft acht tekens.'),
  pin: z.string().max(40, 'Een pincode heeft vijf cijfers.').default(''),
})

type Fouten = { code?: string; pin?: string }

// There is no loader: a GET says the same for every token, and uses nothing up.
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const invoer = Aanmelding.safeParse(veldenOf(form ?? new FormData()))
  if (!invoer.success) return data({ fouten: foutenOf(invoer.error) }, { status: 400 })

  const sql = context.get(sqlContext)
  const { code, pin } = invoer.data
  const result = await signInClientCommand(sql, { token: params.token, code, pin })
  if (!result.ok) {
    return data<{ fouten: Fouten }>(
      { fouten: { code: foutTekst(result.refusal, pin) } },
      { status: statusOf(result.refusal) },
    )
  }

  const omgeving = context.get(omgevingContext)
  await endClientSession(sql, request.headers.get('cookie'), omgeving)
  const headers = { 'Set-Cookie': clientCookie(result.value.sessieId, omgeving) }
  throw redirect(href('/mijn-plan'), { headers })
}

export default function Uitnodiging({ params, actionData }: Route.ComponentProps) {
  const fouten: Fouten = actionData?.fouten ?? {}
  const errors = [
    ...(fouten.code ? [{ id: 'code', text: fouten.code }] : []),
    ...(fouten.pin ? [{ id: 'pin', text: fouten.pin }] : []),
  ]
  return (
    <div className="smal">
      <ErrorSummary errors={errors} />
      <h1 tabIndex={-1}>Welkom</h1>
      <p className="inleiding">U heeft een brief van ons. In die brief staat een code.</p>
      <Form
        method="post"
        action={href('/uitnodiging/:token', { token: params.token })}
        className="form"
      >
        <Tekstvak
          id="code"
          name="code"
          label="Code uit uw brief"
          hint="Acht tekens. Hoofdletters en streepjes maken niet uit."
          fout={fouten.code ?? null}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
        />
        <Tekstvak
          id="pin"
          name="pin"
          label="Pincode"
          optional
          hint="Alleen als u zelf al een pincode heeft gekozen. Heeft u die niet? Laat dit dan leeg."
          fout={fouten.pin ?? null}
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
        />
        <button type="submit" className="button button--primary">
          Verder
        </button>
      </Form>
      <p>Lukt het niet? Bel het nummer in uw brief. We helpen u graag.</p>
    </div>
  )
}

function foutenOf(error: z.ZodError<z.infer<typeof Aanmelding>>): Fouten {
  const { code, pin } = z.flattenError(error).fieldErrors
  return { code: code?.[0], pin: pin?.[0] }
}

/** Which of the two is wrong is not said. */
function foutTekst(refusal: Refusal, pin: string): string {
  return refusal.code === 'code-onjuist' && pin
    ? 'De code of de pincode klopt niet. Kijk nog eens goed in uw brief.'
    : refusalTekst(refusal)
}

export const meta: Route.MetaFunction = () => [{ title: 'Welkom' }]
