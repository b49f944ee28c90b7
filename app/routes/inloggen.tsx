import '#app/styles/professional.css'
import { data, Form, href, redirect } from 'react-router'
import { z } from 'zod'
import { signIn } from '#app/auth/inloggen.server.ts'
import { findGebruikerByCookie } from '#app/auth/professional.server.ts'
import { Logo } from '#app/components/shell/logo.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { omgevingContext, sqlContext } from '#app/context.ts'
import { readForm } from '#app/invoer.server.ts'
import { statusOf } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import { veldenOf } from '#app/velden.ts'
import type { Route } from './+types/inloggen'
import { parseNaar } from './naar.ts'

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const gebruiker = await findGebruikerByCookie(
    context.get(sqlContext),
    request.headers.get('cookie'),
    context.get(omgevingContext),
  )
  const naar = parseNaar(url.searchParams.get('naar'))
  if (gebruiker) throw redirect(naar ?? href('/overleggen'))
  return { naar }
}

const Inloggen = z.object({
  email: z
    .string({ error: 'Vul uw e-mailadres in.' })
    .trim()
    .min(1, 'Vul uw e-mailadres in.')
    .max(254, 'Dit e-mailadres is te lang.')
    .includes('@', { error: 'Vul een volledig e-mailadres in, zoals naam@gemeente.nl.' }),
  wachtwoord: z
    .string({ error: 'Vul uw wachtwoord in.' })
    .min(1, 'Vul uw wachtwoord in.')
    .max(500, 'Dit wachtwoord is te lang.'),
})

type Fouten = { email?: string; wachtwoord?: string }

export async function action({ request, context }: Route.ActionArgs) {
  const velden = veldenOf((await readForm(request)) ?? new FormData())
  const email = typeof velden.email === 'string' ? velden.email : ''
  const invoer = Inloggen.safeParse(velden)
  if (!invoer.success) return data({ email, fouten: foutenOf(invoer.error) }, { status: 400 })

  const { secure } = context.get(omgevingContext)
  const cookieHeader = request.headers.get('cookie')
  const aanvraag = { ...invoer.data, cookieHeader, secure }
  const result = await signIn(context.get(sqlContext), aanvraag)
  if (!result.ok) {
    const fouten: Fouten = { email: refusalTekst(result.refusal) }
    return data({ email, fouten }, { status: statusOf(result.refusal) })
  }

  const headers = new Headers()
  for (const cookie of result.value.cookies) headers.append('Set-Cookie', cookie)
  throw redirect(parseNaar(velden.naar) ?? href('/overleggen'), { headers })
}

export default function InloggenPage({ loaderData, actionData }: Route.ComponentProps) {
  const fouten: Fouten = actionData?.fouten ?? {}
  return (
    <main className="page page--narrow">
      <p className="topbar__brand">
        <Logo />
        Focustafel
      </p>
      <div className="card stack stack--wide">
        <ErrorSummary errors={samenvattingOf(fouten)} />
        <div>
          <h1 tabIndex={-1}>Inloggen</h1>
          <p className="subtle">Voor professionals die deelnemen aan een focusoverleg.</p>
        </div>
        <Form method="post" className="form" noValidate>
          <input type="hidden" name="naar" value={loaderData.naar ?? ''} />
          <TextField
            id="email"
            name="email"
            type="email"
            label="E-mailadres"
            error={fouten.email}
            defaultValue={actionData?.email}
            autoComplete="username"
            size="middle"
          />
          <TextField
            id="wachtwoord"
            name="wachtwoord"
            type="password"
            label="Wachtwoord"
            error={fouten.wachtwoord}
            autoComplete="current-password"
            size="middle"
          />
          <p>
            <Button variant="primary">Inloggen</Button>
          </p>
        </Form>
      </div>
      <p className="subtle">
        Heeft u een brief van het Veiligheidshuis? Gebruik dan de link in die brief.
      </p>
    </main>
  )
}

function samenvattingOf({ email, wachtwoord }: Fouten) {
  return [
    ...(email ? [{ id: 'email', text: email }] : []),
    ...(wachtwoord ? [{ id: 'wachtwoord', text: wachtwoord }] : []),
  ]
}

function foutenOf(error: z.ZodError<z.infer<typeof Inloggen>>): Fouten {
  const { email, wachtwoord } = z.flattenError(error).fieldErrors
  return { email: email?.[0], wachtwoord: wachtwoord?.[0] }
}

export const meta: Route.MetaFunction = () => [{ title: 'Inloggen – Focustafel' }]
